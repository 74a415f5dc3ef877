import { describe, expect, it } from "vitest";
import type { Column, Role, TableForm, TableKind } from "../../src/dataset/columns/TableForm.ts";
import type { Choices, Table, Understanding } from "../../src/dataset/columns/understand.ts";
import { FILMS } from "../../src/dataset/nouns.ts";
import {
  readItems,
  readLinks,
  readRatings,
  readTags,
  readUsers,
} from "../../src/dataset/reading/readTables.ts";
import { fileSource } from "../../src/files/ByteSource.ts";
import { readHead } from "../../src/files/TableHead.ts";
import { atOnce } from "../../src/steps.ts";
import { headOf } from "../support/headOf.ts";

const columns = (roles: string) =>
  roles.split("|").map((role): Column => ({ name: `the ${role}`, role: role as Role }));

/** "ann|Heat|4 / bob|Up|2", below a header of roles. */
function tableOf(kind: TableKind, roles: string, rows: string, form: Partial<TableForm> = {}): Table {
  const all = columns(roles);
  const header = all.map(({ name }) => name).join("|");
  const hasHeader = form.hasHeader ?? true;
  return {
    head: headOf(hasHeader ? `${header} / ${rows}` : rows),
    form: { kind, hasHeader, columns: all, ...form },
  };
}

const understood = (tables: Partial<Understanding>): Understanding => ({
  ratings: tableOf("ratings", "user|item", ""),
  items: null,
  users: null,
  links: null,
  tags: [],
  nouns: FILMS,
  ...tables,
});

async function ratingsOf(ratings: Table, choices: Choices = {}) {
  const { rows, skipped } = await readRatings(understood({ ratings }), choices, {});
  const said = rows.assumptions.map(({ sentence }) => sentence);
  expect(skipped).toBe(rows.skipped);
  const { timestamps, ratings: values, userIds } = atOnce(rows.finish());
  return { said, skipped, unrated: rows.unrated, timestamps, values: [...values], userIds };
}

const TIMED = "user|item|rating|timestamp";

