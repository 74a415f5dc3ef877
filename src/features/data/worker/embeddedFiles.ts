import { CancelledError, DataFileError } from "../../../errors.ts";

/** The data that the site brings along; it is served beside the page, one folder up from the worker's script. */
export const EMBEDDED_NAME = "ml-latest-small";
const FOLDER = `../data/${EMBEDDED_NAME}/`;
/** Bytes of each file: a file of another size has been cut short on its way. */
const FILES = new Map([
  ["ratings.csv", 2_338_261],
  ["movies.csv", 446_523],
]);

/** @throws DataFileError that names the file and the remedy, CancelledError where the signal stops it. */
export function fetchEmbeddedFiles(signal: AbortSignal): Promise<File[]> {
  return Promise.all([...FILES].map(([name, size]) => fetchFile(name, size, signal)));
}

async function fetchFile(name: string, size: number, signal: AbortSignal): Promise<File> {
  const remedy = "Check the connection and start again; a file of your own works without it.";
  let blob: Blob;
  try {
    const response = await fetch(new URL(FOLDER + name, self.location.href), { signal });
    if (!response.ok) throw new Error(`the server answered ${response.status}`);
    blob = await response.blob();
  } catch (error) {
    if (signal.aborted) throw new CancelledError(`Fetching MovieLens' ${name} was stopped.`);
    throw new DataFileError(
      `MovieLens' ${name} could not be fetched (${(error as Error).message}). ${remedy}`,
    );
  }
  if (blob.size !== size) {
    throw new DataFileError(`MovieLens' ${name} came with ${blob.size} bytes instead of ${size}. ${remedy}`);
  }
  return new File([blob], name);
}
