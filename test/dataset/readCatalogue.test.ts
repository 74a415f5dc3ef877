import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readCatalogue } from "../../src/dataset/reading/readCatalogue.ts";
import { summarize } from "../../src/dataset/summary.ts";
import { CancelledError, DataFileError, MatineeError } from "../../src/errors.ts";
import { fileSource } from "../../src/files/ByteSource.ts";
import { type ReadProgress, readTable } from "../../src/files/readTable.ts";
import { readHead } from "../../src/files/TableHead.ts";
import { readEmbedded } from "../support/movielens.ts";

const file = (text: BlobPart, name = "mine.csv") => new File([text], name);
const RATINGS = "userId,movieId,rating,timestamp\n1,10,4,100\n1,20,2.5,200\n2,10,5,300\n";

describe("a data set", () => {
  it("is read from the embedded files", async () => {
    const catalogue = await readEmbedded();
    const { histogram, ...figures } = summarize(catalogue);
    expect(figures).toEqual({
      name: "ml-latest-small",
      users: 671,
      items: 9066,
      interactions: 100_004,
      positives: 82_170,
      likedFrom: 3,
      nouns: { one: "film", many: "films" },
      period: { from: 789_652_009, to: 1_476_640_644 },
      skipped: { count: 0, examples: [] },
      unrated: 0,
      assumptions: [],
      repeated: 0,
      hasTitles: true,
    });
    expect(histogram).toHaveLength(10);
    expect(histogram[9]).toEqual({ rating: 5, count: 15_095 });
    expect(catalogue.items.map(({ id }) => id)).toEqual(catalogue.ratings.itemIds);
    expect(catalogue.items.find(({ id }) => id === "2571")).toEqual({
      id: "2571",
      title: "The Matrix",
      alternativeTitles: [],
      year: 1999,
      genres: ["Action", "Sci-Fi", "Thriller"],
    });
  });

  it("is a person's own, with columns in any order and other names, and ids as text", async () => {
    const own = file('Rating,ITEM_ID,note,user\r\n4,"010",x,ann\r\n\r\n1, __proto__ ,y,bob\r\n');
    const { ratings, items, hasTitles, name } = await readCatalogue([own]);
    expect(ratings.userIds).toEqual(["ann", "bob"]);
    expect(ratings.itemIds).toEqual(["010", "__proto__"]);
    expect([...ratings.ratings]).toEqual([4, 1]);
    expect(ratings.timestamps).toBeNull();
    expect(items[1]).toEqual({
      id: "__proto__",
      title: "__proto__",
      alternativeTitles: [],
      year: null,
      genres: [],
    });
    expect(hasTitles).toBe(false);
    expect(name).toBe(`mine.csv, ${own.size} bytes`);
  });

  it("takes titles and genres from a file of films, and ids where it has none", async () => {
    const movies = file(
      'movieId,title,genres\n10,"Matrix, The (1999)",Action|Sci-Fi\n30,Unrated,(no genres listed)\n',
    );
    const { items, hasTitles } = await readCatalogue([movies, file(RATINGS)]);
    expect(items.map(({ title, genres }) => [title, genres])).toEqual([
      ["The Matrix", ["Action", "Sci-Fi"]],
      ["20", []],
    ]);
    expect(hasTitles).toBe(true);
  });

  it("shows a scale of many values in steps", async () => {
    const lines = Array.from({ length: 1000 }, (_, i) => `${i % 7},${i},${i / 3}\n`);
    const { histogram } = summarize(await readCatalogue([file(`user,item,rating\n${lines.join("")}`)]));
    expect(histogram.map(({ count }) => count)).toEqual(new Array(20).fill(50));
    expect(histogram[1].rating).toBe(16.65);
  });

  it("counts the latest rating of a pair: by its time, or by its place", async () => {
    const timed = `${RATINGS}1,10,1,99\n1,20,5,200\n`;
    const { ratings } = await readCatalogue([file(timed)]);
    expect([...ratings.ratings]).toEqual([4, 5, 5]);
    expect([...ratings.users]).toEqual([0, 1, 0]);
    const untimed = "user,item,rating\n1,10,4\n1,20,2\n2,10,5\n1,10,1\n";
    expect([...(await readCatalogue([file(untimed)])).ratings.ratings]).toEqual([2, 5, 1]);
  });

  it("skips a few rows that cannot be read, and tells which and why", async () => {
    const { ratings, skipped } = await readCatalogue([file(`${RATINGS}3,10\n3,,4,1\n3,10,so-so,1\n`)]);
    expect(ratings.userIds).toEqual(["1", "2"]);
    expect(skipped).toEqual({
      count: 3,
      examples: [
        { file: "mine.csv", row: 5, reason: "too few columns" },
        { file: "mine.csv", row: 6, reason: "missing id" },
        { file: "mine.csv", row: 7, reason: 'rating "so-so" isn\'t a number' },
      ],
    });
  });

  it.each([
    ["empty", "", /mine.csv is empty/],
    ["blank", "\n \n", /mine.csv is empty/],
    ["a header alone", "userId,movieId,rating\n", /has a header but no rows/],
    ["another table", "movieId,imdbId\n1,2\n", /mine.csv can.t be read as ratings/],
    [
      "a table of something else",
      "rating,title\n1,A\n2,B\n",
      /no column says who rated \(found "rating", "title"\)/,
    ],
    ["a letter", "Dear Sir or Madam,\nthere are no ratings here.\n", /mine.csv doesn't look like a table/],
    ["films alone", "movieId,title\n1,A\n", /mine.csv can.t be read as ratings/],
    ["of one user", "user,item,rating\n1,1,5\n1,2,5\n", /more than one user/],
    ["of one item", "user,item,rating\n1,1,5\n2,1,5\n", /more than one item/],
    ["without a like", "user,item,rating\n1,1,1\n2,2,2.5\n", /no rating of 3 or more/],
    [
      "broken in too many rows",
      `${RATINGS}${"1,30,so-so,5\n".repeat(4)}`,
      /4 of 7 rows.*line 5: rating "so-so" isn't a number/,
    ],
    ["infinite", "user,item,rating\n1,1,Infinity\n2,2,1e999\n3,3,1e39\n", /3 of 3 rows/],
  ])("is refused: %s", async (_, text, message) => {
    const reading = readCatalogue([file(text)]);
    await expect(reading).rejects.toThrow(DataFileError);
    await expect(reading).rejects.toThrow(message);
  });

  it("is read without its times, and says so, where these cannot be read", async () => {
    const { ratings, assumptions } = await readCatalogue([
      file("user,item,rating,timestamp\n1,1,4,soon\n2,2,3,later\n"),
    ]);
    expect(ratings.timestamps).toBeNull();
    expect(assumptions?.[0].sentence).toMatch(/times in mine.csv .* not used/);
  });

  it("is refused where there are two", async () => {
    const two = [file(RATINGS, "a.csv"), file(RATINGS, "b.csv")];
    await expect(readCatalogue(two)).rejects.toThrow(/a.csv and b.csv: more than one file of ratings/);
  });

  it("is read or refused with an error of its own, whatever it holds", async () => {
    const cell = fc.oneof(
      fc.constantFrom("1", "2", "5", "", "-1", '"', "__proto__", "\r", "1e999"),
      fc.string(),
    );
    const line = fc.array(cell, { maxLength: 4 }).map((cells) => cells.join(","));
    const header = fc.constantFrom(
      "userId,movieId,rating,timestamp",
      "user,item,rating",
      "movieId,title,genres",
      "",
    );
    await fc.assert(
      fc.asyncProperty(header, fc.array(line, { maxLength: 8 }), async (first, lines) => {
        try {
          const { ratings, items } = await readCatalogue([file([first, ...lines].join("\n"))]);
          expect(items).toHaveLength(ratings.itemIds.length);
        } catch (error) {
          expect(error).toBeInstanceOf(MatineeError);
        }
      }),
    );
  });
});

describe("reading", () => {
  const rows = `user,item,rating\n${"1,1,5\n".repeat(100_000)}`;

  it("tells how far it is, up to the whole", async () => {
    const told: ReadProgress[] = [];
    await readTable(await readHead(fileSource(file(rows))), true, () => {}, {
      onProgress: (progress) => told.push(progress),
    });
    expect(told.length).toBeGreaterThan(1);
    expect(told.at(-1)).toEqual({
      file: "mine.csv",
      rows: 100_000,
      bytes: rows.length,
      totalBytes: rows.length,
    });
  });

  it("tells how far the table is checked once its rows are read", async () => {
    const told: ReadProgress[] = [];
    await readCatalogue([file(RATINGS)], { onProgress: (progress) => told.push(progress) });
    const shares = told.flatMap(({ checked }) => checked ?? []);
    expect(shares.length).toBeGreaterThan(4);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares.at(-1)).toBeLessThanOrEqual(1);
    expect(told.findLastIndex(({ checked }) => checked === undefined)).toBe(told.length - shares.length - 1);
  });

  it("stops on the signal", async () => {
    const stop = new AbortController();
    const reading = readCatalogue([file(rows)], { onProgress: () => stop.abort(), signal: stop.signal });
    await expect(reading).rejects.toThrow(CancelledError);
  });

  it("names the file that can no longer be read", async () => {
    const gone = file(RATINGS);
    gone.slice = () => Object.assign(new Blob(), { arrayBuffer: () => Promise.reject(new Error("gone")) });
    await expect(readCatalogue([gone])).rejects.toThrow(/mine.csv changed while being read/);
  });
});
