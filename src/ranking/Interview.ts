import type { Interactions } from "../matrix/Interactions.ts";
import { SeededRandom } from "../matrix/random.ts";
import type { Rows } from "../matrix/rows.ts";
import { indicesIn } from "../model/neighbours/likes.ts";

/** What a newcomer says when they are asked about an item. */
export type Said = "liked" | "disliked" | "unseen";

/** How many of the best-known items may be asked about. */
const POOL = 150;
/** How far a training user's own answer is believed, from 0 to 1; the rest is what everybody answers. */
const BELIEF = 0.3;
/** How much it counts against an item that its traits have been asked about; 0 for not at all. */
const SPREAD = 0.5;
/** More training users make a question slower and no better. */
const MOST_USERS = 1000;
const SAID: readonly Said[] = ["unseen", "liked", "disliked"];

/**
 * Chooses what to ask a newcomer next. Every training user is a guess at who they are, more or less probable by
 * the answers so far (a Bayesian form of adaptive bootstrapping, Golbandi, Koren and Lempel 2011). The next item is
 * the one whose answer is expected to take the most variance out of the guessed vectors, "not seen" being an
 * answer too, so that what hardly anybody knows is not asked.
 */
export class Interview {
  readonly #count: number;
  readonly #length: number;
  readonly #vectors: Float64Array;
  /** By answer: the guesses that give it for an item; "unseen" is all others. */
  readonly #liking: Rows;
  readonly #disliking: Rows;
  readonly #traitsOf: (item: number) => readonly string[];
  readonly #pool: Int32Array;

  /**
   * @param interactions what the users' vectors were learnt from
   * @param vectorOf a user's vector; all of one length
   * @param traitsOf an item's genres, its decade and the like: questions vary over them
   */
  constructor(
    interactions: Interactions,
    vectorOf: (user: number) => Float32Array,
    traitsOf: (item: number) => readonly string[],
  ) {
    const guesses = guessesOf(interactions);
    const vectors = Array.from(guesses, vectorOf);
    this.#count = guesses.length;
    this.#length = vectors[0]?.length ?? 0;
    this.#vectors = Float64Array.from(vectors.flatMap((vector) => [...vector]));
    const placeOf = new Int32Array(interactions.users).fill(-1);
    guesses.forEach((user, guess) => {
      placeOf[user] = guess;
    });
    this.#liking = guessesByItem(interactions, placeOf, true);
    this.#disliking = guessesByItem(interactions, placeOf, false);
    this.#traitsOf = traitsOf;
    this.#pool = this.#bestKnown(interactions.items);
  }

