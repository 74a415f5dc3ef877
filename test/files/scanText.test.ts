import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { expect, it } from "vitest";
import type { Column } from "../../src/dataset/columns/TableForm.ts";
import type { RatingsTable } from "../../src/dataset/RatingsTable.ts";
import { RatingsReader } from "../../src/dataset/reading/RatingsReader.ts";
import { DataFileError } from "../../src/errors.ts";
import type { ByteSource } from "../../src/files/ByteSource.ts";
import { readTable, scanTable } from "../../src/files/readTable.ts";
import { readHead } from "../../src/files/TableHead.ts";
import type { Dialect } from "../../src/files/text/Dialect.ts";
import { readRows } from "../../src/files/text/textRows.ts";
import { SeededRandom } from "../../src/matrix/random.ts";
import { atOnce } from "../../src/steps.ts";

/** `SCAN_RUNS=1000000 SCAN_SEED=2 npx vitest run test/files/scanText.test.ts` compares a million more tables, and others than by 1. */
const RUNS = Number(process.env.SCAN_RUNS ?? 2000);
const SEED = Number(process.env.SCAN_SEED ?? 1);
const MILLISECONDS_A_RUN = 20;

const COLUMNS: Column[] = (["user", "unused", "item", "rating", "timestamp"] as const).map((role) => ({
  name: role,
  role,
}));
/** As nearly all tables have them, whose rows are scanned in a way of their own. */
const USUAL = COLUMNS.filter(({ role }) => role !== "unused");

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

type ScannedHead = Parameters<typeof scanTable>[0];

/** The table, what was skipped and what was left out; or the refusal. @param source that is scanned; null if none is to be */
async function read(head: ScannedHead, source: ByteSource | null, hasHeader: boolean, columns = COLUMNS) {
  const reader = new RatingsReader("cut.csv", columns, {
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

const HEADER = "user,note,item,rating,time";
const USUAL_HEADER = "user,item,rating,time";
const NUMBERS = [
  ...[
    "0",
    "4.5",
    "3.25",
    "0.023999999999999994",
    "16777216",
    "1234567890",
    "1322051573000",
    "123456789012345",
  ],
];
const ODD_CELLS = [
  ...["", "007", "-1", "-0", "1e3", " 5", '"6"', "é", "4.", ".5", "1.2.3", "NA", "\\N", "1,5", "x\r"],
];
const ODD_ROWS = ["", "1,2,3", " ", "1,2,3,4,5,6,7,8"];

const cell = fc.oneof(
  { weight: 40, arbitrary: fc.nat({ max: 999 }).map(String) },
  { weight: 4, arbitrary: fc.constantFrom(...NUMBERS) },
  { weight: 1, arbitrary: fc.constantFrom(...ODD_CELLS) },
);
const row = (delimiter: string) =>
  fc.array(cell, { minLength: 5, maxLength: 6 }).map((cells) => cells.join(delimiter));
const oddRow = fc.constantFrom(...ODD_ROWS);
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
    text: [...(header ? [HEADER] : []), ...rows].join(end) + (last ? end : ""),
    header,
  }));

it("gives the table that PapaParse's way gives, whatever is in it and wherever its bytes are cut", async () => {
  await fc.assert(
    fc.asyncProperty(text, fc.array(fc.nat(), { maxLength: 4 }), async ({ text, header }, cuts) => {
      const head = await readHead(cutSource(text, [])).catch(() => null);
      // Of others nothing is scanned.
      fc.pre(head !== null && head.plain !== null && head.skip === 0 && head.dialect?.delimiter === ",");
      const slow = await read(head, null, header);
      const fast = await read(head, cutSource(text, cuts), header);
      expect(fast.result).toEqual(slow.result);
    }),
    { numRuns: 400 },
  );
});

it("gives the same for as many tables as asked for, whose dialect is known", {
  timeout: 10_000 + RUNS * MILLISECONDS_A_RUN,
}, async () => {
  const random = new SeededRandom(SEED);
  const oneOf = <T>(from: readonly T[]) => from[random.below(from.length)];
  const number = () => String(random.below(oneOf([6, 1000])));
  const cell = () => {
    const kind = random.below(45);
    return kind === 0 ? oneOf(ODD_CELLS) : kind < 5 ? oneOf(NUMBERS) : number();
  };
  const rowOf = (cells: number, ofCells: () => string) =>
    Array.from({ length: cells + random.below(2) }, ofCells).join(",");
  const { dialect } = await readHead(cutSource("user,note,item,rating,time\n1,2,3,4,5\n6,7,8,9,10\n", []));
  for (let run = 0; run < RUNS; run++) {
    // Only a text that begins plainly is scanned.
    const [columns, header] = run % 2 === 0 ? [COLUMNS, HEADER] : [USUAL, USUAL_HEADER];
    const rows = Array.from({ length: 3 + random.below(12) }, (_, i) =>
      i < 2
        ? rowOf(columns.length, number)
        : random.below(13) === 0
          ? oneOf(ODD_ROWS)
          : rowOf(columns.length, cell),
    );
    const hasHeader = random.below(2) === 0;
    const end = oneOf(["\n", "\r\n"]);
    const text = [...(hasHeader ? [header] : []), ...rows].join(end) + oneOf(["", end]);
    const cuts = Array.from({ length: random.below(5) }, () => random.below(text.length + 1));
    const head = headOf(dialect as Dialect, text, hasHeader ? header : null);
    const slow = await read(head, null, hasHeader, columns);
    const fast = await read(head, cutSource(text, cuts), hasHeader, columns);
    // Much quicker than toEqual, which tells what differs.
    if (!isDeepStrictEqual(fast.result, slow.result)) {
      expect({ ...fast.result, text, cuts, run }).toEqual({ ...slow.result, text, cuts, run });
    }
  }
});

/** What is needed of a table's head where there is no doubt about it. */
function headOf(dialect: Dialect, text: string, header: string | null): ScannedHead {
  const source = cutSource(text, []);
  return {
    source,
    skip: 0,
    rows: header ? [header.split(",")] : [],
    plain: { source, dialect, encoding: null },
    read: (take, onBytes) => readRows(source, { encoding: null }, dialect, 0, take, onBytes),
  };
}

it("scans all rows of a plain table, and those above the first that is not", async () => {
  const rows = Array.from({ length: 70_000 }, (_, i) => `${i % 99},x y,${i % 77},${(i % 10) / 2},${1e9 + i}`);
  const plain = `user,note,item,rating,time\n${rows.join("\n")}\n`;
  expect(
    (await read(await readHead(cutSource(plain, [])), cutSource(plain, [1, 40_000]), true)).plainRows,
  ).toBe(70_000);
  rows[50_000] = '1,"x",2,3,4';
  const quoted = `user,note,item,rating,time\n${rows.join("\n")}\n`;
  const head = await readHead(cutSource(quoted, []));
  const fast = await read(head, cutSource(quoted, []), true);
  expect(fast.plainRows).toBe(50_000);
  expect(fast.result).toEqual((await read(head, null, true)).result);
});
