import type { Json } from "./looseJson.ts";

type JsonObject = { [name: string]: Json };
/** A row, by the names of its columns. */
export type Fields = ReadonlyMap<string, string>;

/** Objects that stand for one value are called by one of these. */
const NAMES = ["name", "title", "label", "value", "id"];
const USER = /^(?:user|reviewer|customer|member)(?:_?id|_?name)?$/i;
/** No table has columns in objects nested so deep. */
const DEEPEST = 6;

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * The table in a JSON document: a list of objects, however it is wrapped; lists by column; a list of lists;
 * or an object of objects, of which the names are ids. Null if there is none.
 */
export function recordsOf(document: Json, depth = 0): Fields[] | null {
  if (Array.isArray(document)) {
    if (document.every(isObject)) return document.flatMap((record) => fieldsOf(record));
    return document.every(Array.isArray) ? listsOf(document as Json[][]) : null;
  }
  if (!isObject(document) || depth > 3) return null;
  const { columns, data } = document;
  if (Array.isArray(columns) && Array.isArray(data) && data.every(Array.isArray)) {
    return (data as Json[][]).map(
      (row) => new Map(columns.map((name, i) => [String(name), cellOf(row[i] ?? null)])),
    );
  }
  const members = Object.values(document);
  if (members.length === 0) return null;
  if (members.every((member) => Array.isArray(member) && !member.some(isObject))) {
    return (
      byColumn(document as { [name: string]: Json[] }) ?? idLists(document as { [name: string]: Json[] })
    );
  }
  const lists = members.filter((member) => Array.isArray(member) && member.some(isObject)) as Json[][];
  const longest = lists.toSorted((a, b) => b.length - a.length)[0];
  if (longest) {
    return members.every((member) => Array.isArray(member))
      ? Object.entries(document).flatMap(([id, list]) => within(id, list as Json[], lists.length))
      : recordsOf(longest, depth + 1);
  }
  if (members.length > 1 && members.every(isObject))
    return byIndexOrId(document as { [name: string]: JsonObject });
  const inner = members.find(isObject);
  return inner ? recordsOf(inner, depth + 1) : fieldsOf(document);
}

/** Of one list the name is nothing; of several, it is whose each is. */
function within(id: string, list: Json[], lists: number): Fields[] {
  const rows = list.filter(isObject).flatMap((record) => fieldsOf(record));
  return lists === 1
    ? rows
    : rows.map((row) => (row.has("user") || row.has("userId") ? row : new Map([["user", id], ...row])));
}

/** {"user": ["a", "b"], "item": ["x", "y"]} */
function byColumn(columns: { [name: string]: Json[] }): Fields[] | null {
  const all = Object.entries(columns);
  const [length] = all.map(([, values]) => values.length);
  if (all.length < 2 || all.length > 30 || all.some(([, values]) => values.length !== length)) return null;
  return Array.from({ length }, (_, i) => new Map(all.map(([name, values]) => [name, cellOf(values[i])])));
}

/** {"u1": ["i1", "i2"], "u2": ["i3"]} */
function idLists(lists: { [name: string]: Json[] }): Fields[] {
  return Object.entries(lists).flatMap(([id, items]) =>
    items.map(
      (item) =>
        new Map([
          ["user", id],
          ["item", cellOf(item)],
        ]),
    ),
  );
}

/** As pandas writes a table, {"userId": {"0": 1}}; or who rated what, {"u1": {"i1": 5}}; or rows under their ids. */
function byIndexOrId(members: { [name: string]: JsonObject }): Fields[] {
  const all = Object.entries(members);
  const isPlain = all.every(([, values]) =>
    Object.values(values).every((value) => !isObject(value) && !Array.isArray(value)),
  );
  const keys = Object.keys(all[0][1]);
  const areCounted = keys.length > 0 && keys.every((key, i) => key === String(i));
  if (isPlain && areCounted) {
    return keys.map((key) => new Map(all.map(([name, values]) => [name, cellOf(values[key] ?? null)])));
  }
  const areNumbers = all.every(([, values]) =>
    Object.values(values).every((value) => typeof value === "number"),
  );
  if (areNumbers) {
    return all.flatMap(([user, rated]) =>
      Object.entries(rated).map(
        ([item, rating]) =>
          new Map([
            ["user", user],
            ["item", item],
            ["rating", cellOf(rating)],
          ]),
      ),
    );
  }
  return all.flatMap(([id, values]) => fieldsOf({ id, ...values }));
}

/** The first list holds names where the others do not look like it. */
function listsOf(rows: Json[][]): Fields[] {
  const areNames =
    rows.length > 1 &&
    rows[0].every((cell) => typeof cell === "string") &&
    rows[1].some((cell) => typeof cell === "number");
  const names = areNames
    ? rows[0].map(String)
    : (rows[0] ?? []).map((_, i) => ["user", "item", "rating", "timestamp"][i] ?? `column ${i + 1}`);
  return rows
    .slice(areNames ? 1 : 0)
    .map((row) => new Map(names.map((name, i) => [name, cellOf(row[i] ?? null)])));
}

/** One row of an object; one for each entry of a list of objects in it, such as the ratings of a user. */
export function fieldsOf(record: JsonObject, depth = 0): Fields[] {
  const fields = new Map<string, string>();
  const lists: [string, JsonObject[]][] = [];
  flatten(record, "", fields, lists, 0);
  const list = lists.find(
    ([name, entries]) =>
      /rating|item|movie|film|review|watch|play|book|game|histor|interaction/i.test(name) &&
      entries.length > 0,
  );
  if (!list || depth === DEEPEST) {
    for (const [name, entries] of lists) fields.set(name, cellOf(entries));
    return [fields];
  }
  return list[1]
    .flatMap((entry) => fieldsOf(entry, depth + 1))
    .map((inner) => {
      // Whose a list is, is called no more than "id": of one who rated, or of what they rated.
      const isOfItem = [...inner.keys()].some((name) => USER.test(name));
      const own = [...fields].map(
        ([name, value]) => [/^_?id$/.test(name) ? (isOfItem ? "item" : "user") : name, value] as const,
      );
      return new Map([...inner, ...own.filter(([name]) => !inner.has(name))]);
    });
}

function flatten(
  record: JsonObject,
  prefix: string,
  into: Map<string, string>,
  lists: [string, JsonObject[]][],
  depth: number,
): void {
  for (const [name, value] of Object.entries(record)) {
    const called = prefix + name;
    if (isObject(value) && depth < DEEPEST) flatten(value, `${called}.`, into, lists, depth + 1);
    else if (Array.isArray(value) && value.length > 0 && value.every(isObject)) lists.push([called, value]);
    else into.set(called, cellOf(value));
  }
}

/** A value as a field of a row; those of a list with bars between them, those nested too deep left out. */
export function cellOf(value: Json, depth = 0): string {
  if (value === null || depth > DEEPEST) return "";
  if (Array.isArray(value))
    return value
      .map((one) => cellOf(one, depth + 1))
      .filter((cell) => cell !== "")
      .join("|");
  if (!isObject(value)) return String(value);
  const name = NAMES.find((known) => known in value) ?? Object.keys(value)[0];
  return name === undefined ? "" : cellOf(value[name], depth + 1);
}
