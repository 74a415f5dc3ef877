import fc from "fast-check";
import { zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { readCatalogue } from "../../src/dataset/readCatalogue.ts";
import { DataFileError, MatineeError } from "../../src/errors.ts";
import type { DataFile } from "../../src/files/ByteSource.ts";
import { openZip } from "../../src/files/openZip.ts";
import { MILLION } from "../support/movielensFiles.ts";
import { placeOf, streamedZip, zipFile, zipOf } from "../support/zips.ts";

async function textsOf(file: DataFile): Promise<Record<string, string>> {
  const texts = new Map<string, string>();
  for (const [path, entry] of await openZip(file)) {
    const pieces: Uint8Array[] = [];
    for await (const piece of entry.pieces()) pieces.push(piece);
    texts.set(path, Buffer.concat(pieces).toString());
  }
  return Object.fromEntries(texts);
}

/** Changes bytes of the list at the end, counted from the beginning of its first entry. */
const listed =
  (at: number, ...values: number[]) =>
  (bytes: Uint8Array) => {
    bytes.set(values, placeOf(bytes, 1, 2) + at);
    return bytes;
  };
const LONG = "1,2,3\n".repeat(100_000);

describe("a zip", () => {
  it("gives what is in it, whatever its names, folders aside", async () => {
    const entries = { "ml/ratings.csv": LONG, "ml/größe.csv": "ü", empty: "" };
    expect(
      await textsOf(zipOf({ ...entries, "ml/": "", "__MACOSX/ml/._ratings.csv": "?", "a/.DS_Store": "?" })),
    ).toEqual(entries);
    const names = [...(await openZip(zipOf({ "ml/ratings.csv": LONG }))).values()];
    expect(names).toMatchObject([{ name: "ratings.csv", size: LONG.length }]);
    expect(await textsOf(streamedZip("a.csv", LONG))).toEqual({ "a.csv": LONG });
  });

  it("may hold an entry whose name is that of every object's prototype", async () => {
    const [[path, entry]] = await openZip(streamedZip("__proto__", "x"));
    expect([path, entry.size]).toEqual(["__proto__", 1]);
  });

  it("is a data set as GroupLens offers it", async () => {
    const texts = await Promise.all(
      MILLION().map(async (file) => [`ml-1m/${file.name}`, Buffer.from(await file.arrayBuffer())] as const),
    );
    const catalogue = await readCatalogue([zipFile(zipSync(Object.fromEntries(texts)), "ml-1m.zip")]);
    expect(catalogue.items.map(({ title }) => title)).toContain("Les Misérables");
    expect(catalogue.userFeatures).toHaveLength(2);
  });

  it.each<[string, DataFile, RegExp]>([
    [
      "encrypted",
      zipOf({ "a.csv": LONG }, listed(8, 1)),
      /data.zip is encrypted. Unpack it with its password/,
    ],
    ["cut short", zipOf({ "a.csv": LONG }, (bytes) => bytes.subarray(0, -30)), /cut short or damaged/],
    ["cut short early", zipOf({ "a.csv": LONG }, (bytes) => bytes.subarray(0, 40)), /cut short or damaged/],
    ["of a path with ..", zipOf({ "a/../../b.csv": LONG }), /leads out of the zip/],
    ["of a path from the root", zipOf({ "/etc/b.csv": LONG }), /leads out of the zip/],
    ["of a path from a drive", zipOf({ "C:\\b.csv": LONG }), /leads out of the zip/],
    ["a bomb", zipOf({ "a.csv": "0".repeat(5_000_000) }), /more than 100 times its size/],
    [
      "a bomb that says it is none",
      zipOf({ "a.csv": "0".repeat(5_000_000) }, listed(24, 0, 1, 0, 0)),
      /100 times/,
    ],
    ["of a wrong check sum", zipOf({ "a.csv": LONG }, listed(16, 1, 2, 3, 4)), /cut short or damaged/],
    ["packed otherwise", zipOf({ "a.csv": LONG }, listed(10, 12)), /compressed in a way/],
    ["of entries that overlap", zipOf({ "a.csv": LONG, "b.csv": LONG }, listed(42, 60)), /damaged/],
  ])("is refused: %s", async (_, file, message) => {
    const reading = textsOf(file);
    await expect(reading).rejects.toThrow(DataFileError);
    await expect(reading).rejects.toThrow(message);
  });

  it("in a zip is not unpacked", async () => {
    const inner = Buffer.from(await zipOf({ "ratings.csv": "user,item,rating\n1,1,1\n" }).arrayBuffer());
    await expect(readCatalogue([zipFile(zipSync({ "inner.zip": inner }))])).rejects.toThrow(
      /inner.zip is a zip within a zip/,
    );
  });

  it("gives its contents or an error of its own, whatever was done to it", async () => {
    const whole = new Uint8Array(await zipOf({ "a.csv": "1,2\n".repeat(20), b: "x" }).arrayBuffer());
    await fc.assert(
      fc.asyncProperty(
        fc.nat(whole.length - 1),
        fc.nat(255),
        fc.nat(whole.length),
        async (at, value, end) => {
          const changed = whole.slice(0, Math.max(end, whole.length - 3));
          changed[at] = value;
          try {
            await textsOf(zipFile(changed));
          } catch (error) {
            expect(error).toBeInstanceOf(MatineeError);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
