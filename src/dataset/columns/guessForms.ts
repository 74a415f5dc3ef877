import type { TableHead } from "../../files/TableHead.ts";
import { namedColumn, plainName } from "./columnNames.ts";
import { guessForm } from "./guessForm.ts";
import type { Column, Role, TableForm } from "./TableForm.ts";

/** What tables of one tag of an item a row call the tag, the first that occurs. */
const TAG_NAMES = ["tag", "tagname", "keyword", "tagid"];
const RELEVANCE = "relevance";
/** What tables of tags do not have beside them. */
const OTHERS: readonly Role[] = ["rating", "title", "year", "labels", "feature", "flag", "imdb", "tmdb"];

/** What tables were taken for, which is asked several times of the same ones. */
const known = new WeakMap<readonly TableHead[], readonly TableForm[]>();

/** What each of some tables most likely is. Beside ratings, a table of who tagged what tells of the items. */
export function guessForms(heads: readonly TableHead[]): readonly TableForm[] {
  const forms = known.get(heads) ?? guessAnew(heads);
  known.set(heads, forms);
  return forms;
}

function guessAnew(heads: readonly TableHead[]): TableForm[] {
  const forms = heads.map(guessForm);
  const tags = forms.map(tagsIn);
  const areRatings = forms.some(({ kind }, i) => kind === "ratings" && tags[i] === null);
  const areOthers = (form: TableForm) => forms.some((other) => other !== form && other.kind === "ratings");
  return forms.map(
    (form, i) => (areRatings && tags[i]) || (areOthers(form) && titlesIn(heads[i], form)) || form,
  );
}

/** Without a header, ids and words such as "100,Heat" stand beside ratings as the titles of what was rated; null where they are none. */
function titlesIn({ rows }: TableHead, { hasHeader, columns }: TableForm): TableForm | null {
  if (hasHeader || columns.length !== 2 || rows.length < 2) return null;
  const ids = new Set(rows.map(([id]) => id));
  const areWords = rows.filter(([, title = ""]) => /\p{L}{2}/u.test(title)).length > rows.length * 0.9;
  if (ids.size < rows.length || !areWords) return null;
  const roles: readonly Role[] = ["item", "title"];
  return {
    kind: "items",
    hasHeader,
    columns: columns.map(({ name }, place) => ({ name, role: roles[place] })),
  };
}

/** The table as one of tags; null where it is none. */
function tagsIn({ hasHeader, columns }: TableForm): TableForm | null {
  const names = columns.map(({ name }) => plainName(name));
  const item = namedColumn(names, "item");
  const tag = TAG_NAMES.map((name) => names.indexOf(name)).find((place) => place >= 0);
  if (!hasHeader || item < 0 || tag === undefined) return null;
  const roleOf = (place: number): Role => {
    if (place === tag) return "tags";
    if (place === item) return "item";
    return names[place] === RELEVANCE ? "relevance" : "unused";
  };
  const isMore = columns.some(({ role }, place) => roleOf(place) === "unused" && OTHERS.includes(role));
  if (isMore) return null;
  const roles = columns.map(({ name }, place): Column => ({ name, role: roleOf(place) }));
  return { kind: "tags", hasHeader, columns: roles };
}
