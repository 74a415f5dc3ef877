import { DataFileError } from "../errors.ts";
import type { ByteSource } from "../files/ByteSource.ts";
import { COMMAS, type Dialect, parseStart } from "../files/Dialect.ts";
import { TextPieces } from "../files/TextPieces.ts";
import { type OwnTable, ownTable } from "./ownTables.ts";

/** A file of one person's ratings, and how it is to be read. */
export type OwnSource =
  | { kind: "table"; source: ByteSource; dialect: Dialect; table: OwnTable }
  | { kind: "trakt"; source: ByteSource };

/** As the exports are, and as a spreadsheet may have saved them since. */
const DIALECTS: readonly Dialect[] = [
  COMMAS,
  { delimiter: ";", quotes: true },
  { delimiter: "\t", quotes: true },
];
const LOOKED_AT = 2 ** 14;
const LETTERBOXD = ["ratings.csv", "watched.csv", "diary.csv", "watchlist.csv"];
/** What lies in folders of these names was taken back, or belongs to nothing any more. */
const NO_LONGER_MEANT = /(^|\/)(deleted|orphaned)\//;

/**
 * Those of these files that hold one person's ratings: none where they are something else. What an export
 * holds besides, such as the profile in Letterboxd's, is not looked into.
 * @throws DataFileError where one person's ratings come together with a data set, or an export has none.
 */
export async function ownSources(sources: readonly ByteSource[]): Promise<OwnSource[]> {
  const exported = ratingsOfAnExport(sources);
  const looked = await Promise.all((exported ?? sources).map((source) => ownSource(source, sources.length)));
  const own = looked.filter((source) => source !== null);
  const other = exported ? undefined : sources[looked.indexOf(null)];
  if (own.length > 0 && other) {
    throw new DataFileError(
      `${own[0].source.name} holds one person's ratings, and ${other.name} is none of these. Open the one, and then the other.`,
    );
  }
  return own;
}

/** What counts in the zip that Letterboxd or Trakt gives out; null where it is no such zip. */
function ratingsOfAnExport(sources: readonly ByteSource[]): ByteSource[] | null {
  const meant = sources.filter((source) => !NO_LONGER_MEANT.test(pathOf(source)));
  const named = (name: string) => meant.filter((source) => source.name === name);
  const isLetterboxd = named("profile.csv").length > 0 && LETTERBOXD.some((name) => named(name).length > 0);
  if (isLetterboxd) {
    if (named("ratings.csv").length > 0) return named("ratings.csv");
    throw new DataFileError(
      "This export from Letterboxd has no ratings.csv: nothing was rated there. Rate some films here instead.",
    );
  }
  const trakt = named("ratings-movies.json");
  return trakt.length > 0 ? trakt : null;
}

/** An entry of a zip has a path, a file has its name. */
function pathOf(source: ByteSource): string {
  return "path" in source && typeof source.path === "string" ? source.path : source.name;
}

async function ownSource(source: ByteSource, ofSoMany: number): Promise<OwnSource | null> {
  if (/\.json$/i.test(source.name)) {
    return ofSoMany === 1 || /^ratings/i.test(source.name) ? { kind: "trakt", source } : null;
  }
  const start = await startOf(source);
  for (const dialect of DIALECTS) {
    const [header = []] = parseStart(start.text, dialect, start.isWhole);
    const table = ownTable(header);
    if (table) return { kind: "table", source, dialect, table };
  }
  return null;
}

/** The beginning of a file; none where it is no text, since whoever reads it as a data set says so. */
async function startOf(source: ByteSource): Promise<{ text: string; isWhole: boolean }> {
  const pieces = new TextPieces(source.name);
  try {
    for await (const piece of source.pieces()) {
      const start = piece.subarray(0, LOOKED_AT);
      const isWhole = start.length >= source.size;
      return { text: pieces.push(start) + (isWhole ? pieces.end() : ""), isWhole };
    }
  } catch (error) {
    if (!(error instanceof DataFileError)) throw error;
  }
  return { text: "", isWhole: true };
}
