import { type ByteSource, type DataFile, fileSource } from "./ByteSource.ts";
import { isZip, openZip } from "./openZip.ts";

/** The files themselves, and in place of a zip what is in it. @throws DataFileError as `openZip` does. */
export async function openFiles(files: readonly DataFile[]): Promise<ByteSource[]> {
  const sources: ByteSource[] = [];
  for (const file of files) {
    if (await isZip(file)) sources.push(...(await openZip(file)).values());
    else sources.push(fileSource(file));
  }
  return sources;
}
