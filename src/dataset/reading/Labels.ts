import { cellOf } from "../../files/json/jsonFields.ts";
import { looseJson } from "../../files/json/looseJson.ts";
import { ownText } from "../../files/ownText.ts";
import { ageBand } from "../cells/ages.ts";
import type { Column } from "../columns/TableForm.ts";

/** What MovieLens writes where a film has no genre. */
const NONE = new Set(["", "(no genres listed)"]);
/** No name of a label is longer; what is has been taken for one by mistake. */
const MAX_LABEL = 100;
/** Of a long cast, those who come first tell most. */
const MOST_TAGS = 20;

/** The labels that the columns of a table give to an item or a user. Equal lists of labels are one object. */
export class Labels {
  readonly #columns: { place: number; of: (text: string) => readonly string[] }[];
  readonly #known = new Map<string, readonly string[]>();

  private constructor(columns: readonly Column[], labelsOf: (column: Column) => LabelsOf | null) {
    this.#columns = [...columns.entries()].flatMap(([place, column]) => {
      const of = labelsOf(column);
      return of ? [{ place, of }] : [];
    });
  }

  /** Those that models learn from. */
  static ofFeatures(columns: readonly Column[]): Labels {
    return new Labels(columns, featuresOf);
  }

  /** Those that place items nobody likes yet, each behind the name of its column. */
  static ofTags(columns: readonly Column[]): Labels {
    return new Labels(columns, tagsOf);
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

type LabelsOf = (text: string) => string[];

function tagsOf({ name, role, isSpaced }: Column): LabelsOf | null {
  if (role !== "tags") return null;
  const of = isSpaced ? spaced : separate;
  return (text) =>
    of(text)
      .slice(0, MOST_TAGS)
      .map((label) => `${name} ${label.toLowerCase()}`);
}

function featuresOf({ name, role, meanings, isSpaced, isSlashed }: Column): LabelsOf | null {
  if (role === "labels") return isSpaced ? spaced : isSlashed ? slashed : separate;
  if (role === "flag") return (text) => (text === "1" ? [name] : []);
  if (role === "age") return (text) => [ageBand(text)].filter((band) => band !== null);
  if (role === "feature") return (text) => (text === "" ? [] : [`${name} ${meanings?.get(text) ?? text}`]);
  return null;
}

function spaced(text: string): string[] {
  return text.split(/\s+/).filter(isLabel);
}

function slashed(text: string): string[] {
  return text
    .split("/")
    .map((label) => label.trim())
    .filter(isLabel);
}

function separate(text: string): string[] {
  // As TMDb's metadata have them: a list of objects with names.
  const list = /^[[{]/.test(text) ? looseJson(text) : undefined;
  // PostgreSQL writes lists as {Drama,Comedy}.
  const plain = list === undefined ? text.replace(/^\{(.*)\}$/, "$1") : cellOf(list);
  return plain
    .split(plain.includes("|") ? "|" : /[,;，、；]/)
    .map((label) => label.trim())
    .filter(isLabel);
}

function isLabel(text: string): boolean {
  return !NONE.has(text);
}
