import { describe, expect, it } from "vitest";
import { ITEMS } from "../../src/dataset/nouns.ts";
import {
  type CatalogueOptions,
  catalogueOf,
  readCatalogue,
} from "../../src/dataset/reading/readCatalogue.ts";
import { ArgumentError, DataFileError } from "../../src/errors.ts";
import type { ReadProgress } from "../../src/files/readTable.ts";
import { headOf } from "../support/headOf.ts";

const file = (text: BlobPart, name = "mine.csv") => new File([text], name);
const RATINGS = "userId,movieId,rating,timestamp\n1,10,4,100\n1,20,2.5,200\n2,10,5,300\n";

describe("what is read of a data set", () => {
  const read = (ratings: string, options: CatalogueOptions = {}, ...others: File[]) =>
    readCatalogue([file(ratings), ...others], options);
  const said = async (ratings: string, options: CatalogueOptions = {}) =>
    ((await read(ratings, options)).assumptions ?? []).map(({ sentence }) => sentence);
  const rated = (...ratings: number[]) =>
    `user,item,rating\n${ratings.map((rating, i) => `${i % 3},${i % 5},${rating}\n`).join("")}`;
  const OF_THREE = "No rating in mine.csv is above 3. 3 is taken as the best, and only 3 counts as liked.";

  it("has what is known of each user, and nothing where none is known", async () => {
    const users = (...rows: string[]) =>
      file(["userId,gender", ...rows, "8,F", "9,M"].join("\n"), "users.csv");
    const of = async (...rows: string[]) => (await read(RATINGS, {}, users(...rows))).userFeatures;
    expect(await of("1,F", "2,M")).toEqual([["gender F"], ["gender M"]]);
    expect(await of("2,M", "3,M", "4,F")).toEqual([[], ["gender M"]]);
    expect(await of("5,F", "6,M")).toBeNull();
  });

  it("is called after its file, and after the share of its users", async () => {
    const rows = Array.from({ length: 40 }, (_, i) => `p${i},${i % 5},${1 + (i % 5)}\n`).join("");
    const all = `user,item,rating\n${rows}`;
    const some = await read(all, { choices: { userShare: 0.5 } });
    expect(some.name).toBe(`mine.csv, ${all.length} bytes, 50 % of the users`);
    expect(some.ratings.userIds.length).toBeLessThan(36);
    expect((await read(all)).name).toBe(`mine.csv, ${all.length} bytes`);
    expect((await read(all, { name: "Mine" })).name).toBe("Mine");
  });

  it("is liked from a rating on that was chosen, or that all are, or that fits the scale", async () => {
    const likedFrom = async (...of: Parameters<typeof read>) => (await read(...of)).likedFrom;
    expect(await likedFrom(rated(1, 5, 3, 2))).toBe(3);
    expect(await likedFrom(rated(1, 5, 3, 2), { choices: { likedFrom: 5 } })).toBe(5);
    expect(await likedFrom(rated(4, 4, 4, 4))).toBe(4);
    expect(await likedFrom(rated(2, 2, 2, 2), { choices: { likedFrom: 1 } })).toBe(1);
    await expect(read(rated(1, 5, 3, 2), { choices: { likedFrom: 6 } })).rejects.toThrow(
      "mine.csv has no rating of 6 or more, so nothing counts as liked. Choose a lower value.",
    );
  });

  it("says what it takes for likes where the scale does not", async () => {
    expect(await said(rated(1, 3, 2, 3))).toEqual([OF_THREE]);
    expect(await said(rated(1, 3, 2, 3), { choices: { likedFrom: 2 } })).toEqual([]);
    expect(await said(rated(1, 3, 2, 4))).toEqual([]);
    expect(await said(rated(...Array.from({ length: 15 }, () => 1), 2, 3))).toEqual([OF_THREE]);
    const ones = Array.from({ length: 40 }, (_, i) => (i < 38 ? 1 : i - 36));
    const list = `user,item,rating\n${ones.map((one, i) => `${i},${i % 20},${one}\n`).join("")}`;
    expect(await said(list)).toEqual(["Nearly all numbers in mine.csv are 1, so each counts as a like."]);
    const plays = ones.map((_, i) => `${i % 4},${i},${1 + (i % 3)}\n`).join("");
    expect(await said(`user,item,plays\n${plays}`)).not.toContain(OF_THREE);
  });

  it("may have more different ratings than can be counted", async () => {
    const rows = Array.from({ length: 10_001 }, (_, i) => `${i % 2},${i},${i / 2048}\n`).join("");
    const { likedFrom, assumptions } = await read(`user,item,rating\n${rows}`);
    expect(likedFrom).toBe(3);
    expect(assumptions).toEqual([]);
  });

  it("counts rows without a rating, unless they are the blanks of a matrix", async () => {
    expect((await read(`${rated(1, 5, 3, 2)}1,9,\n`)).unrated).toBe(1);
    const head = {
      ...headOf("user|item|rating / ann|Heat|5 / bob|Up|2 / bob|Heat|"),
      format: "matrix, users in rows",
    };
    const form = {
      kind: "ratings",
      hasHeader: true,
      columns: (["user", "item", "rating"] as const).map((role) => ({ name: role, role })),
    } as const;
    const tables = [{ head, form }];
    expect((await catalogueOf({ tables, nouns: ITEMS, unused: [], assumptions: [] }, {})).unrated).toBe(0);
  });

  it("says that ids are written in two ways", async () => {
    const movies = file("movieId,title\n0010,Heat\n0020,Up\n0030,Big\n", "movies.csv");
    const { items, assumptions } = await read(RATINGS, {}, movies);
    expect(items.map(({ id, title }) => [id, title])).toEqual([
      ["10", "Heat"],
      ["20", "Up"],
    ]);
    expect(assumptions).toEqual([
      {
        sentence:
          "movies.csv writes ids differently from mine.csv, such as 502 and 0502; equal numbers are taken as the same.",
        instead: null,
      },
    ]);
  });
});

