import { CancelledError, DataFileError } from "../../../errors.ts";

/** The data served with the site, one folder up from the worker's script. */
export const EMBEDDED_NAME = "ml-latest-small";
const FOLDER = `../data/${EMBEDDED_NAME}/`;
/** Bytes of each file: another size means an incomplete download. */
const FILES = new Map([
  ["ratings.csv", 2_338_261],
  ["movies.csv", 446_523],
]);

/** @throws DataFileError if it cannot be downloaded, with the remedy; CancelledError if the signal stops it. */
export function fetchEmbeddedFiles(signal: AbortSignal): Promise<File[]> {
  return Promise.all([...FILES].map(([name, size]) => fetchFile(name, size, signal)));
}

async function fetchFile(name: string, size: number, signal: AbortSignal): Promise<File> {
  const remedy = "Check your connection, or open your own file.";
  let blob: Blob;
  try {
    const response = await fetch(new URL(FOLDER + name, self.location.href), { signal });
    if (!response.ok) throw new Error(`the server answered ${response.status}`);
    blob = await response.blob();
  } catch (error) {
    if (signal.aborted) throw new CancelledError(`The download of ${name} was stopped.`);
    throw new DataFileError(`Couldn’t download ${name} (${(error as Error).message}). ${remedy}`);
  }
  if (blob.size !== size) {
    throw new DataFileError(
      `The download of ${name} was incomplete: ${blob.size} of ${size} bytes. ${remedy}`,
    );
  }
  return new File([blob], name);
}
