import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { expect, it } from "vitest";
import { RatingsReader } from "../../src/dataset/RatingsReader.ts";
import type { RatingsTable } from "../../src/dataset/RatingsTable.ts";
import type { Column } from "../../src/dataset/TableForm.ts";
import { DataFileError } from "../../src/errors.ts";
import type { ByteSource } from "../../src/files/ByteSource.ts";
import { readTable, scanTable } from "../../src/files/readTable.ts";
import { readHead, type TableHead } from "../../src/files/TableHead.ts";
import { atOnce } from "../../src/steps.ts";

/** Tables that are generated: `SCAN_RUNS=1000000 npx vitest run test/files/scanText.test.ts` tries a million. */
const RUNS = Number(process.env.SCAN_RUNS ?? 400);
const MILLISECONDS_A_RUN = 100;

const COLUMNS: Column[] = (["user", "unused", "item", "rating", "timestamp"] as const).map((role) => ({
  name: role,
  role,
}));

function cutSource(text: string, cuts: readonly number[]): ByteSource {
  const bytes = new TextEncoder().encode(text);
  const places = [0, ...cuts.map((cut) => cut % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
  return {
    name: "cut.csv",
    size: bytes.length,
    async *pieces() {
      for (let i = 1; i < places.length; i++) yield bytes.subarray(places[i - 1], places[i]);
    },
  };
}

/** The table, what was skipped and what was left out; or the refusal. @param source that is scanned; null if none is to be */
async function read(head: TableHead, source: ByteSource | null, hasHeader: boolean) {
  const reader = new RatingsReader("cut.csv", COLUMNS, {
    timeFormat: "seconds",
    nouns: { one: "item", many: "items" },
    userShare: 1,
    kind: "ratings",
    unrated: [],
  });
  const parts = reader.plainParts() ?? [];
  let plainRows = 0;
  const takePlain: typeof reader.takePlain = (rows) => {
    plainRows += rows.length;
    reader.takePlain(rows);
  };
  let outcome: RatingsTable | string;
  try {
    if (source === null) await readTable(head, hasHeader, reader.take);
    else {
      const scanned = { ...head, source, plain: head.plain && { ...head.plain, source } };
      await scanTable(scanned, hasHeader, { parts, takePlain, take: reader.take });
    }
    outcome = atOnce(reader.finish());
  } catch (error) {
    if (!(error instanceof DataFileError)) throw error;
    outcome = error.message;
  }
  return { plainRows, result: { outcome, skipped: { ...reader.skipped }, unrated: reader.unrated } };
}

const number = fc.nat({ max: 999 }).map(String);
const cell = fc.oneof(
  { weight: 40, arbitrary: number },
  {
    weight: 4,
    arbitrary: fc.constantFrom("0", "4.5", "3.25", "0.023999999999999994", "16777216", "123456789012345"),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      "",
      "007",
      "-1",
      "-0",
      "1e3",
      " 5",
      '"6"',
      "é",
      "4.",
      ".5",
      "1.2.3",
      "NA",
      "\\N",
      "1,5",
      "x\r",
    ),
  },
);
const row = (delimiter: string) =>
  fc.array(cell, { minLength: 5, maxLength: 6 }).map((cells) => cells.join(delimiter));
const oddRow = fc.constantFrom("", "1,2,3", " ", "1,2,3,4,5,6,7,8");
const text = fc
  .record({
    rows: fc.array(fc.oneof({ weight: 12, arbitrary: row(",") }, { weight: 1, arbitrary: oddRow }), {
      minLength: 3,
      maxLength: 14,
    }),
    header: fc.boolean(),
    end: fc.constantFrom("\n", "\r\n"),
    last: fc.boolean(),
  })
  .map(({ rows, header, end, last }) => ({
    text: [...(header ? ["user,note,item,rating,time"] : []), ...rows].join(end) + (last ? end : ""),
    header,
  }));

it("gives the table that PapaParse's way gives, whatever is in it and wherever its bytes are cut", {
  timeout: 10_000 + RUNS * MILLISECONDS_A_RUN,
}, async () => {
  await fc.assert(
    fc.asyncProperty(text, fc.array(fc.nat(), { maxLength: 4 }), async ({ text, header }, cuts) => {
      const head = await readHead(cutSource(text, [])).catch(() => null);
      // Of others nothing is scanned.
      fc.pre(head !== null && head.plain !== null && head.skip === 0 && head.dialect?.delimiter === ",");
      const slow = await read(head, null, header);
      const fast = await read(head, cutSource(text, cuts), header);
      // Much quicker than toEqual, which tells what differs.
      if (!isDeepStrictEqual(fast.result, slow.result)) expect(fast.result).toEqual(slow.result);
    }),
    { numRuns: RUNS },
  );
});

it("scans all rows of a plain table, and those above the first that is not", async () => {
  const rows = Array.from({ length: 70_000 }, (_, i) => `${i % 99},x y,${i % 77},${(i % 10) / 2},${1e9 + i}`);
  const plain = `user,note,item,rating,time\n${rows.join("\n")}\n`;
  const headOf = (text: string) => readHead(cutSource(text, []));
  expect((await read(await headOf(plain), cutSource(plain, [1, 40_000]), true)).plainRows).toBe(70_000);
  rows[50_000] = '1,"x",2,3,4';
  const quoted = `user,note,item,rating,time\n${rows.join("\n")}\n`;
  const head = await headOf(quoted);
  const fast = await read(head, cutSource(quoted, []), true);
  expect(fast.plainRows).toBe(50_000);
  expect(fast.result).toEqual((await read(head, null, true)).result);
});
