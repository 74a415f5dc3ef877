import { File } from "node:buffer";
import { Zip, ZipDeflate, type Zippable, zipSync } from "fflate";
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
export function streamedZip(path: string, text: string): DataFile {
  const pieces: Uint8Array[] = [];
  const zip = new Zip((_, piece) => pieces.push(piece));
  const entry = new ZipDeflate(path);
  zip.add(entry);
  entry.push(Buffer.from(text), true);
  zip.end();
  return zipFile(Buffer.concat(pieces));
}

/** Where the signature of a kind of header stands first; "PK" and two bytes. */
export function placeOf(bytes: Uint8Array, ...kind: [number, number]): number {
  return Buffer.from(bytes).indexOf(Buffer.from([0x50, 0x4b, ...kind]));
}
