import { File } from "node:buffer";
import Papa from "papaparse";
import { readCatalogue } from "../src/dataset/readCatalogue.ts";
import type { DataFile } from "../src/files/ByteSource.ts";
import { SeededRandom } from "../src/matrix/random.ts";

/**
 * Reads generated ratings in ml-32m's shape (1 million without an argument) in Node: as they are, with one quoted row
 * at the beginning so that all go PapaParse's way, and by PapaParse alone. Prints nanoseconds of processor time a row.
 */
const ROWS = Number(process.argv[2] ?? 1_000_000);
const PER_USER = 159;
const ITEMS = 87_585;
const HEADER = "userId,movieId,rating,timestamp\n";

function generated(): string[] {
  const random = new SeededRandom(1);
  const pieces: string[] = [];
  let rows = "";
  for (let i = 0; i < ROWS; i++) {
    const item = 1 + Math.floor(ITEMS * random.float() ** 3);
    rows += `${1 + Math.floor(i / PER_USER)},${item},${((1 + random.below(10)) / 2).toFixed(1)},${1_000_000_000 + i * 20}\n`;
    if (rows.length > 2 ** 20 || i === ROWS - 1) {
      pieces.push(rows);
      rows = "";
    }
  }
  return pieces;
}

async function measure(what: string, work: () => Promise<unknown> | unknown): Promise<number> {
  const began = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(began);
  const nanoseconds = ((user + system) * 1000) / ROWS;
  console.log(`${what.padEnd(44)} ${nanoseconds.toFixed(0).padStart(6)} ns a row`);
  return nanoseconds;
}

const pieces = generated();
const file = (name: string, first = "") => new File([HEADER, first, ...pieces], name) as DataFile;
const scanned = await measure("Matinee, plain rows scanned", () => readCatalogue([file("plain.csv")]));
const parsed = await measure("Matinee, PapaParse's way", () =>
  readCatalogue([file("quoted.csv", '"1",1,5.0,1\n')]),
);
const alone = await measure("PapaParse alone", () => {
  for (const piece of pieces) Papa.parse(piece, { delimiter: ",", newline: "\n" });
});
console.log(
  `${ROWS} rows: scanning is ${(parsed / scanned).toFixed(1)} times as fast as PapaParse's way, ${(alone / scanned).toFixed(1)} times as PapaParse alone`,
);
