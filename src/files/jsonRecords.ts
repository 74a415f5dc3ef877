import type { Json } from "./looseJson.ts";
import { areTiers } from "./tiers.ts";

type JsonObject = { [name: string]: Json };
/** A row, by the names of its columns. */
export type Fields = ReadonlyMap<string, string>;

/** Objects that stand for one value are called by one of these. */
const NAMES = ["name", "title", "label", "value", "id"];
const KIND = /^(?:movies?|films?|shows?|series|anime|episodes?|seasons?|books?|games?|tv)$/i;
/** Lists of one person's, by how far they came. */
const STATUS =
  /^(?:watched|seen|watchlist|to_?watch|plan(?:ned)?_?(?:to_?(?:watch|read))?|completed|watching|dropped|on_?hold|history|favou?rites|liked|read|to_?read|reading|rated|ratings|wishlist)$/i;
const RATED = /rating|score|vote|review|stars/i;
/** When they were seen, or when they came out. */
const YEAR = /^(?:18|19|20)\d\ds?$/;
const NAMED = /^(?:user|name|person|reviewer|critic|member|_?id)/i;
const LISTED =
  /rating|item|librar|collection|shelf|movie|film|review|watch|play|book|game|histor|interaction|track|song|event|entr(?:y|ies)/i;
/** Lists of what is said of one thing: "film.links" are nobody's films. */
const SAID =
  /\.(?:links?|images?|genres?|cast|crew|tags?|countries|languages|studios|videos|directors?|actors?)$/i;
