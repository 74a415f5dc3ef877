import { File } from "node:buffer";
import { Zip, ZipDeflate, type Zippable, zipSync } from "fflate";
import { crc32 } from "../../src/files/archives/crc32.ts";
import type { DataFile } from "../../src/files/ByteSource.ts";

export const zipFile = (bytes: Uint8Array, name = "data.zip") => new File([bytes], name) as DataFile;

/** A zip of these texts, and what is done to its bytes before it is handed out. */
export function zipOf(
  entries: Readonly<Record<string, string>>,
  change: (bytes: Uint8Array) => Uint8Array = (bytes) => bytes,
): DataFile {
  const files: Zippable = {};
  for (const [path, text] of Object.entries(entries)) files[path] = Buffer.from(text);
  return zipFile(change(zipSync(files)));
}

/** As it is written by those who do not know the sizes beforehand: they stand behind the contents. */
export function streamedZip(
  path: string,
  text: string,
  change: (bytes: Uint8Array) => Uint8Array = (bytes) => bytes,
): DataFile {
  const pieces: Uint8Array[] = [];
  const zip = new Zip((_, piece) => pieces.push(piece));
  const entry = new ZipDeflate(path);
  zip.add(entry);
  entry.push(Buffer.from(text), true);
  zip.end();
  return zipFile(change(Buffer.concat(pieces)));
}

/**
 * As it is written for more than 4 GB, though this is less: every number stands in a field of 64 bits.
 * @param more added to the size in front of the entry
 */
export function zip64Of(
  path: string,
  text: string,
  more = 0,
  change: (bytes: Uint8Array) => Uint8Array = (bytes) => bytes,
): DataFile {
  const name = Buffer.from(path);
  const contents = Buffer.from(text);
  const local = Buffer.alloc(30 + name.length + 20);
  local.writeUInt32LE(0x04034b50);
  local.writeUInt32LE(crc32(contents), 14);
  local.fill(255, 18, 26);
  local.writeUInt16LE(name.length, 26);
  local.writeUInt16LE(20, 28);
  name.copy(local, 30);
  local.writeUInt32LE(0x00100001, 30 + name.length);
  for (const [i, size] of [contents.length + more, contents.length].entries()) {
    local.writeBigUInt64LE(BigInt(size), 34 + name.length + i * 8);
  }
  const listed = Buffer.alloc(46 + name.length + 28);
  listed.writeUInt32LE(0x02014b50);
  listed.writeUInt32LE(crc32(contents), 16);
  listed.fill(255, 20, 28);
  listed.writeUInt16LE(name.length, 28);
  listed.writeUInt16LE(28, 30);
  listed.fill(255, 42, 46);
  name.copy(listed, 46);
  listed.writeUInt32LE(0x00180001, 46 + name.length);
  for (const [i, size] of [contents.length, contents.length, 0].entries()) {
    listed.writeBigUInt64LE(BigInt(size), 50 + name.length + i * 8);
  }
  const end = Buffer.alloc(56 + 20 + 22);
  const offset = local.length + contents.length;
  end.writeUInt32LE(0x06064b50);
  for (const [at, value] of [
    [4, 44],
    [24, 1],
    [32, 1],
    [40, listed.length],
    [48, offset],
    [64, offset + listed.length],
  ]) {
    end.writeBigUInt64LE(BigInt(value), at);
  }
  end.writeUInt32LE(0x07064b50, 56);
  end.writeUInt32LE(1, 72);
  end.writeUInt32LE(0x06054b50, 76);
  end.fill(255, 84, 96);
  return zipFile(change(Buffer.concat([local, contents, listed, end])));
}

/** Where the signature of a kind of header stands first; "PK" and two bytes. */
export function placeOf(bytes: Uint8Array, ...kind: [number, number]): number {
  return Buffer.from(bytes).indexOf(Buffer.from([0x50, 0x4b, ...kind]));
}
