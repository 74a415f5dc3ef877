import { gzipSync, strToU8 } from "fflate";
import { describe, expect, it } from "vitest";
import { DamagedFileError } from "../../src/errors.ts";
import { openGzip } from "../../src/files/archives/gzip.ts";
import { allBytes, type DataFile } from "../../src/files/ByteSource.ts";

const open = (bytes: Uint8Array) => openGzip(new File([bytes as BlobPart], "ratings.csv.GZ") as DataFile);
const unpacked = async (bytes: Uint8Array) => allBytes(await open(bytes), 2 ** 28);

const TEXT = strToU8(
  Array.from({ length: 9000 }, (_, i) => `u${i % 97},i${(i * 31) % 89},${i % 5}`).join("\n"),
);
const PACKED = gzipSync(TEXT);
/** With one of the last eight bytes, the check sum and the size, changed. */
const withTrailer = (fromEnd: number) =>
  PACKED.with(PACKED.length - fromEnd, PACKED[PACKED.length - fromEnd] ^ 1);

it("is unpacked under the name it had, and says how large it will be", async () => {
  const source = await open(PACKED);
  expect(source).toMatchObject({ name: "ratings.csv", packed: "ratings.csv.GZ", size: TEXT.length });
  expect(await unpacked(PACKED)).toEqual(TEXT);
});

it("may have several parts, each with a check sum of its own", async () => {
  const parts = [TEXT.subarray(0, 100), TEXT.subarray(100)].map((part) => gzipSync(part));
  expect(await unpacked(Uint8Array.of(...parts[0], ...parts[1]))).toEqual(TEXT);
});

describe("is refused as damaged", () => {
  it.each([
    ["with another check sum", withTrailer(8)],
    ["with the last byte of it changed", withTrailer(5)],
    ["with another size", withTrailer(4)],
    ["cut short", PACKED.subarray(0, -20)],
    ["with a wrong byte within", PACKED.with(20, PACKED[20] ^ 255)],
  ])("%s", async (_, bytes) => {
    await expect(unpacked(bytes)).rejects.toThrow(DamagedFileError);
    await expect(unpacked(bytes)).rejects.toThrow("ratings.csv.GZ is cut off or damaged. Download it again.");
  });
});

it("what unpacks to a hundred times as much is refused from a megabyte on", async () => {
  const zeros = (length: number) => gzipSync(new Uint8Array(length));
  expect(await unpacked(zeros(2 ** 20))).toHaveLength(2 ** 20);
  await expect(unpacked(zeros(2 ** 22))).rejects.toThrow(
    "ratings.csv.GZ expands suspiciously (100 times); not opened.",
  );
});
