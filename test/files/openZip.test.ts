import fc from "fast-check";
import { zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { readCatalogue } from "../../src/dataset/reading/readCatalogue.ts";
import { DataFileError } from "../../src/errors.ts";
import { openZip } from "../../src/files/archives/openZip.ts";
import type { DataFile } from "../../src/files/ByteSource.ts";
import { openDropped } from "../../src/importers/openDropped.ts";
import { MILLION } from "../support/movielensFiles.ts";
import { placeOf, streamedZip, zip64Of, zipFile, zipOf } from "../support/zips.ts";

async function textsOf(file: DataFile): Promise<Record<string, string>> {
  const texts = new Map<string, string>();
  for (const [path, entry] of await openZip(file)) {
    const pieces: Uint8Array[] = [];
    for await (const piece of entry.pieces()) pieces.push(piece);
    texts.set(path, Buffer.concat(pieces).toString());
  }
  return Object.fromEntries(texts);
}

it("unpacks into pieces larger than those of Node's own stream, each of which costs as much as its bytes", async () => {
  const text = Array.from({ length: 200_000 }, (_, i) => `${i},${(i * 7919) % 10_007}\n`).join("");
  const [entry] = (await openZip(zipFile(zipSync({ "any.csv": Buffer.from(text) })))).values();
  const lengths: number[] = [];
  for await (const piece of entry.pieces()) lengths.push(piece.length);
  const total = lengths.reduce((sum, length) => sum + length, 0);
  expect(total).toBe(text.length);
  expect(total / lengths.length).toBeGreaterThan(2 ** 14);
});

/** What a zip holds as a data set; null if it is refused. */
async function tablesOf(bytes: Uint8Array) {
  try {
    const dropped = await openDropped([zipFile(bytes)]);
    return dropped.kind === "dataset" ? await dropped.data.read() : dropped;
  } catch (error) {
    expect(error).toBeInstanceOf(DataFileError);
    return null;
  }
}

/** Changes bytes of the list at the end, counted from the beginning of its first entry. */
const listed =
  (at: number, ...values: number[]) =>
  (bytes: Uint8Array) => {
    bytes.set(values, placeOf(bytes, 1, 2) + at);
    return bytes;
  };
/** The same, and what stands in front of the first entry too. */
const everywhere =
  (at: number, ...values: number[]) =>
  (bytes: Uint8Array) => {
    bytes.set(values, at - 2);
    return listed(at, ...values)(bytes);
  };
/** Changes bytes of the very end. */
const ended =
  (at: number, ...values: number[]) =>
  (bytes: Uint8Array) => {
    bytes.set(values, bytes.length - 22 + at);
    return bytes;
  };
/** Gives an entry the name of another, in all places. */
const renamed = (from: string, to: string) => (bytes: Uint8Array) => {
  const text = Buffer.from(bytes).toString("latin1");
  return new Uint8Array(Buffer.from(text.replaceAll(`${from}.csv`, `${to}.csv`), "latin1"));
};
/** Takes the first entry out of the list of contents, as if it had never been in it. */
const withoutFirst = (bytes: Uint8Array) => {
  const at = placeOf(bytes, 1, 2);
  const next = Buffer.from(bytes).indexOf(Buffer.from([0x50, 0x4b, 1, 2]), at + 4);
  const rest = Buffer.concat([bytes.subarray(0, at), bytes.subarray(next)]);
  rest.writeUInt16LE(1, rest.length - 14);
  rest.writeUInt16LE(1, rest.length - 12);
  rest.writeUInt32LE(rest.length - 22 - at, rest.length - 10);
  return new Uint8Array(rest);
};
/** Turns the list of contents round, so that its order is not that of the entries. */
const listedBackwards = (bytes: Uint8Array) => {
  const at = placeOf(bytes, 1, 2);
  const next = Buffer.from(bytes).indexOf(Buffer.from([0x50, 0x4b, 1, 2]), at + 4);
  const end = bytes.length - 22;
  return new Uint8Array(
    Buffer.concat([
      bytes.subarray(0, at),
      bytes.subarray(next, end),
      bytes.subarray(at, next),
      bytes.subarray(end),
    ]),
  );
};
/** Puts bytes between the last entry and the list of contents. */
const withGap = (bytes: Uint8Array) => {
  const at = placeOf(bytes, 1, 2);
  const wider = Buffer.concat([bytes.subarray(0, at), Buffer.from("anything"), bytes.subarray(at)]);
  wider.writeUInt32LE(at + 8, wider.length - 6);
  return new Uint8Array(wider);
};
const withComment = (bytes: Uint8Array) => {
  const comment = Buffer.from("x".repeat(300));
  const longer = Buffer.concat([bytes, comment]);
  longer.writeUInt16LE(comment.length, bytes.length - 2);
  return new Uint8Array(longer);
};
/** Changes bytes of the record that ends a zip64, counted from its beginning. */
const ended64 =
  (at: number, ...values: number[]) =>
  (bytes: Uint8Array) => {
    bytes.set(values, placeOf(bytes, 6, 6) + at);
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

  it.each<[string, (bytes: Uint8Array) => Uint8Array]>([
    ["lists its entries in another order", listedBackwards],
    ["has something between its entries and their list", withGap],
    ["ends with a comment", withComment],
  ])("is read though it %s", async (_, change) => {
    expect(await textsOf(zipOf({ "a.csv": LONG, "b.csv": "b" }, change))).toEqual({
      "a.csv": LONG,
      "b.csv": "b",
    });
  });

  it("may have no entries", async () => {
    expect(await textsOf(zipOf({}))).toEqual({});
  });

  it("may have names in the letters of Windows", async () => {
    const inWindows = (bytes: Uint8Array) => {
      const text = Buffer.from(bytes).toString("latin1").replaceAll("_.csv", "\u00e9.csv");
      return new Uint8Array(Buffer.from(text, "latin1"));
    };
    expect(await textsOf(zipOf({ "_.csv": "a" }, inWindows))).toEqual({ "\u00e9.csv": "a" });
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
      zipOf({ "a.csv": LONG }, everywhere(8, 1)),
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
      zipOf({ "a.csv": "0".repeat(5_000_000) }, everywhere(24, 0, 1, 0, 0)),
      /more than the zip says/,
    ],
    ["of a wrong check sum", zipOf({ "a.csv": LONG }, everywhere(16, 1, 2, 3, 4)), /a.csv is damaged/],
    ["packed otherwise", zipOf({ "a.csv": LONG }, everywhere(10, 12)), /compressed in a way/],
    [
      "of entries that overlap",
      zipOf({ "a.csv": LONG, "b.csv": LONG }, everywhere(20, 255, 255)),
      /a.csv reaches into what comes after it/,
    ],
    ["of an entry twice", zipOf({ "a.csv": "1", "b.csv": "2" }, renamed("b", "a")), /holds a.csv twice/],
    [
      "of an entry that is not listed",
      zipOf({ "a.csv": LONG, "b.csv": LONG }, withoutFirst),
      /leaves out an entry beside b.csv/,
    ],
    ["of two names for an entry", zipOf({ "a.csv": LONG }, listed(46, 98)), /calls a.csv b.csv/],
    ["of two sizes", zipOf({ "a.csv": LONG }, listed(24, 1)), /the size of a.csv differs between/],
    ["of two kinds", zipOf({ "a.csv": LONG }, listed(10, 0)), /the compression of a.csv differs/],
    ["of another size behind it", streamedZip("a.csv", LONG, listed(24, 1)), /the size of a.csv differs/],
    ["of two check sums", zipOf({ "a.csv": LONG }, listed(16, 1, 2, 3, 4)), /the check sum of a.csv differs/],
    [
      "of two check sums, one behind it",
      streamedZip("a.csv", LONG, listed(16, 1, 2, 3, 4)),
      /the size of a.csv differs/,
    ],
    ["of two packed sizes", zipOf({ "a.csv": LONG }, listed(20, 1)), /the size of a.csv differs between/],
    ["of sizes behind it or not", zipOf({ "a.csv": LONG }, listed(8, 8)), /the kind of a.csv differs/],
    [
      "of an entry that is elsewhere",
      zipOf({ "a.csv": LONG }, listed(42, 1)),
      /a.csv is not where its list of contents says/,
    ],
    [
      "of an entry within the head of another",
      zipOf({ "a.csv": "1", "b.csv": "2" }, listed(51 + 42, 15, 0)),
      /a.csv reaches into what comes after it/,
    ],
    ["one of several", zipOf({ "a.csv": LONG }, ended(4, 1)), /one volume of a split zip/],
    ["the last of several", zipOf({ "a.csv": LONG }, ended(6, 1)), /one volume of a split zip/],
    ["with fewer entries in this volume", zipOf({ "a.csv": LONG }, ended(8, 0)), /one volume of a split zip/],
    ["with an entry in another volume", zipOf({ "a.csv": LONG }, listed(34, 1)), /one volume of a split zip/],
    ["of 64 bits, in another volume", zip64Of("a.csv", LONG, 0, ended64(16, 1)), /one volume of a split zip/],
    ["of 64 bits, whose end has no mark", zip64Of("a.csv", LONG, 0, ended64(0, 0)), /cut short or damaged/],
    ["of 64 bits, whose end is too long", zip64Of("a.csv", LONG, 0, ended64(4, 45)), /cut short or damaged/],
    ["of 64 bits, of two ends", zip64Of("a.csv", LONG, 0, ended(8, 2, 0)), /its two ends disagree/],
    ["of 64 bits, of two counts", zip64Of("a.csv", LONG, 0, ended(10, 2, 0)), /its two ends disagree/],
    ["of 64 bits, of two lengths", zip64Of("a.csv", LONG, 0, ended(12, 9)), /its two ends disagree/],
    ["of 64 bits, of two places", zip64Of("a.csv", LONG, 0, ended(16, 9)), /its two ends disagree/],
    [
      "of more entries than listed",
      zipOf({ "a.csv": LONG }, ended(8, 2, 0, 2)),
      /not as long as its end says/,
    ],
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

  it("may have sizes of 64 bits", async () => {
    expect(await textsOf(zip64Of("a.csv", LONG))).toEqual({ "a.csv": LONG });
    await expect(textsOf(zip64Of("a.csv", LONG, 1))).rejects.toThrow(/the size of a.csv differs/);
  });

  it("gives the very same tables or none, whichever bit is wrong", async () => {
    const ratings = "userId,movieId,rating\n1,1,5\n2,2,4\n3,1,3\n";
    const files = {
      "ml/ratings.csv": Buffer.from(ratings),
      "ml/movies.csv": Buffer.from("movieId,title\n1,Heat (1995)\n2,Alien (1979)\n"),
    };
    const wholes = await Promise.all(
      [
        zipFile(zipSync(files, { level: 0 })),
        zipFile(zipSync(files, { level: 6 })),
        streamedZip("ratings.csv", ratings),
        zip64Of("ratings.csv", ratings),
      ].map(async (file) => {
        const bytes = new Uint8Array(await file.arrayBuffer());
        return { bytes, tables: await tablesOf(bytes) };
      }),
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...wholes), fc.nat(), async ({ bytes, tables }, at) => {
        expect(tables).not.toBeNull();
        const changed = bytes.slice();
        const bit = at % (bytes.length * 8);
        changed[bit >> 3] ^= 1 << (bit & 7);
        const read = await tablesOf(changed);
        if (read !== null) expect(read).toEqual(tables);
      }),
      { numRuns: 300 },
    );
  });
});
