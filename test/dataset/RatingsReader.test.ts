import { describe, expect, it } from "vitest";
import type { Column, Role } from "../../src/dataset/columns/TableForm.ts";
import { FILMS, ITEMS } from "../../src/dataset/nouns.ts";
import type { RatingsTable } from "../../src/dataset/RatingsTable.ts";
import { isSampled } from "../../src/dataset/reading/budget.ts";
import { type RatingsOptions, RatingsReader } from "../../src/dataset/reading/RatingsReader.ts";
import type { PlainRows } from "../../src/files/text/PlainScanner.ts";
import { atOnce } from "../../src/steps.ts";

const SIDES = "user|item|rating|timestamp";

function readerOf(roles: string, options: Partial<RatingsOptions> = {}): RatingsReader {
  const columns = roles.split("|").map((role): Column => ({ name: role, role: role as Role }));
  return new RatingsReader("a.csv", columns, {
    timeFormat: "seconds",
    nouns: ITEMS,
    userShare: 1,
    kind: "ratings",
    ...options,
  });
}

/** "ann|Heat|4 / bob|Heat|2" below a header. */
function read(roles: string, rows: string, options: Partial<RatingsOptions> = {}): RatingsReader {
  const reader = readerOf(roles, options);
  for (const [i, row] of rows.split(" / ").entries()) reader.take(row.split("|"), i + 2, false);
  return reader;
}

const written = ({ userIds, itemIds, users, items, ratings, timestamps }: RatingsTable) =>
  Array.from(users, (user, i) =>
    [userIds[user], itemIds[items[i]], ratings[i], ...(timestamps ? [timestamps[i]] : [])].join("|"),
  ).join(" / ");
const finished = (reader: RatingsReader) => atOnce(reader.finish());
const reasons = ({ skipped }: RatingsReader) =>
  skipped.examples.map(({ file, row, reason }) => `${file} ${row}: ${reason}`);

describe("rows one by one", () => {
  it("are read with their columns in any order", () => {
    const reader = read("rating|timestamp|unused|item|user", "4,5|7|x| Heat | ann / 2|8|x|Up|bob|more");
    expect(reader.rows).toBe(2);
    expect(reader.skipped.count).toBe(0);
    expect(reader.assumptions).toEqual([]);
    const table = finished(reader);
    expect(written(table)).toBe("ann|Heat|4.5|7 / bob|Up|2|8");
    expect([table.userIds, table.itemIds]).toEqual([
      ["ann", "bob"],
      ["Heat", "Up"],
    ]);
    expect([reader.unrated, reader.repeated, reader.descriptions.size]).toEqual([0, 0, 0]);
  });

  it("are likes where there are no ratings, and without times where there are none", () => {
    const reader = read("user|item", "ann|Heat / bob|Up");
    const table = finished(reader);
    expect(written(table)).toBe("ann|Heat|1 / bob|Up|1");
    expect(table.timestamps).toBeNull();
    expect(reader.assumptions).toEqual([]);
  });

  it.each([
    ["user|item|rating", "ann|Heat", "too few columns"],
    ["user|item|rating|timestamp", "ann|Heat|4", "too few columns"],
    ["rating|item|user", "4|Heat", "too few columns"],
    ["rating|user|item", "4|ann", "too few columns"],
    ["user|item|rating", " |Heat|4", "missing id"],
    ["user|item|rating", "ann| |4", "missing id"],
    ["user|item|rating", "Average|Heat|4", "a total, not a rating"],
    ["user|item|rating", "ann|Heat|so so", 'rating "so so" isn\'t a number'],
    ["user|item|rating", "ann|Heat|1e39", 'rating "1e39" isn\'t a number'],
    [SIDES, "ann|Heat|4|soon", 'unreadable timestamp "soon"'],
  ])("of %s, %s is left out", (roles, row, reason) => {
    const reader = read(roles, row);
    expect(reasons(reader)).toEqual([`a.csv 2: ${reason}`]);
    expect([reader.rows, reader.unrated]).toEqual([0, 0]);
  });

  it("are left out where a quote is open, whatever is in them", () => {
    const reader = readerOf("user|item");
    reader.take(["ann", "Heat"], 5, true);
    expect(reasons(reader)).toEqual(["a.csv 5: unclosed quote"]);
  });

  it("are left out without a word of users who are not in the share", () => {
    const users = Array.from({ length: 30 }, (_, i) => `u${i}`);
    const some = users.filter((user) => isSampled(user, 0.5));
    expect(some.length).toBeGreaterThan(5);
    expect(some.length).toBeLessThan(25);
    const rows = users.map((user, i) => `${user}|f${i % 2}|4`).join(" / ");
    const reader = read("user|item|rating", rows, { userShare: 0.5 });
    expect(finished(reader).userIds).toEqual(some);
    expect(reader.skipped.count).toBe(0);
    expect(finished(read("user|item|rating", rows)).userIds).toEqual(users);
  });

  it("without a rating count for nothing, but who and what they name is there", () => {
    const rows = "ann|Heat|4 / cy|Jaws|n/a / bob|Up|2 / bob|Big| absent / ann|Up|7 / ann|Up|";
    const reader = read("user|item|rating", rows, { unratedWords: new Set(["absent", "7"]) });
    expect([reader.unrated, reader.rows, reader.skipped.count]).toEqual([4, 2, 0]);
    const table = finished(reader);
    expect(table.userIds).toEqual(["ann", "cy", "bob"]);
    expect(table.itemIds).toEqual(["Heat", "Jaws", "Up", "Big"]);
    expect(written(table)).toBe("ann|Heat|4 / bob|Up|2");
  });

  it("are read as their column is", () => {
    const letters = { ratingOf: (text: string) => text.charCodeAt(0) - 48 };
    expect(written(finished(read("user|item|rating", "ann|Heat|none / bob|Up|A", letters)))).toBe(
      "ann|Heat|62 / bob|Up|17",
    );
    const events = { ...letters, kind: "events" } as const;
    expect(written(finished(read("user|item|rating", "ann|Heat|view / bob|Up|purchase", events)))).toBe(
      "ann|Heat|1 / bob|Up|3",
    );
    expect([...finished(read("user|item|rating", "ann|Heat|0.1 / bob|Up|4")).ratings]).toEqual([
      Math.fround(0.1),
      4,
    ]);
  });

  it("have moments in whatever unit", () => {
    const rows = "7000|ann|Heat / 8500|bob|Up";
    const times = finished(read("timestamp|user|item", rows, { timeFormat: "milliseconds" }));
    expect(times.timestamps).toEqual(Float64Array.of(7, 8.5));
  });

  it("tell of their items where they first name them", () => {
    const rows =
      "ann|1|4|Heat (1995)|Crime / bob|2|3|Up (2009)|Comedy / bob|1|2|Else (2001)|War / cy|3||Big|";
    const reader = read("user|item|rating|title|labels", rows, { nouns: FILMS });
    const told = [...reader.descriptions].map(([id, { title, year, genres }]) => [
      id,
      title,
      year,
      ...genres,
    ]);
    expect(told).toEqual([
      ["1", "Heat", 1995, "Crime"],
      ["2", "Up", 2009, "Comedy"],
      ["3", "Big", null],
    ]);
  });
});

