import { OpenedData } from "../dataset/OpenedData.ts";
import { DataFileError } from "../errors.ts";
import type { DataFile } from "../files/ByteSource.ts";
import { openFiles } from "../files/openFiles.ts";
import type { Answers, Question } from "../files/Question.ts";
import { type OwnFiles, readOwnFiles } from "./readOwnFiles.ts";

/** What was dropped. */
export type Dropped =
  /** One saved model, not opened yet. */
  | { kind: "model"; file: DataFile }
  /** One person's ratings, read whole; `matchOwn` finds them in a catalogue. */
  | { kind: "own"; own: OwnFiles }
  /** A data set, of which the beginnings were read; `data.read` makes a catalogue of it. */
  | { kind: "dataset"; data: OpenedData }
  /** Only the person knows: call again with the same files and the answer beside those given before. */
  | { kind: "question"; question: Question };

const MODEL = /\.npz$/i;

/**
 * The one way in for files: opens what was dropped, zips and all, and says what it is. Everything that takes
 * files (the page, the command line, the tests) comes through here.
 * @param answers to the questions that this call has asked before
 * @throws DataFileError if the files cannot be read, or do not belong together.
 */
export async function openDropped(files: readonly DataFile[], _answers: Answers = {}): Promise<Dropped> {
  const model = files.find(({ name }) => MODEL.test(name));
  if (model) {
    const other = files.find((file) => file !== model);
    if (!other) return { kind: "model", file: model };
    throw new DataFileError(
      `Open ${model.name} and ${other.name} separately: ${model.name} is a model and is imported on its own.`,
    );
  }
  const sources = await openFiles(files);
  const own = await readOwnFiles(sources);
  if (own) return { kind: "own", own };
  const data = new OpenedData(sources);
  await data.examine();
  return { kind: "dataset", data };
}
