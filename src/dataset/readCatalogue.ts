import { DataFileError } from "../errors.ts";
import type { Catalogue, Nouns } from "./Catalogue.ts";
import { Columns } from "./Columns.ts";
import { type Movie, MoviesReader, moviesColumns } from "./MoviesReader.ts";
import { RatingsReader, ratingsColumns } from "./RatingsReader.ts";
import { type DataFile, type ReadOptions, readTable } from "./readTable.ts";
import { together } from "./SkippedRows.ts";

/** MovieLens' stars: from 3 on somebody liked it. */
const LIKED_FROM = 3;
const FILMS: Nouns = { one: "film", many: "films" };

interface Readers {
  ratings: { reader: RatingsReader; file: DataFile } | null;
  movies: MoviesReader | null;
}

/**
 * Reads a file of ratings, and beside it a file of films or not, known by their headers.
 * @param name names the data; without it, name and size of the ratings file do.
 * @throws DataFileError with file and remedy where they cannot be used, CancelledError where the signal stops it.
 */
export async function readCatalogue(
  files: readonly DataFile[],
  { name, ...options }: ReadOptions & { name?: string } = {},
): Promise<Catalogue> {
  const readers: Readers = { ratings: null, movies: null };
  for (const file of files) {
    await readTable(file, (header) => readerFor(file, new Columns(header), readers).take, options);
  }
  const { ratings, movies } = readers;
  if (!ratings) {
    throw new DataFileError(
      `${list(files)} holds no ratings. Open a ratings file with the columns userId, movieId and rating, with a file of films beside it or not.`,
    );
  }
  const table = ratings.reader.finish();
  if (!table.ratings.some((rating) => rating >= LIKED_FROM)) {
    throw new DataFileError(
      `${ratings.file.name} holds no rating of ${LIKED_FROM} or more, so there is no like to learn from. Ratings should be on a scale up to 5.`,
    );
  }
  const known = movies?.finish() ?? new Map<string, Movie>();
  return {
    name: name ?? `${ratings.file.name}, ${ratings.file.size} bytes`,
    ratings: table,
    likedFrom: LIKED_FROM,
    items: table.itemIds.map((id) => ({ id, ...(known.get(id) ?? untitled(id)) })),
    userFeatures: null,
    nouns: FILMS,
    hasTitles: table.itemIds.some((id) => known.has(id)),
    skipped: together(movies ? [ratings.reader.skipped, movies.skipped] : [ratings.reader.skipped]),
  };
}

function readerFor(file: DataFile, columns: Columns, readers: Readers): RatingsReader | MoviesReader {
  const places = ratingsColumns(columns);
  if (!("missing" in places)) {
    if (readers.ratings) throw twice("ratings", readers.ratings.file, file);
    readers.ratings = { reader: new RatingsReader(file.name, places), file };
    return readers.ratings.reader;
  }
  const moviePlaces = moviesColumns(columns);
  if (moviePlaces) {
    if (readers.movies) throw twice("films", file);
    readers.movies = new MoviesReader(file.name, moviePlaces);
    return readers.movies;
  }
  throw new DataFileError(
    `${file.name} is no ratings table: its first line names ${columns} and lacks ${places.missing.join(" and ")}. The columns should be userId, movieId and rating, with timestamp or not.`,
  );
}

function twice(what: string, ...files: DataFile[]): DataFileError {
  return new DataFileError(
    `${list(files)}: there is more than one file of ${what}. Open one data set at a time.`,
  );
}

function list(files: readonly DataFile[]): string {
  return files.map(({ name }) => name).join(" and ") || "What was opened";
}

function untitled(id: string): Movie {
  return { title: id, alternativeTitles: [], year: null, genres: [] };
}
