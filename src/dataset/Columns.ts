import { excerpt } from "./excerpt.ts";

/** The columns of a table, found by name: letter case, spaces and underscores aside. */
export class Columns {
  readonly #header: string[];
  readonly #places = new Map<string, number>();

  constructor(header: string[]) {
    this.#header = header;
    for (const [place, name] of header.entries()) {
      if (!this.#places.has(plain(name))) this.#places.set(plain(name), place);
    }
  }

  /** The column of the first of these names that occurs; -1 where none does. */
  find(...names: string[]): number {
    for (const name of names) {
      const place = this.#places.get(name);
      if (place !== undefined) return place;
    }
    return -1;
  }

  toString(): string {
    const shown = this.#header.slice(0, 8).map(excerpt);
    return this.#header.length > shown.length ? `${shown.join(", ")}, …` : shown.join(", ");
  }
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[\s_]/g, "");
}