describe("plain rows", () => {
  it.each([
    ["user|item", {}, ["user", "item"]],
    ["timestamp|unused|item|user|unused", {}, ["time", null, "item", "user"]],
    [SIDES, {}, ["user", "item", "rating", "time"]],
    [SIDES, { timeFormat: "milliseconds" }, ["user", "item", "rating", "time"]],
    [SIDES, { timeFormat: "days" }, null],
    ["timestamp|user|item", { timeFormat: "days" }, null],
    ["user|item|rating", { timeFormat: "days" }, ["user", "item", "rating"]],
    ["user|item|rating", { kind: "counts" }, ["user", "item", "rating"]],
    ["user|item|rating", { kind: "events" }, null],
    ["user|item|rating|title", {}, null],
  ] as [string, Partial<RatingsOptions>, unknown][])("%s, %o: %j", (roles, options, parts) => {
    expect(readerOf(roles, options).plainParts()).toEqual(parts);
  });

  /** Rows of user, item, rating and time; one row more lies behind them from before. */
  const scanned = (...rows: [number, number, number, number][]): PlainRows => {
    const all = [...rows, [99, 99, 99, 99]];
    return {
      length: rows.length,
      users: Float64Array.from(all, ([user]) => user),
      items: Float64Array.from(all, ([, item]) => item),
      ratings: Float32Array.from(all, ([, , rating]) => rating),
      times: Float64Array.from(all, ([, , , time]) => time),
    };
  };

  it("are read as others are, however many come at once", () => {
    const reader = readerOf(SIDES);
    reader.take(["7", "20", "5", "1"], 2, false);
    reader.takePlain(scanned([8, 20, 4, 2]));
    reader.takePlain(scanned([7, 30, 3.5, 3], [9, 40, 2, 4], [8, 30, 1, 5]));
    reader.takePlain(scanned([9, 20, 0.5, 6]));
    expect(reader.rows).toBe(5 + 1);
    expect(written(finished(reader))).toBe(
      "7|20|5|1 / 8|20|4|2 / 7|30|3.5|3 / 9|40|2|4 / 8|30|1|5 / 9|20|0.5|6",
    );
  });

  it("have times in seconds, or in milliseconds, or none", () => {
    const timesOf = (roles: string, timeFormat: RatingsOptions["timeFormat"]) => {
      const reader = readerOf(roles, { timeFormat });
      reader.takePlain(scanned([1, 1, 5, 6000], [2, 2, 4, 7000]));
      return finished(reader).timestamps;
    };
    expect(timesOf(SIDES, "seconds")).toEqual(Uint32Array.of(6000, 7000));
    expect(timesOf(SIDES, "milliseconds")).toEqual(Uint32Array.of(6, 7));
    expect(timesOf("timestamp|user|item", "milliseconds")).toEqual(Uint32Array.of(6, 7));
    expect(timesOf("user|item|rating", "milliseconds")).toBeNull();
  });

  it("are moved together where only some users are read", () => {
    const rows = Array.from({ length: 30 }, (_, i): [number, number, number, number] => [i, i % 2, i, i]);
    const some = rows.filter(([user]) => isSampled(String(user), 0.5));
    const reader = readerOf(SIDES, { userShare: 0.5 });
    reader.takePlain(scanned(...rows));
    expect(written(finished(reader))).toBe(some.map((row) => row.join("|")).join(" / "));
  });
});

