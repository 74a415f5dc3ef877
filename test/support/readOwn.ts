import { File } from "node:buffer";
import { type DataFile, fileSource } from "../../src/files/ByteSource.ts";
import type { OwnFilm } from "../../src/importers/OwnFilm.ts";
import { openDropped } from "../../src/importers/openDropped.ts";
import { readOwnFiles } from "../../src/importers/readOwnFiles.ts";

export const file = (name: string, text: string) => new File([text], name) as DataFile;

export async function readFiles(...files: DataFile[]) {
  const own = await readOwnFiles(files.map(fileSource));
  if (own === null) throw new Error("None of these files was taken for one person's ratings.");
  return own;
}

export const read = (name: string, ...lines: string[]) => readFiles(file(name, lines.join("\n")));

export async function filmsOf(name: string, ...lines: string[]): Promise<Partial<OwnFilm>[]> {
  const { files } = await read(name, ...lines);
  return files[0].films;
}

export const LETTERBOXD = "Date,Name,Year,Letterboxd URI,Rating";
export const IMDB =
  "Const,Your Rating,Date Rated,Title,Original Title,URL,Title Type,IMDb Rating,Runtime (mins),Year,Genres,Num Votes,Release Date,Directors";
export const OLD_IMDB =
  "position,const,created,modified,description,Title,Title type,Directors,You rated,IMDb Rating,Runtime (mins),Year,Genres,Num. Votes,Release Date (month/day/year),URL";
export const IMDB_LIST =
  "Position,Const,Created,Modified,Description,Title,Original Title,URL,Title Type,IMDb Rating,Runtime (mins),Year,Genres,Num Votes,Release Date,Directors,Your Rating,Date Rated";
export const MOVIELENS = "movie_id,imdb_id,tmdb_id,rating,average_rating,title";
export const GOODREADS =
  "Book Id,Title,Author,Author l-f,ISBN,My Rating,Average Rating,Year Published,Original Publication Year,Date Read,Date Added,Exclusive Shelf";

/** One person's list, and how each of its films is told of. */
export async function readList(
  text: string,
  tell: (film: OwnFilm) => unknown = ({ title, stars }) => [title, stars],
) {
  const dropped = await openDropped([new File([text], "mine.csv") as DataFile]);
  if (dropped.kind !== "own")
    throw new Error(dropped.kind === "question" ? dropped.question.sentence : dropped.kind);
  const [{ films, assumptions, outOf, unrated }] = dropped.own.files;
  return { films: films.map(tell), assumptions, outOf, unrated, skipped: dropped.own.skipped };
}
