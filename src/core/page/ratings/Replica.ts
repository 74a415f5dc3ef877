import type { RatingChange, Said } from "./Said.ts";

/** What was saved for a data set after a number of writes. */
export interface Snapshot {
  said: Map<string, Said>;
  writes: number;
}

/**
 * One tab's copy of what the person says of the films of one data set: what is saved, and over it what is not saved
 * yet. Of two writes the one with the larger number holds, in whatever order they become known.
 */
export class Replica {
  readonly #saved = new Map<string, { said: Said | null; write: number }>();
  readonly #unsaved = new Map<string, RatingChange>();
  /** The last write that the snapshot contained. */
  #upTo = 0;

  get(filmId: string): Said | null {
    const change = this.#unsaved.get(filmId);
    return change ? change.said : (this.#saved.get(filmId)?.said ?? null);
  }

  entries(): [filmId: string, said: Said][] {
    const ids = new Set([...this.#saved.keys(), ...this.#unsaved.keys()]);
    return [...ids].flatMap((id) => {
      const said = this.get(id);
      return said === null ? [] : [[id, said]];
    });
  }

  unsaved(): RatingChange[] {
    return [...this.#unsaved.values()];
  }

  /** The person's own changes. */
  change(changes: readonly RatingChange[]): void {
    for (const change of changes) this.#unsaved.set(change.filmId, change);
  }

  /** This tab's changes are saved. */
  saved(changes: readonly RatingChange[], write: number): void {
    for (const change of changes) {
      if (this.#unsaved.get(change.filmId) === change) this.#unsaved.delete(change.filmId);
      this.#take(change, write);
    }
  }

  /**
   * Changes that another tab has saved: later than what this tab could not save. A change of its own that is being
   * written stands until its number tells which of the two is the later.
   */
  follow(changes: readonly RatingChange[], write: number, beingWritten: ReadonlySet<RatingChange>): void {
    for (const change of changes) {
      const own = this.#unsaved.get(change.filmId);
      const isTaken = this.#take(change, write);
      if (isTaken && own && !beingWritten.has(own)) this.#unsaved.delete(change.filmId);
    }
  }

  load({ said, writes }: Snapshot): void {
    for (const [id, { write }] of this.#saved) if (write <= writes) this.#saved.delete(id);
    this.#upTo = writes;
    for (const [filmId, now] of said) {
      if (!this.#saved.has(filmId)) this.#saved.set(filmId, { said: now, write: writes });
    }
  }

  /** What was saved is gone from the device: all of it is unsaved again. */
  lose(dataset: string): void {
    for (const [filmId, said] of this.entries()) {
      if (!this.#unsaved.has(filmId)) this.#unsaved.set(filmId, { dataset, filmId, said });
    }
  }

  #take({ filmId, said }: RatingChange, write: number): boolean {
    if (write <= (this.#saved.get(filmId)?.write ?? this.#upTo)) return false;
    this.#saved.set(filmId, { said, write });
    return true;
  }
}