describe("the whole table", () => {
  const sorted = "ann|Heat|4 / ann|Up|3 / bob|Up|2";

  it.each([
    ["ann|Heat|4 / ann|Up|3", "a.csv: need ratings from more than one user."],
    ["ann|Heat|4 / bob|Heat|3", "a.csv: need ratings of more than one item."],
    ["ann|Heat| / bob|Up|", "a.csv has no ratings: the column is empty. Expected one rating per line"],
    ["ann|Heat|x y", "a.csv: 1 of 1 rows are not readable"],
  ])("is refused: %s", (rows, message) => {
    expect(() => finished(read("user|item|rating", rows))).toThrow(message);
  });

  it("holds rows without a rating against no others", () => {
    const blanks = Array.from({ length: 80 }, () => "ann|Heat|").join(" / ");
    const broken = Array.from({ length: 4 }, () => "ann|Heat|x y").join(" / ");
    expect(written(finished(read("user|item|rating", `${sorted} / ${blanks} / ${broken}`)))).toBe(sorted);
  });

  it("tells how far it is", () => {
    const told: number[] = [];
    const steps = read("user|item|rating", sorted).finish((share) => void told.push(share));
    atOnce(steps);
    expect(told).toEqual([0.1, 0.2, 0.3, 0.4, 0.5, 0.5]);
  });

  it("has the last of what somebody rated twice, or the strongest of what they did", () => {
    const twice = "ann|Heat|2|20 / ann|Up|3|30 / bob|Up|2|10 / ann|Heat|5|10";
    const rated = read(SIDES, twice);
    expect(written(finished(rated))).toBe("ann|Heat|2|20 / ann|Up|3|30 / bob|Up|2|10");
    expect(rated.repeated).toBe(1);
    const done = read("user|item|rating", "ann|Heat|purchase / ann|Up|view / bob|Up|view / ann|Heat|view", {
      kind: "events",
    });
    expect(written(finished(done))).toBe("ann|Heat|3 / ann|Up|1 / bob|Up|1");
    expect(done.repeated).toBe(1);
  });

  it("says that ratings which are all the same are likes", () => {
    const same = read("rating|user|item", "4|ann|Heat / 4|bob|Up");
    finished(same);
    expect(same.assumptions).toEqual([
      { sentence: "All ratings in a.csv are 4, so each row counts as a like.", instead: null },
    ]);
    const nearly = read("user|item|rating", sorted);
    finished(nearly);
    expect(nearly.assumptions).toEqual([]);
  });

  it("leaves out what stands for not rated, and offers to count it", () => {
    const rows = "ann|Heat|-1 / ann|Up|4 / bob|Up|5 / bob|Big|-1 / bob|Heat|3 / bob|Jaws|";
    const reader = read("user|item|rating", rows);
    expect(written(finished(reader))).toBe("ann|Up|4 / bob|Up|5 / bob|Heat|3");
    expect([reader.unrated, reader.repeated]).toEqual([3, 0]);
    expect(reader.assumptions).toEqual([
      {
        sentence: "40% of the ratings in a.csv are \u22121, taken as not rated and left out.",
        instead: { label: "Count them as ratings", choices: { unrated: [] } },
      },
    ]);
    const counted = read("user|item|rating", rows, { unrated: [] });
    expect(finished(counted).ratings).toHaveLength(5);
    const chosen = read("user|item|rating", rows, { unrated: [5, 3] });
    expect(written(finished(chosen))).toBe("ann|Heat|-1 / ann|Up|4 / bob|Big|-1");
    expect([chosen.unrated, chosen.assumptions]).toEqual([3, []]);
  });
});
