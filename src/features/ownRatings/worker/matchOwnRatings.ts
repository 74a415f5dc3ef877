import type { Film } from "../../../core/api.ts";
import { CancelledError, DataFileError } from "../../../errors.ts";
import { openFiles } from "../../../files/openFiles.ts";
import { matchOwn } from "../../../importers/matchOwn.ts";
import type { OwnFile, OwnFilm } from "../../../importers/OwnFilm.ts";
import { readOwnFiles } from "../../../importers/readOwnFiles.ts";
import { nextTask } from "../../../model/nextTask.ts";
import type { LoadedData } from "../../data/worker/LoadedData.ts";
import type { OwnRatingsSummary, WrittenFilm } from "../api.ts";

interface Ground {
  /** The data as it is once the files are read. @throws NotReadyError where there is none. */
  data: () => LoadedData;
  film: (data: LoadedData, row: number) => Film;
}

/** Reads one person's files and finds their films in the data; null where they are something else. */
export async function matchOwnRatings(files: File[], ground: Ground): Promise<OwnRatingsSummary | null> {
  const own = await readOwnFiles(await openFiles(files));
  if (own === null) return null;
  const data = ground.data();
  refuseBooks(own.files, data);
  const film = (row: number) => ground.film(data, row);
  const { matched, doubtful, unmatched, series, repeated } = await matchOwn(
    own.files.flatMap(({ films }) => films),
    await data.titleMatcher(),
    nextTask,
  );
  if (ground.data() !== data) throw new CancelledError("Matching was stopped: the data was replaced.");
  return {
    files: own.files.map(({ file, source }) => ({ file, source })),
    matched: matched.map((match) => ({ written: written(match.film), film: film(match.row) })),
    doubtful: doubtful.map((match) => ({ written: written(match.film), candidates: match.rows.map(film) })),
    unmatched: unmatched.map(written),
    leftOut: {
      unrated: own.files.reduce((sum, { unrated }) => sum + unrated, 0),
      notFilms: own.files.reduce((sum, { notFilms }) => sum + notFilms, series),
      repeated,
    },
    skipped: { count: own.skipped.count, examples: [...own.skipped.examples] },
  };
}

/** A book may bear a film's title, and it would not be the film that was rated. */
function refuseBooks(files: readonly OwnFile[], { catalogue }: LoadedData): void {
  const books = files.find(({ source }) => source === "Goodreads");
  if (books === undefined || catalogue.nouns.many !== "films") return;
  throw new DataFileError(
    `${books.file} holds ratings of books from Goodreads, and the data that is loaded is of films. Open a data set of books first, ratings and titles together, and then this file again.`,
  );
}

function written({ title, year, stars, isRated, ratedAt }: OwnFilm): WrittenFilm {
  return { title, year, stars, isRated, ratedAt };
}
