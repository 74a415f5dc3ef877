import { DataFileError } from "../errors.ts";
import type { ByteSource } from "../files/ByteSource.ts";
import { readTable } from "../files/readTable.ts";
import { type Skipped, type SkippedRows, together } from "../files/SkippedRows.ts";
import { TextPieces } from "../files/TextPieces.ts";
import type { OwnFile } from "./OwnFilm.ts";
import { OwnReader } from "./OwnReader.ts";
import { type OwnSource, ownSources } from "./ownSources.ts";
import { readTrakt } from "./readTrakt.ts";

export interface OwnFiles {
  files: OwnFile[];
  skipped: Skipped;
}

/** Nobody has rated so many films that his JSON is larger. */
const MOST_JSON = 2 ** 26;

/**
 * Reads files of one person's ratings; null where they are something else.
 * @throws DataFileError where they hold nothing that could be used.
 */
export async function readOwnFiles(sources: readonly ByteSource[]): Promise<OwnFiles | null> {
  const read: { own: OwnFile; skipped: SkippedRows }[] = [];
  for (const source of await ownSources(sources)) read.push(await readOwnFile(source));
  if (read.length === 0) return null;
  for (const { own } of read) refuseEmpty(own);
  return { files: read.map(({ own }) => own), skipped: together(read.map(({ skipped }) => skipped)) };
}

async function readOwnFile(own: OwnSource): Promise<{ own: OwnFile; skipped: SkippedRows }> {
  const { name } = own.source;
  if (own.kind === "trakt") return readTrakt(name, await textOf(own.source));
  const reader = new OwnReader(name, own.table);
  await readTable(own.source, { dialect: own.dialect, hasHeader: true }, reader.take);
  return { own: reader.finish(), skipped: reader.skipped };
}

async function textOf(source: ByteSource): Promise<string> {
  if (source.size > MOST_JSON) {
    throw new DataFileError(
      `${source.name} is too large for a list of one person's ratings. Open ratings-movies.json.`,
    );
  }
  const pieces = new TextPieces(source.name);
  let text = "";
  for await (const piece of source.pieces()) text += pieces.push(piece);
  return text + pieces.end();
}

function refuseEmpty({ file, source, films, unrated }: OwnFile): void {
  if (films.length > 0) return;
  if (unrated === 0) {
    throw new DataFileError(
      `${file} holds episodes, games or shows of ${source} and no film. Open the file of your film ratings.`,
    );
  }
  const remedy =
    source === "Letterboxd"
      ? "Open ratings.csv of the same export, or the whole zip."
      : `Open the file of your ratings from ${source}.`;
  throw new DataFileError(`${file} is a list from ${source} without any rating of yours. ${remedy}`);
}