const USER = /^(?:user|reviewer|customer|member)(?:_?id|_?name)?$/i;
const TYPED = /^(?:string|integer|double|boolean|timestamp|reference)Value$/;
/** Objects that only hold what an answer is about. */
const WRAPPER = /^(?:_source|attributes|properties|fields|doc|node)$/;
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
  const { columns, data, index, included } = document;
  if (areObjects(data) && areObjects(included)) return recordsOf(data.map((one) => joined(one, included)));
  if (Array.isArray(columns) && Array.isArray(data) && data.every(Array.isArray)) {
    return (data as Json[][]).map(
      (row, at) =>
        new Map([
          // Of pandas' tables, the rows are numbered, or have names.
          ...(Array.isArray(index) && typeof index[at] === "string" ? [["", index[at]] as const] : []),
          ...columns.map((name, i) => [String(name), cellOf(row[i] ?? null)] as const),
        ]),
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
  const database = lists.length > 1 ? related(document) : null;
  if (database) return database;
  const longest = lists.toSorted((a, b) => b.length - a.length)[0];
  if (longest) {
    return members.every((member) => Array.isArray(member))
      ? Object.entries(document).flatMap(([id, list]) => within(id, list as Json[], lists.length))
      : recordsOf(longest, depth + 1);
  }
  // {"movies": {"watched": [], "watchlist": []}, "shows": {…}}
  if (members.length > 1 && members.every(isObject) && Object.keys(document).every((name) => KIND.test(name)))
    return Object.entries(document).flatMap(([kind, inner]) =>
      (recordsOf(inner, depth + 1) ?? []).map((row) => new Map([["type", kind], ...row])),
    );
  if (members.length > 1 && members.every(isObject))
    return byIndexOrId(document as { [name: string]: JsonObject });
  const inner = members.find(isObject);
  if (inner) return recordsOf(inner, depth + 1);
  // One object of plain values is a message, not a table.
  const single = fieldsOf(document);
  return single.length > 1 ? single : null;
}

function areObjects(list: Json | undefined): list is JsonObject[] {
  return Array.isArray(list) && list.every(isObject);
}

/** In JSON:API, as Kitsu answers, what a record is about stands in another list, by its type and id. */
function joined({ relationships, attributes, ...record }: JsonObject, included: JsonObject[]): JsonObject {
  const about = Object.entries(isObject(relationships) ? relationships : {}).map(
    ([name, value]): [string, Json] => {
      const { type, id } = isObject(value) && isObject(value.data) ? value.data : {};
      const found = included.find((one) => one.type === type && one.id === id);
      return [name, isObject(found?.attributes) ? { id, ...found.attributes } : (id ?? null)];
    },
  );
  return { ...(isObject(attributes) ? attributes : record), ...Object.fromEntries(about) };
}

/** Ratings with the numbers of users and films, and lists of these beside them: {"ratings": [{"movieId": 1}], "movies": [{"id": 1}]} */
function related(document: JsonObject): Fields[] | null {
  const lists = Object.entries(document).filter((entry): entry is [string, JsonObject[]] =>
    areObjects(entry[1]),
  );
  const ratings = lists.find(
    ([name, [first]]) => RATED.test(name) && first && numbersIn(first).length > 1,
  )?.[1];
  if (!ratings) return null;
  const about = lists.flatMap(([name, list]) => {
    const kind = name.toLowerCase().replace(/s$/, "");
    const key = numbersIn(ratings[0]).find((one) => one.toLowerCase().replace(/_?id$/, "") === kind);
    return key ? [{ kind, key, byId: new Map(list.map((one) => [cellOf(one.id ?? null), one])) }] : [];
  });
  if (about.length === 0) return null;
  return ratings.flatMap((record) => {
    const found = about.flatMap(({ kind, key, byId }): [string, Json][] => {
      const { id: _, ...one } = byId.get(cellOf(record[key] ?? null)) ?? {};
      return Object.keys(one).length > 0 ? [[kind, one]] : [];
    });
    return fieldsOf({ ...record, ...Object.fromEntries(found) });
  });
}

function numbersIn(record: JsonObject): string[] {
  return Object.keys(record).filter((name) => /.id$/i.test(name));
}

/** Of one list the name is nothing; of several, it is whose each is, or of what kind all in it are. */
function within(id: string, list: Json[], lists: number): Fields[] {
  const rows = list.filter(isObject).flatMap((record) => fieldsOf(record));
  if (lists === 1) return rows;
  const column = KIND.test(id) ? "type" : STATUS.test(id) ? "status" : YEAR.test(id) ? "section" : "user";
  return rows.map((row) =>
    row.has(column) || row.has(`${column}Id`) ? row : new Map([[column, id], ...row]),
  );
}

/** {"user": ["a", "b"], "item": ["x", "y"]} */
function byColumn(columns: { [name: string]: Json[] }): Fields[] | null {
  const all = Object.entries(columns);
  const [length] = all.map(([, values]) => values.length);
  if (all.length < 2 || all.length > 30 || all.some(([, values]) => values.length !== length)) return null;
  return Array.from({ length }, (_, i) => new Map(all.map(([name, values]) => [name, cellOf(values[i])])));
}

/** {"u1": ["i1", "i2"], "u2": ["i3"]}, or {"S": ["Heat"], "A": ["Alien"]} */
function idLists(lists: { [name: string]: Json[] }): Fields[] {
  const [name, of] = areTiers(Object.keys(lists)) ? ["tier", "title"] : ["user", "item"];
  return Object.entries(lists).flatMap(([id, items]) =>
    items.map(
      (item) =>
        new Map([
          [name, id],
          [of, cellOf(item)],
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
  if (all.every(([, values]) => areRecords(values)))
    return all.flatMap(([user, rated]) =>
      Object.entries(rated as { [id: string]: JsonObject }).flatMap(([item, record]) =>
        fieldsOf({ user, item, ...record }),
      ),
    );
  return all.flatMap(([id, values]) => fieldsOf({ id, ...values }));
}

/** Objects with the same names in each, {"i1": {"rating": 5}, "i2": {"rating": 3}}. */
function areRecords(values: JsonObject): boolean {
  const records = Object.values(values);
  const [first, ...others] = records.map((record) => (isObject(record) ? Object.keys(record).join() : ""));
  return first !== undefined && first !== "" && others.every((names) => names === first);
}

/** The first list holds names where the others do not look like it; else the columns are only numbered. */
function listsOf(rows: Json[][]): Fields[] {
  const areNames =
    rows.length > 1 &&
    rows[0].every((cell) => typeof cell === "string") &&
    rows[1].some((cell) => typeof cell === "number");
  const names = areNames ? rows[0].map(String) : (rows[0] ?? []).map((_, i) => numbered(i));
  return rows
    .slice(areNames ? 1 : 0)
    .map((row) => new Map(names.map((name, i) => [name, cellOf(row[i] ?? null)])));
}

/** What a column is called that has no name. */
export function numbered(place: number): string {
  return `column ${place + 1}`;
}

/** One row of an object; one for each entry of a list of objects in it, such as the ratings of a user. */
export function fieldsOf(record: JsonObject, depth = 0): Fields[] {
  const fields = new Map<string, string>();
  const lists: [string, JsonObject[]][] = [];
  flatten(record, "", fields, lists, 0);
  const list = lists.find(([name, entries]) => LISTED.test(name) && !SAID.test(name) && entries.length > 0);
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
    const single = singleValue(value);
    if (single !== undefined) into.set(called, cellOf(single));
    else if (depth === 0 && RATED.test(name) && areRated(value, record))
      lists.push([called, Object.entries(value).map(([item, rating]) => ({ item, rating }))]);
    else if (isObject(value) && depth < DEEPEST)
      flatten(value, WRAPPER.test(name) ? prefix : `${called}.`, into, lists, depth + 1);
    else if (Array.isArray(value) && value.length > 0 && value.every(isObject)) lists.push([called, value]);
    else into.set(called, cellOf(value));
  }
}

/** {"$oid": "5a94"}, {"integerValue": "4"}: how MongoDB and Firestore write a value that JSON has no type for. */
function singleValue(value: Json): Json | undefined {
  if (!isObject(value)) return undefined;
  const [[name, inner] = ["", null], ...others] = Object.entries(value);
  return others.length === 0 && (name.startsWith("$") || TYPED.test(name)) && !Array.isArray(inner)
    ? (singleValue(inner) ?? inner)
    : undefined;
}

/** Somebody's ratings by what they rated, {"name": "Ann", "ratings": {"Heat": 5, "Alien": 3}}. */
function areRated(value: Json, record: JsonObject): value is JsonObject {
  const others = Object.keys(record);
  return (
    isObject(value) &&
    Object.values(value).length > 0 &&
    Object.values(value).every((rating) => typeof rating === "number") &&
    others.some((name) => NAMED.test(name)) &&
    !others.some((name) => /title|movie|film|item|book/i.test(name))
  );
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