describe("ratings", () => {
  it("are read by what their columns are", async () => {
    expect(await ratingsOf(tableOf("ratings", TIMED, "ann|Heat|4|7 / bob|Up|2|8 / cy|Up|n/a|9"))).toEqual({
      said: [],
      skipped: expect.objectContaining({ count: 0 }),
      unrated: 1,
      timestamps: Uint32Array.of(7, 8),
      values: [4, 2],
      userIds: ["ann", "bob", "cy"],
    });
  });

  it.each<[string, string, string[], number[] | null]>([
    [
      "nobody can read them",
      "ann|Heat|4|soon / bob|Up|2|later",
      ['The times in table.csv ("the timestamp") can\'t be read and are not used.'],
      null,
    ],
    [
      "day and month may be either",
      "ann|Heat|4|3/3/2020 / bob|Up|2|3/4/2020",
      ["The dates in table.csv are read with the month first: 3/3/2020."],
      [1583193600, 1583280000],
    ],
    ["a day tells the month", "ann|Heat|4|3/4/2020 / bob|Up|2|3/13/2020", [], [1583280000, 1584057600]],
    ["a day comes first", "ann|Heat|4|4/3/2020 / bob|Up|2|13/3/2020", [], [1583280000, 1584057600]],
  ])("say what their times are taken for where %s", async (_, rows, said, timestamps) => {
    const read = await ratingsOf(tableOf("ratings", TIMED, rows));
    expect(read.said).toEqual(said);
    expect(read.timestamps && [...read.timestamps]).toEqual(timestamps);
    expect(read.values[0]).toBe(4);
  });

  it("name the first date that is there", async () => {
    const rows = Array.from(
      { length: 40 },
      (_, i) => `p${i}|f${i}|2|${i === 0 ? " " : `3/${1 + (i % 9)}/2020`}`,
    );
    const { said, skipped } = await ratingsOf(tableOf("ratings", TIMED, rows.join(" / ")));
    expect(said).toEqual(["The dates in table.csv are read with the month first: 3/2/2020."]);
    expect(skipped.count).toBe(1);
  });

  it("look at the first row, too, where there is no header", async () => {
    const rows = "ann|Heat|4|3/13/2020 / bob|Up|2|3/4/2020";
    expect((await ratingsOf(tableOf("ratings", TIMED, rows, { hasHeader: false }))).said).toEqual([]);
  });

  const words = (...cells: string[]) => cells.map((cell, i) => `p${i}|f${i}|${cell}`).join(" / ");

  it("leave out words that stand between numbers, and say so", async () => {
    const one = await ratingsOf(
      tableOf("ratings", "user|item|rating", words("4", "absent", "3", "absent", "2")),
    );
    expect(one).toMatchObject({ unrated: 2, values: [4, 3, 2] });
    expect(one.said).toEqual(["“absent” in table.csv is taken as not rated and left out."]);
    const two = await ratingsOf(
      tableOf(
        "ratings",
        "user|item|rating",
        words("4", "absent", "3", "absent", "2", "gone", "gone", "1", "2"),
      ),
    );
    expect(two.said).toEqual(["“absent” and “gone” in table.csv are taken as not rated and left out."]);
  });

  it("take a header that comes again for no word, and nothing for one among events", async () => {
    const joined = "p0|f0|4 / HEADER / p1|f1|3 / HEADER / p2|f2|2".replaceAll(
      "HEADER",
      "the user|the item|the rating",
    );
    expect(await ratingsOf(tableOf("ratings", "user|item|rating", joined))).toMatchObject({
      said: [],
      unrated: 0,
      values: [4, 3, 2],
    });
    const events = tableOf("ratings", "user|item|rating", words("purchase", "1", "purchase", "2", "3"), {
      ratings: "events",
    });
    expect(await ratingsOf(events)).toMatchObject({ said: [], unrated: 0, values: [3, 3] });
  });

  it("are hours or plays with thousands where they are counts", async () => {
    const cells = words("1,234", "2,500", "3");
    const kind = { ratings: "counts" } as const;
    expect((await ratingsOf(tableOf("ratings", "user|item|rating", cells, kind))).values).toEqual([
      1234, 2500, 3,
    ]);
  });

  it("are read by what all of them are, and without what stands for none", async () => {
    const fractions = tableOf("ratings", "user|item|rating", words("2/4", "8/10", "10/10"));
    expect((await ratingsOf(fractions)).values).toEqual([2.5, 4, 5]);
    const marked = tableOf("ratings", "user|item|rating", words("-1", "4", "5", "3"));
    expect((await ratingsOf(marked)).values).toEqual([4, 5, 3]);
  });

  it("are those that a person chose", async () => {
    const table = () => tableOf("ratings", "user|item|rating", words("4", "3", "2", "5", "1", "4", "3", "2"));
    expect((await ratingsOf(table(), { unrated: [4, 1] })).values).toEqual([3, 2, 5, 3, 2]);
    const some = await ratingsOf(table(), { userShare: 0.5 });
    expect(some.userIds.length).toBeLessThan(8);
    expect((await ratingsOf(table())).userIds).toHaveLength(8);
  });
});

const refused = () => Promise.reject(new Error("read row by row"));

it("scans plain text, and reads row by row what is not plain", async () => {
  const head = await readHead(
    fileSource(new File(["user,item,rating,x\n1,10,4,a\n2,20,3,b\n1,20,2,c\n"], "a.csv")),
  );
  const form = { kind: "ratings", hasHeader: true, columns: columns("user|item|rating") } as const;
  const scanned = await readRatings(
    understood({ ratings: { head: { ...head, read: refused }, form } }),
    {},
    {},
  );
  expect([...atOnce(scanned.rows.finish()).ratings]).toEqual([4, 3, 2]);
  const titled = { ...form, columns: columns("user|item|rating|title") };
  const read = await readRatings(understood({ ratings: { head, form: titled } }), {}, {});
  expect([...read.rows.descriptions.keys()]).toEqual(["10", "20"]);

  const genome = await readHead(fileSource(new File(["m,t,r\n1,10,0.75\n2,10,0.5\n"], "genome.csv")));
  const tags = { kind: "tags", hasHeader: true, columns: columns("item|tags|relevance") } as const;
  const [{ rows }] = await readTags(
    understood({ tags: [{ head: { ...genome, read: refused }, form: tags }] }),
    {},
  );
  expect(rows.finish().weights).toEqual(Float32Array.of(0.75));
});