  /**
   * The item to ask about next; null if nothing is left.
   * @param answers by item, in any order
   * @param leftOut other items that are not to be asked about
   */
  next(answers: ReadonlyMap<number, Said>, leftOut: ReadonlySet<number> = new Set()): number | null {
    const weights = this.#weights(answers);
    const mean = this.#mean(weights);
    const asked = new Map<string, number>();
    for (const item of answers.keys()) {
      for (const trait of this.#traitsOf(item)) asked.set(trait, (asked.get(trait) ?? 0) + 1);
    }
    let best: number | null = null;
    let most = 0;
    for (const item of this.#pool) {
      if (answers.has(item) || leftOut.has(item)) continue;
      const traits = this.#traitsOf(item);
      const repeated = traits.reduce((sum, trait) => sum + (asked.get(trait) ?? 0), 0) / (traits.length || 1);
      const worth = this.#expectedReduction(item, weights, mean) / (1 + repeated) ** SPREAD;
      if (worth > most) [best, most] = [item, worth];
    }
    return best;
  }

  /** The variance that an answer about the item takes away, in expectation over what the answer may be. */
  #expectedReduction(item: number, weights: Float64Array, mean: Float64Array): number {
    const length = this.#length;
    const vectors = this.#vectors;
    const unseen = { share: 1, off: new Float64Array(length) };
    let reduction = 0;
    for (const rows of [this.#liking, this.#disliking]) {
      const guesses = indicesIn(rows, item);
      const off = new Float64Array(length);
      let share = 0;
      for (const guess of guesses) {
        const weight = weights[guess];
        const from = guess * length;
        share += weight;
        for (let k = 0; k < length; k++) off[k] += weight * vectors[from + k];
      }
      unseen.share -= share;
      for (let k = 0; k < length; k++) {
        off[k] -= share * mean[k];
        unseen.off[k] -= off[k];
      }
      reduction += this.#moved(off, share, guesses.length / this.#count);
    }
    const known = indicesIn(this.#liking, item).length + indicesIn(this.#disliking, item).length;
    return reduction + this.#moved(unseen.off, unseen.share, 1 - known / this.#count);
  }

  /** How far an answer moves the mean, squared, times how probable the answer is. */
  #moved(off: Float64Array, share: number, everybody: number): number {
    const probable = BELIEF * share + (1 - BELIEF) * everybody;
    if (probable <= 0) return 0;
    let square = 0;
    for (const value of off) square += value * value;
    return (BELIEF ** 2 * square) / probable;
  }

  /** How probable each guess is by the answers. */
  #weights(answers: ReadonlyMap<number, Said>): Float64Array {
    const weights = new Float64Array(this.#count).fill(1);
    for (const [item, said] of answers) {
      const given = new Uint8Array(this.#count);
      for (const guess of indicesIn(this.#liking, item)) given[guess] = SAID.indexOf("liked");
      for (const guess of indicesIn(this.#disliking, item)) given[guess] = SAID.indexOf("disliked");
      const wanted = SAID.indexOf(said);
      let same = 0;
      for (const one of given) if (one === wanted) same++;
      const everybody = ((1 - BELIEF) * same) / this.#count;
      // Nobody answers so: it tells nothing.
      if (same === 0) continue;
      let sum = 0;
      for (let guess = 0; guess < weights.length; guess++) {
        weights[guess] *= everybody + (given[guess] === wanted ? BELIEF : 0);
        sum += weights[guess];
      }
      for (let guess = 0; guess < weights.length; guess++) weights[guess] /= sum;
    }
    if (answers.size === 0) weights.fill(1 / this.#count);
    return weights;
  }

  #mean(weights: Float64Array): Float64Array {
    const mean = new Float64Array(this.#length);
    for (let guess = 0, from = 0; guess < weights.length; guess++, from += this.#length) {
      for (let k = 0; k < mean.length; k++) mean[k] += weights[guess] * this.#vectors[from + k];
    }
    return mean;
  }

  #bestKnown(items: number): Int32Array {
    const fame = Int32Array.from(
      { length: items },
      (_, item) => indicesIn(this.#liking, item).length + indicesIn(this.#disliking, item).length,
    );
    return Int32Array.from(fame.keys())
      .sort((a, b) => fame[b] - fame[a] || a - b)
      .subarray(0, POOL);
  }
}

/** The users who stand as guesses, ascending: a random choice if there are many. */
function guessesOf({ users }: Interactions): Int32Array {
  const all = Int32Array.from({ length: users }, (_, user) => user);
  if (users > MOST_USERS) new SeededRandom(0).shuffle(all);
  return all.slice(0, MOST_USERS).sort();
}

/** The guesses that like each item, or those that dislike it. */
function guessesByItem(interactions: Interactions, placeOf: Int32Array, isLiked: boolean): Rows {
  const { items, userIds, itemIds, values, length } = interactions;
  const isWanted = (i: number) => placeOf[userIds[i]] >= 0 && values[i] > 0 === isLiked;
  const indptr = new Int32Array(items + 1);
  for (let i = 0; i < length; i++) if (isWanted(i)) indptr[itemIds[i] + 1]++;
  for (let item = 0; item < items; item++) indptr[item + 1] += indptr[item];
  const indices = new Int32Array(indptr[items]);
  const next = indptr.slice(0, items);
  for (let i = 0; i < length; i++) if (isWanted(i)) indices[next[itemIds[i]]++] = placeOf[userIds[i]];
  return { indptr, indices };
}
