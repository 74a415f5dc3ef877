import type { Film } from "../../../core/api/Film.ts";
import type { LoadedData } from "../../../core/worker/LoadedData.ts";
import type { Workspace } from "../../../core/worker/Workspace.ts";
import { CancelledError, DataFileError, NotReadyError } from "../../../errors.ts";
import { ANY } from "../../../importers/anyTable.ts";
import { matchOwn } from "../../../importers/matchOwn.ts";
import type { OwnFile, OwnFilm } from "../../../importers/OwnFilm.ts";
import { nextTask } from "../../../nextTask.ts";
import type { ListedFilm, OwnRatingsSummary } from "../api.ts";

/** Finds the films of one person's files in the current data. */
export class ImportService {
  readonly #workspace: Workspace;

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  /** Matches the films of the personal export that was opened last. @throws NotReadyError if there is none, or no data. */
  async match(): Promise<OwnRatingsSummary> {
    const workspace = this.#workspace;
    const { data, opened } = workspace;
    if (opened?.kind !== "own") throw new NotReadyError("Open a personal export first.");
    const { own } = opened;
    refuseOthers(own.files, data);
    const film = (row: number): Film => workspace.film(data, row);
    const { matched, doubtful, unmatched, series, repeated } = await matchOwn(
      [...own.files.flatMap(({ films }) => films), ...own.answered],
      await data.titleMatcher(),
      nextTask,
    );
    if (!workspace.holds(data)) throw new CancelledError("Other data was loaded in the meantime.");
    return {
      files: own.files.map(({ file, source, of, encodings }) => ({ file, source, of, encodings })),
      matched: matched.map((match) => ({ listed: listed(match.film), film: film(match.row) })),
      doubtful: doubtful.map((match) => ({ listed: listed(match.film), candidates: match.rows.map(film) })),
      unmatched: unmatched.map(listed),
      leftOut: {
        unrated: own.files.reduce((sum, { unrated }) => sum + unrated, 0),
        notFilms: own.files.reduce((sum, { notFilms }) => sum + notFilms, series),
        repeated,
      },
      assumptions: [
        ...new Set(own.files.flatMap(({ assumptions }) => assumptions.map(({ sentence }) => sentence))),
      ],
      skipped: { count: own.skipped.count, examples: [...own.skipped.examples] },
    };
  }
}

/** A book or a game may share a film's title, and would pass for a rating of that film. */
function refuseOthers(files: readonly OwnFile[], { catalogue }: LoadedData): void {
  const other = files.find(({ of }) => of === "books" || of === "games");
  if (other === undefined || catalogue.nouns.many !== "films") return;
  const what = other.source === ANY ? `is about ${other.of}` : `is a ${other.source} (${other.of}) export`;
  throw new DataFileError(
    `${other.file} ${what}, but films are loaded. Load a data set of ${other.of} first.`,
  );
}

function listed({ title, year, stars, answer, isRated, ratedAt }: OwnFilm): ListedFilm {
  return { title, year, stars, ...(answer && { answer }), isRated, ratedAt };
}
