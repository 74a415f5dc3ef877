import { DEFAULTS } from "../model/hyperparameters.ts";
import { ItemIndex } from "../model/ItemIndex.ts";
import { rowLength } from "../model/memory/FeatureTable.ts";

/** Cosines that are remembered: 16 MB. */
const MOST_REMEMBERED = 4_000_000;

/** How like items are to the nearest of some of them, for all items at once. */
export class Nearness {
  readonly #index: ItemIndex;
  readonly #units: Float32Array;
  /** Every item's cosine with one of them. A list asks for the same few again and again, each time without another one. */
  readonly #cosines = new Map<number, Float32Array>();

  private constructor(index: ItemIndex, units: Float32Array) {
    this.#index = index;
    this.#units = units;
  }

  /** @param embeddings of the items, one after the other, of `noComponents` numbers each; the zero vector is like nothing */
  static async create(embeddings: Float32Array, noComponents: number): Promise<Nearness> {
    const items = embeddings.length / noComponents;
    const width = rowLength(noComponents);
    const units = new Float32Array(items * width);
    for (let item = 0; item < items; item++) {
      const own = embeddings.subarray(item * noComponents, (item + 1) * noComponents);
      const scale = 1 / Math.sqrt(own.reduce((sum, value) => sum + value * value, 0) || 1);
      own.forEach((value, k) => {
        units[item * width + k] = value * scale;
      });
    }
    return new Nearness(await ItemIndex.create({ ...DEFAULTS, noComponents }, units), units);
  }

  /** Each item's greatest cosine with one of these, from 0 to 1. */
  to(items: Iterable<number>): Float32Array {
    const nearest = new Float32Array(this.#index.items);
    for (const one of items) {
      const cosines = this.with(one);
      for (let item = 0; item < nearest.length; item++) {
        if (cosines[item] > nearest[item]) nearest[item] = cosines[item];
      }
    }
    return nearest;
  }

  /** Each item's cosine with this one. */
  with(item: number): Float32Array {
    const remembered = this.#cosines.get(item);
    if (remembered) return remembered;
    const width = this.#units.length / this.#index.items;
    const cosines = this.#index.scores(this.#units.subarray(item * width, (item + 1) * width));
    if ((this.#cosines.size + 1) * cosines.length > MOST_REMEMBERED) this.#cosines.clear();
    this.#cosines.set(item, cosines);
    return cosines;
  }
}