describe("tables about things and people", () => {
  it("are none where there are none", async () => {
    expect(await readItems(understood({}), {})).toBeNull();
    expect(await readUsers(understood({}), {})).toBeNull();
    expect(await readLinks(understood({}), {})).toBeNull();
    expect(await readTags(understood({}), {})).toEqual([]);
  });

  it("are read by what their columns are, and what cannot be read is told", async () => {
    const items = tableOf("items", "item|title", "1|Heat (1995) / 2|");
    const read = await readItems(understood({ items }), {});
    expect([...(read?.rows ?? [])].map(([id, { title, year }]) => [id, title, year])).toEqual([
      ["1", "Heat", 1995],
    ]);
    expect(read?.skipped.examples).toEqual([{ file: "table.csv", row: 3, reason: "missing title" }]);

    const users = await readUsers(understood({ users: tableOf("users", "user|feature", "1|F / |M") }), {});
    expect([...(users?.rows ?? [])]).toEqual([["1", ["the feature F"]]]);
    expect(users?.skipped.examples).toEqual([{ file: "table.csv", row: 3, reason: "missing id" }]);

    const links = await readLinks(
      understood({ links: tableOf("links", "item|imdb", "1|tt0113277 / |7") }),
      {},
    );
    expect([...(links?.rows ?? [])]).toEqual([["1", { imdbId: "113277" }]]);
    expect(links?.skipped.examples).toEqual([{ file: "table.csv", row: 3, reason: "missing id" }]);

    const tags = await readTags(
      understood({
        tags: [
          tableOf("tags", "item|tags", "1|Funny / |sad"),
          tableOf("tags", "tags|item", "dark|2", { hasHeader: false }),
        ],
      }),
      {},
    );
    expect(tags.map(({ rows }) => [rows.items.ids, rows.names.ids])).toEqual([
      [["1"], ["funny"]],
      [["2"], ["dark"]],
    ]);
    expect(tags.map(({ skipped }) => skipped.count)).toEqual([1, 0]);
  });

  it("are read to their first row where they have no header", async () => {
    const bare = { hasHeader: false };
    const items = await readItems(understood({ items: tableOf("items", "item|title", "1|Heat", bare) }), {});
    const users = await readUsers(understood({ users: tableOf("users", "user|feature", "1|F", bare) }), {});
    const links = await readLinks(understood({ links: tableOf("links", "item|imdb", "1|tt7", bare) }), {});
    expect([items, users, links].map((read) => [...(read?.rows.keys() ?? [])])).toEqual([
      ["1"],
      ["1"],
      ["1"],
    ]);
  });
});

it("stops on the signal, and tells how far it is", async () => {
  const head = () => readHead(fileSource(new File(["a,b\n1,2\n3,4\n"], "a.csv")));
  const told: string[] = [];
  const stop = new AbortController();
  const options = {
    signal: stop.signal,
    onProgress: ({ file, rows }: { file: string; rows: number }) => void told.push(`${file} ${rows}`),
  };
  const of = async (kind: TableKind, roles: string) => ({
    head: await head(),
    form: { kind, hasHeader: true, columns: columns(roles) },
  });
  const all = understood({
    ratings: await of("ratings", "user|item"),
    items: await of("items", "item|title"),
    users: await of("users", "user|feature"),
    links: await of("links", "item|imdb"),
    tags: [await of("tags", "item|tags"), await of("tags", "item|tags|relevance")],
  });
  const readers = [
    () => readRatings(all, {}, options),
    () => readItems(all, options),
    () => readUsers(all, options),
    () => readLinks(all, options),
    () => readTags(all, options),
  ];
  for (const read of readers) {
    told.length = 0;
    await read();
    expect(told.at(-1)).toBe("a.csv 2");
  }
  stop.abort();
  for (const read of readers) await expect(read()).rejects.toThrow("Reading a.csv was stopped.");
});
