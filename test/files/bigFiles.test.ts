import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { isSampled } from "../../src/dataset/reading/budget.ts";
import { IdRows } from "../../src/dataset/reading/IdRows.ts";
import { readCatalogue } from "../../src/dataset/reading/readCatalogue.ts";
import { TimeColumn } from "../../src/dataset/reading/TimeColumn.ts";
import { CancelledError, DataFileError } from "../../src/errors.ts";
import { openGzip } from "../../src/files/archives/gzip.ts";
import { WORTH_A_THREAD } from "../../src/files/archives/openZip.ts";
import type { DataFile } from "../../src/files/ByteSource.ts";
import { GrowingArray } from "../../src/files/GrowingArray.ts";
import { openFiles } from "../../src/files/openFiles.ts";
import type { ReadProgress } from "../../src/files/readTable.ts";

const USERS = 2000;
const rows = Array.from({ length: USERS * 3 }, (_, i) => `${Math.floor(i / 3)},${i % 50},${1 + (i % 5)}`);
const file = new File([`user,item,rating\n${rows.join("\n")}\n`], "big.csv");

describe("data that is too large", () => {
  it("is refused before it is read, with what it needs and what would fit", async () => {
    let read = 0;
    const reading = readCatalogue([file], { memory: 135_000, onProgress: () => read++ });
    await expect(reading).rejects.toThrow(DataFileError);
    await expect(reading).rejects.toThrow(
      /big.csv has about 6 thousand ratings.*A random \d\d% of the users would fit/,
    );
    expect(read).toBe(0);
  });

  it("is read in part: all ratings of some users, the same ones every time", async () => {
    const choices = { userShare: 0.4 };
    const part = await readCatalogue([file], { memory: 135_000, choices });
    const { userIds, users } = part.ratings;
    expect(userIds.length / USERS).toBeGreaterThan(0.35);
    expect(userIds.length / USERS).toBeLessThan(0.45);
    expect(users.length).toBe(userIds.length * 3);
    expect(userIds.every((id) => isSampled(id, 0.4))).toBe(true);
    expect(part.name).toContain("40 % of the users");
    expect((await readCatalogue([file], { choices })).ratings.userIds).toEqual(userIds);
  });
});

it("stops also once all is read: checking a large table takes seconds", async () => {
  const stop = new AbortController();
  const onProgress = ({ bytes, totalBytes }: ReadProgress) => {
    if (bytes === totalBytes) setImmediate(() => stop.abort());
  };
  await expect(readCatalogue([file], { signal: stop.signal, onProgress })).rejects.toThrow(CancelledError);
});

it("gives ids rows in order, whether they are numbers or not", () => {
  const rowsOf = new IdRows("a.csv");
  const ids = [
    "7",
    "07",
    "7",
    "0",
    "",
    "99999999",
    "16777215",
    "16777216",
    "x",
    "0",
    "__proto__",
    "-1",
    "1.0",
  ];
  const known = new Map<string, number>();
  for (const id of ids) {
    if (!known.has(id)) known.set(id, known.size);
    expect(rowsOf.row(id)).toBe(known.get(id));
  }
  expect(rowsOf.ids).toEqual([...known.keys()]);
});

it("holds as many numbers as come, and lets go of them", () => {
  const numbers = new GrowingArray((length) => new Float64Array(length));
  for (let i = 0; i < 3_000_001; i++) numbers.push(i);
  expect(numbers.length).toBe(3_000_001);
  const all = numbers.finish();
  expect([all.length, all[0], all[1024], all[2_999_999], all[3_000_000]]).toEqual([
    3_000_001, 0, 1024, 2_999_999, 3_000_000,
  ]);
  expect(numbers.length).toBe(0);
  for (let i = 0; i < 500; i++) numbers.append(Float64Array.of(i, -i, 0.5), 2);
  expect(numbers.finish()).toEqual(
    Float64Array.from({ length: 1000 }, (_, i) => (i % 2 ? -(i >> 1) : i >> 1)),
  );
});

it("holds as many numbers as were expected where they came, and more in a copy", () => {
  const expected = 2_000_000;
  for (const count of [1_500_000, expected, 2_500_000]) {
    const numbers = new GrowingArray((length) => new Int32Array(length), expected);
    for (let i = 0; i < count; i++) numbers.push(i);
    const all = numbers.finish();
    expect(all.length).toBe(count);
    expect(all.every((number, i) => number === i)).toBe(true);
    expect(all.buffer.byteLength).toBe(4 * Math.max(count, expected));
    expect(numbers.length).toBe(0);
  }
  // Fewer than a piece holds are worth copying, so as not to keep the rest.
  const few = new GrowingArray((length) => new Int32Array(length), expected);
  few.push(7);
  expect(few.finish().buffer.byteLength).toBe(4);
  const tooMany = new GrowingArray((length) => new Int32Array(length), Infinity);
  tooMany.push(7);
  expect(tooMany.finish()).toEqual(Int32Array.of(7));
});

it("holds times in 32 bits as long as all are whole seconds that fit", () => {
  const times = [
    [0, 4_294_967_295],
    [1, 2.5, 3],
    [5, -1],
    [4_294_967_296, 7],
  ];
  for (const seconds of times) {
    const [one, together] = [new TimeColumn(), new TimeColumn()];
    for (const second of seconds) one.push(second);
    together.append(Float64Array.from(seconds), seconds.length);
    const expected = seconds === times[0] ? Uint32Array.from(seconds) : Float64Array.from(seconds);
    expect(one.finish()).toEqual(expected);
    expect(together.finish()).toEqual(expected);
  }
});

it("leaves a large gzip to another thread where there is one", async () => {
  const bytes = new Uint8Array(WORTH_A_THREAD + 3).fill(7);
  const asked: unknown[] = [];
  async function* elsewhere(file: DataFile, entry: unknown) {
    asked.push(entry);
    yield* (await openGzip(file)).pieces();
  }
  const fileOf = (content: Uint8Array) => new File([gzipSync(content, { level: 0 })], "ratings.csv.gz");
  const [small, large] = await openFiles([fileOf(bytes.subarray(0, 99)), fileOf(bytes)], elsewhere);
  expect([small.name, small.ahead]).toEqual(["ratings.csv", undefined]);
  for await (const piece of large.ahead?.() ?? []) {
    expect(piece[0]).toBe(7);
    break;
  }
  expect(asked).toEqual([null]);
});