describe("arguments", () => {
  const blob = { slice: () => new Blob(), name: "a.csv", size: 3 };
  const isFile = `must be a File, such as new File([bytes], "ratings.csv"), not a value of type Object.`;

  it.each<[string, unknown, unknown, string]>([
    ["no list", "mine.csv", {}, 'files must be a list, not "mine.csv".'],
    ["no file", [null], {}, "files[0] must be a File"],
    ["no slice", [file(RATINGS), { ...blob, slice: null }], {}, `files[1] ${isFile}`],
    ["no name", [{ ...blob, name: undefined }], {}, `files[0] ${isFile}`],
    ["no size", [{ ...blob, size: Number.NaN }], {}, `files[0] ${isFile}`],
    ["an unknown option", [], { nmae: "x" }, 'There is no option "nmae". Did you mean "name"?'],
    ["a name", [], { name: 7 }, "name must be a text, not 7."],
    ["memory in words", [], { memory: "8" }, 'memory must be 0 bytes or more, not "8".'],
    ["memory below 0", [], { memory: -1 }, "memory must be 0 bytes or more, not -1."],
    ["memory of no number", [], { memory: Number.NaN }, "memory must be 0 bytes or more, not NaN."],
    ["whom to tell", [], { onProgress: 3 }, "onProgress must be a function, not 3."],
    ["a signal", [], { signal: 3 }, "signal must be an AbortSignal"],
    [
      "another file's columns",
      [file(RATINGS)],
      { choices: { tables: [{ file: "x.csv", roles: [], hasHeader: true }] } },
      'choices.tables[0].file must be one of "mine.csv", not "x.csv".',
    ],
  ])("are checked: %s", async (_, files, options, message) => {
    const reading = readCatalogue(files as File[], options as CatalogueOptions);
    await expect(reading).rejects.toThrow(ArgumentError);
    await expect(reading).rejects.toThrow(message);
  });

  it("may say what the columns are, and how little memory there is", async () => {
    const tables = [
      { file: "mine.csv", roles: ["item", "user", "rating", "unused"] as const, hasHeader: true },
    ];
    const { ratings } = await readCatalogue([file(RATINGS)], { choices: { tables } });
    expect([ratings.userIds, ratings.timestamps]).toEqual([["10", "20"], null]);
    await expect(readCatalogue([file(RATINGS)], { memory: 0 })).rejects.toThrow(DataFileError);
  });
});

it("can be stopped once all rows are read, too", async () => {
  const stopAt = async (isThen: (progress: ReadProgress) => boolean) => {
    const stop = new AbortController();
    const told: ReadProgress[] = [];
    const onProgress = (progress: ReadProgress) => {
      told.push(progress);
      if (isThen(progress)) stop.abort();
    };
    const reading = readCatalogue([file(RATINGS)], { signal: stop.signal, onProgress });
    await expect(reading).rejects.toThrow("Reading mine.csv was stopped.");
    return told.filter(({ checked }) => checked !== undefined).length;
  };
  expect(await stopAt(({ rows }) => rows === 3)).toBe(0);
  expect(await stopAt(({ checked = 0 }) => checked >= 0.5)).toBeGreaterThan(4);
});
