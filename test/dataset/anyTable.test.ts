import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import type { Catalogue } from "../../src/dataset/Catalogue.ts";
import { isSummary } from "../../src/dataset/columns/columnNames.ts";
import { examine } from "../../src/dataset/columns/understand.ts";
import { readCatalogue } from "../../src/dataset/reading/readCatalogue.ts";
import { MatineeError } from "../../src/errors.ts";
import { fileSource } from "../../src/files/ByteSource.ts";

const file = (text: string | Uint8Array, name = "mine.csv") => new File([text as BlobPart], name);
const read = (text: string, name?: string) => readCatalogue([file(text, name)]);

async function rolesOf(text: string, name?: string): Promise<string[]> {
  const { tables } = await examine([fileSource(file(text, name))]);
  return tables[0].form.columns.map(({ role }) => role);
}

/** Twelve ratings, a row a function of its place. */
const table = (header: string, row: (i: number) => string, end = "\n") =>
  [...(header ? [header] : []), ...Array.from({ length: 12 }, (_, i) => row(i))].join(end);
const rated = ({ ratings }: Catalogue) =>
  Array.from(ratings.users, (user, i) => [
    ratings.userIds[user],
    ratings.itemIds[ratings.items[i]],
    ratings.ratings[i],
  ]);
const expected = Array.from({ length: 12 }, (_, i) => [`u${i % 3}`, `b${i % 4}`, 1 + (i % 5)]);

describe("any ratings table", () => {
  it.each([
    ["commas", ","],
    ["tabs", "\t"],
    ["semicolons", ";"],
    ["bars", "|"],
  ])("is read with %s, with a header or without, with any line end", async (_, sign) => {
    for (const header of [
      "",
      ["who", "what", "stars"].join(sign),
      ["user_id", "ISBN", "Book-Rating"].join(sign),
    ]) {
      for (const end of ["\n", "\r\n", "\r"]) {
        const text = table(header, (i) => [`u${i % 3}`, `b${i % 4}`, 1 + (i % 5)].join(sign), end);
        expect(rated(await read(text))).toEqual(expected);
        expect(rated(await read(`\ufeff${text}${end}`))).toEqual(expected);
      }
    }
  });

  it("is known by the names of its columns, in any order", async () => {
    const roles = ["rating", "timestamp", "user", "unused", "item"];
    const row = (i: number) => `${i % 5},2020-01-0${1 + (i % 9)},u${i},"a, b",${i % 4}`;
    expect(await rolesOf(table("Stars,Rated At,Reviewer ID,note,movie_id", row))).toEqual(roles);
  });

  it.each([
    ["seconds", (i: number) => String(1_600_000_000 + i), 1_600_000_000],
    ["milliseconds", (i: number) => String(1_600_000_000_000 + i * 1000), 1_600_000_000],
    ["dates", (i: number) => `2020-09-${10 + i}`, 1_599_696_000],
    ["moments with a zone", (i: number) => `2020-09-${10 + i}T02:00:00+02:00`, 1_599_696_000],
    ["days first", (i: number) => `${10 + i}.09.2020`, 1_599_696_000],
    ["months first", (i: number) => `09/${10 + i}/2020`, 1_599_696_000],
    ["words", (i: number) => `"Sep ${10 + i}, 2020"`, 1_599_696_000],
  ])("has times in %s", async (_, moment, first) => {
    const row = (i: number) => `u${i % 3},b${i % 4},${1 + (i % 5)},${moment(i)}`;
    for (const header of ["", "who,what,score,at", "user,item,rating,timestamp"]) {
      const { ratings } = await read(table(header, row));
      expect(ratings.timestamps?.[0]).toBe(first);
    }
  });

  it("takes every row for a like where it has no ratings", async () => {
    const catalogue = await read(table("listener,artist", (i) => `l${i % 3},Björk ${i % 4}`));
    expect([...catalogue.ratings.ratings]).toEqual(new Array(12).fill(1));
    expect(catalogue).toMatchObject({ likedFrom: 1, nouns: { many: "artists" } });
  });

  it.each([
    [1, 1],
    [5, 3],
    [10, 6],
    [100, 60],
  ])("has ratings up to %d, of which likes begin at %d", async (most, from) => {
    const row = (i: number) => `u${i % 3},b${i},${i % 2 === 0 ? most : 0}`;
    expect((await read(table("user,item,rating", row))).likedFrom).toBeCloseTo(from);
  });

  it("takes along what other tables say of items and users", async () => {
    const ratings = file(
      table("user_id,book_id,rating", (i) => `${i % 3},${i % 4},${1 + (i % 5)}`),
      "r.csv",
    );
    const books = file(
      table(
        "book_id,title,year,language,fiction,isbn",
        (i) => `${i},Title (${i}),199${i % 10},${["en", "de"][i % 2]},${i % 2},97${i}`,
      ),
      "books.csv",
    );
    const people = file(
      table("user_id,age,sex", (i) => `${i},${20 + i},${"fm"[i % 2]}`),
      "people.csv",
    );
    const catalogue = await readCatalogue([people, books, ratings]);
    expect(catalogue.items[1]).toEqual({
      id: "1",
      title: "Title (1)",
      alternativeTitles: [],
      year: 1991,
      genres: ["language de", "fiction"],
    });
    expect(catalogue.userFeatures?.[2]).toEqual(["age 18-24", "sex f"]);
    expect(catalogue.nouns.one).toBe("book");
  });

  it("is read as a person says, whatever was guessed", async () => {
    const text = table("", (i) => `b${i % 4};u${i % 3};${1 + (i % 5)}`);
    const choices = {
      tables: [{ file: "mine.csv", roles: ["item", "user", "rating"] as const, hasHeader: false }],
      likedFrom: 4,
      nouns: { one: "game", many: "games" },
    };
    const catalogue = await readCatalogue([file(text)], { choices });
    expect(rated(catalogue)).toEqual(expected);
    expect(catalogue).toMatchObject({ likedFrom: 4, nouns: { many: "games" } });
  });

  it("comes back as PapaParse wrote it", async () => {
    const id = fc
      .string({ minLength: 1, maxLength: 12 })
      .map((text) => text.replaceAll("\0", "").trim())
      .filter((text) => text !== "");
    // A row of "Sum" is left out and counted.
    const user = id.filter((text) => !isSummary(text));
    const row = fc.record({ user, item: id, rating: fc.integer({ min: 1, max: 10 }) });
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { minLength: 4, maxLength: 12 }),
        fc.constantFrom(",", "\t", ";", "|"),
        fc.constantFrom("\n", "\r\n"),
        async (rows, delimiter, newline) => {
          const written = Papa.unparse(rows, { delimiter, newline, quotes: true });
          let catalogue: Catalogue;
          try {
            catalogue = await read(written);
          } catch (error) {
            // One user, one item, every rating the same or none a like: then it says so.
            expect(error).toBeInstanceOf(MatineeError);
            expect((error as Error).message).toMatch(
              /one user|one item|All ratings|no rating of|column says|table/,
            );
            return;
          }
          const latest = new Map(rows.map((one) => [JSON.stringify([one.user, one.item]), one.rating]));
          const back = rated(catalogue).map(
            ([user, item, rating]) => [JSON.stringify([user, item]), rating] as const,
          );
          expect(new Map(back)).toEqual(latest);
          expect(catalogue.repeated).toBe(rows.length - latest.size);
        },
      ),
    );
  });
});

