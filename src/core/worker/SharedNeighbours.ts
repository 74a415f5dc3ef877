import type { Interactions } from "../../matrix/Interactions.ts";
import { likesInTurns } from "../../model/neighbours/likes.ts";
import { areTooMany } from "../../model/neighbours/neighboursOf.ts";
import { NeighbourTerm } from "../../model/scorer/NeighbourTerm.ts";

/** With more interactions than this it takes seconds, up to half a minute. */
const AT_ONCE = 200_000;

/** The neighbour score of a data set, made once for all models that learn from it. */
export class SharedNeighbours {
  readonly #interactions: Interactions;
  readonly #dropped = new AbortController();
  #term: Promise<NeighbourTerm | null> | null = null;
  #isMade = false;

  constructor(interactions: Interactions) {
    this.#interactions = interactions;
  }

  /** Whether it is there, or takes no second to make. */
  get isAtHand(): boolean {
    return this.#isMade || this.#interactions.length <= AT_ONCE;
  }

  /** Null if there are too many likes. @throws CancelledError if the data is dropped */
  term(): Promise<NeighbourTerm | null> {
    this.#term ??= this.#make();
    return this.#term;
  }

  /** The data is no longer in use: what is being made is of no use. */
  drop(): void {
    this.#dropped.abort();
  }

  async #make(): Promise<NeighbourTerm | null> {
    const interactions = this.#interactions;
    const term = areTooMany(interactions)
      ? null
      : await NeighbourTerm.create(await likesInTurns(interactions), undefined, this.#dropped.signal);
    this.#isMade = true;
    return term;
  }
}
