import { mkdirSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type BenchData, fromFiles, toFiles } from "./BenchData.ts";

/** Writes data where Python, Chromium and other processes read it. Little-endian, as every machine with a V8 is. */
export function writeData(folder: string, data: BenchData): void {
  mkdirSync(folder);
  for (const [file, array] of toFiles(data)) writeFileSync(join(folder, file), array);
}

export function readData(folder: string): Promise<BenchData> {
  return fromFiles(async (file) => {
    const { buffer, byteOffset, byteLength } = await readFile(join(folder, file));
    return (buffer as ArrayBuffer).slice(byteOffset, byteOffset + byteLength);
  });
}