describe("a hostile file", () => {
  it.each<[string, string | Uint8Array, RegExp]>([
    ["a picture", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10), /mine.csv is an image/],
    ["a photograph", Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 16), /mine.csv is an image/],
    ["a PDF", "%PDF-1.7\n", /mine.csv is a PDF/],
    ["packed with xz", Uint8Array.of(0xfd, 0x37, 0x7a, 0x58, 0x5a, 0), /packed with xz. Unpack it first/],
    ["a spreadsheet of old", Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0), /is an old Excel or Office file/],
    ["one long line", "x".repeat(3_000_000), /mine.csv doesn't look like a table/],
    ["nothing but quotes", '"'.repeat(1001), /mine.csv/],
    ["nothing but commas", `${",".repeat(50)}\n`.repeat(20), /mine.csv/],
    ["prototype keys for names", "__proto__,constructor,toString\n1,2,3\n1,3,3\n", /mine.csv/],
    [
      "infinite",
      "user,item,rating\n1,1,1e999\n2,2,Infinity\n3,3,-Infinity\n4,4,1e400\n",
      /4 of 4 rows.*line 2: rating "1e999"/,
    ],
    ["of rows that are cut", "user,item,rating\n1\n2\n3\n4\n5,5,5\n", /mine.csv/],
  ])("is refused by name and with a remedy: %s", async (_, content, message) => {
    const reading = readCatalogue([file(content)]);
    await expect(reading).rejects.toBeInstanceOf(MatineeError);
    await expect(reading).rejects.toThrow(message);
  });

  it("may call its users and items as objects call their own things", async () => {
    const names = ["__proto__", "constructor", "hasOwnProperty", "<b>bold</b>"];
    const { ratings, items } = await read(
      table("user,item,rating", (i) => `${names[i % 4]},${names[i % 3]},${i % 6}`),
    );
    expect(ratings.userIds).toEqual(names);
    expect(items.map(({ title }) => title)).toEqual(names.slice(0, 3));
  });

  it("never makes anything be thrown but errors of its own", async () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc
        .string({
          unit: fc.constantFrom("1", "2", "a", '"', ",", ";", "\t", "|", ":", "\n", "\r", "é", "-"),
          maxLength: 120,
        })
        .map((text) => new TextEncoder().encode(text)),
    );
    const name = fc.constantFrom(
      "ratings.csv",
      "movies.csv",
      "u.data",
      "u.item",
      "users.dat",
      "ratings.dat",
      "a.zip",
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(bytes, name), { maxLength: 3 }), async (files) => {
        try {
          await readCatalogue(files.map(([content, called]) => file(content, called)));
        } catch (error) {
          expect(error).toBeInstanceOf(MatineeError);
        }
      }),
      { numRuns: 400 },
    );
  });
});
