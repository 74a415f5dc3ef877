import { cellOf } from "../files/jsonRecords.ts";
import { looseJson } from "../files/looseJson.ts";
import { ownText } from "../files/ownText.ts";
import { ageBand } from "./ages.ts";
import type { Column } from "./TableForm.ts";

/** What MovieLens writes where a film has no genre. */
const NONE = new Set(["", "(no genres listed)"]);
/** No name of a label is longer; what is has been taken for one by mistake. */
const MAX_LABEL = 100;

/** The labels that the columns of a table give to an item or a user. Equal lists of labels are one object. */
export class Labels {
  readonly #columns: { place: number; of: (text: string) => readonly string[] }[];
  readonly #known = new Map<string, readonly string[]>();

  constructor(columns: readonly Column[]) {
    this.#columns = [...columns.entries()].flatMap(([place, column]) => {
      const of = labelsOf(column);
      return of ? [{ place, of }] : [];
    });
  }

  get isEmpty(): boolean {
    return this.#columns.length === 0;
  }

  of(fields: readonly string[]): readonly string[] {
    const key = JSON.stringify(this.#columns.map(({ place }) => fields[place]?.trim() ?? ""));
    const known = this.#known.get(key);
    if (known) return known;
    const all = this.#columns.flatMap(({ place, of }) => of(fields[place]?.trim() ?? ""));
    const labels = [...new Set(all)].map((label) => ownText(label.slice(0, MAX_LABEL)));
    this.#known.set(key, labels);
    return labels;
  }
}

function labelsOf({ name, role, meanings, isSpaced }: Column): ((text: string) => string[]) | null {
  if (role === "labels") return isSpaced ? (text) => text.split(/\s+/).filter(isLabel) : separate;
  if (role === "flag") return (text) => (text === "1" ? [name] : []);
  if (role === "age") return (text) => [ageBand(text)].filter((band) => band !== null);
  if (role === "feature") return (text) => (text === "" ? [] : [`${name} ${meanings?.get(text) ?? text}`]);
  return null;
}

function separate(text: string): string[] {
  // As TMDb's metadata have them: a list of objects with names.
  const list = /^[[{]/.test(text) ? looseJson(text) : undefined;
  const plain = list === undefined ? text : cellOf(list);
  if (!isLabel(plain)) return [];
  return plain
    .split(plain.includes("|") ? "|" : /[,;]/)
    .map((label) => label.trim())
    .filter(isLabel);
}

function isLabel(text: string): boolean {
  return !NONE.has(text);
}
