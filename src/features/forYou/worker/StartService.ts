import { type Film, LIKED_FROM, type OwnAnswer, type OwnRating } from "../../../core/api/Film.ts";
import type { Recommender } from "../../../core/worker/Recommender.ts";
import type { Workspace } from "../../../core/worker/Workspace.ts";
import { traitsOf } from "../../../dataset/startingSet.ts";
import { Interview, type Said } from "../../../ranking/Interview.ts";

/** How many well-known films are asked about if nothing better chooses. */
const MOST_ASKED = 60;

/** Chooses which film to ask a newcomer about. */
export class StartService {
  readonly #workspace: Workspace;
  #interview: { recommender: Recommender; interview: Interview } | null = null;

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  /**
   * The film whose rating would tell most; null if nothing is left to ask, undefined before there is a model.
   * @param skipped films that the person has not seen
   */
  async next(
    ratings: OwnRating[],
    answers: OwnAnswer[],
    skipped: string[],
  ): Promise<Film | null | undefined> {
    const { data } = this.#workspace;
    const recommender = this.#workspace.modelIfAny?.recommender;
    if (!recommender) return undefined;
    const said = new Map<number, Said>();
    const leftOut = new Set<number>();
    const say = (filmId: string, what: Said | null) => {
      const item = data.row(filmId);
      if (item === undefined) return;
      if (what === null) leftOut.add(item);
      else said.set(item, what);
    };
    for (const filmId of skipped) say(filmId, "unseen");
    // What is seen or kept for later tells nothing of how it was liked.
    for (const { filmId, answer } of answers) say(filmId, answer === "notForMe" ? "disliked" : null);
    for (const { filmId, stars } of ratings) say(filmId, stars >= LIKED_FROM ? "liked" : "disliked");
    const isFree = (row: number) => !said.has(row) && !leftOut.has(row);
    // Questions are chosen by how others answered; a published model knows of no others.
    const item = data.summary.published
      ? (data.startingSet(MOST_ASKED).find(isFree) ?? null)
      : this.#interviewBy(recommender).next(said, leftOut);
    return item === null ? null : this.#workspace.film(data, item);
  }

  #interviewBy(recommender: Recommender): Interview {
    if (this.#interview?.recommender !== recommender) {
      const { interactions, catalogue } = this.#workspace.data;
      const interview = new Interview(
        interactions,
        (user) => recommender.userVector(user),
        (item) => traitsOf(catalogue.items[item]),
      );
      this.#interview = { recommender, interview };
    }
    return this.#interview.interview;
  }
}
