import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { IMPORTERS } from "../../src/importers/importers.ts";
import { SeededRandom } from "../../src/matrix/random.ts";
import { read } from "../support/fuzz/oracle.ts";
import { bytesOf, packed, SEEDS } from "../support/fuzz/seeds.ts";

/** What failed once, a folder each; `npm run fuzz` adds to it. */
const CORPUS = new URL("corpus/", import.meta.url);

it("the fuzzer starts from a file of each kind that is read, and of each service", async () => {
  for (const seed of SEEDS) {
    const files = seed.files.map((file) => ({ name: file.name, bytes: bytesOf(file) }));
    const ending = await read(packed(seed, files), new SeededRandom(1));
    const right =
      seed.kind === "a list of Letterboxd"
        ? { refused: expect.any(String) }
        : seed.source
          ? "own"
          : expect.any(String);
    expect([seed.kind, ending]).toEqual([seed.kind, right]);
  }
  const sources = new Set(SEEDS.map(({ source }) => source));
  expect(IMPORTERS.filter(({ name }) => !sources.has(name))).toEqual([]);
});

it.each([
  ["user-without-item", { refused: expect.stringContaining("no column says who rated what") }],
  ["user-and-rating-only", { refused: expect.stringContaining("no column says what was rated") }],
  ["nameless-column", "own"],
  // A note stands above the one; of the other, a row with the same name twice was taken for a header.
  ["note-above-a-list", "own"],
  ["name-twice-in-a-row-of-data", "data set"],
  // One has a run of a billion values, on which the reader ended the process; the other left a rejection to nobody.
  ["parquet-run-too-long", { refused: expect.stringContaining("Parquet file that can't be read") }],
  ["parquet-broken-page-header", { refused: expect.stringContaining("Parquet file that can't be read") }],
  // hyparquet went round for ever.
  ["parquet-negative-children", { refused: expect.stringContaining("Parquet file that can't be read") }],
])("%s, which failed once, ends as it should", async (folder, right) => {
  expect(await readCase(folder)).toEqual(right);
});

it("reads or refuses all that ever failed", async () => {
  for (const folder of readdirSync(CORPUS)) await readCase(folder);
});

function readCase(folder: string) {
  const path = new URL(`${folder}/`, CORPUS);
  const files = readdirSync(path).map(
    (name) => [name, new Uint8Array(readFileSync(new URL(name, path)))] as const,
  );
  return read(new Map(files), new SeededRandom(1));
}
