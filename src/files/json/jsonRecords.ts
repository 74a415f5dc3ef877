import { areTiers } from "../text/tiers.ts";
import { areBegun, areTitles, byColumn, byIndexOrId, idLists } from "./jsonByKey.ts";
import {
  areObjects,
  cellOf,
  type Fields,
  fieldsOf,
  isObject,
  isRated,
  type JsonObject,
  RATED,
} from "./jsonFields.ts";
import type { Json } from "./looseJson.ts";

const KIND = /^(?:movies?|films?|shows?|series|anime|episodes?|seasons?|books?|games?|tv)$/i;
/** Lists of one person's, by how far they came. */
const STATUS =
  /^(?:watched|seen|watchlist|to_?watch|plan(?:ned)?_?(?:to_?(?:watch|read))?|completed|watching|dropped|on_?hold|history|favou?rites|liked|read|to_?read|reading|rated|ratings|wishlist)$/i;
const WHO = /^(?:user|reviewer|author|critic)(?:_?(?:id|name))?$|^username$/i;
/** A number, "8/10", "★★★", "90 %" */
const RATING = /^(?:-?\d+(?:[.,]\d+)?(?:\s*\/\s*\d+|\s*%)?|[★⭐]\ufe0f?(?:[★⭐½☆]\ufe0f?)*)$/u;
/** When they were seen, or when they came out. */
const YEAR = /^(?:18|19|20)\d\ds?$/;

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
  // {"Heat (1995)": 4, "Alien": 5}, {"Heat": "8/10"}, {"Heat": "S"}
  const names = Object.keys(document);
  const given = members.map((one) => (typeof one === "object" ? "" : String(one)));
  const are = areTiers(given) ? "tier" : given.every((one) => RATING.test(one)) ? "rating" : null;
  if (members.length > 2 && are !== null && (are === "tier" ? areBegun(names) : areTitles(names)))
    return names.map(
      (title) =>
        new Map([
          ["title", title],
          [are, cellOf(document[title])],
        ]),
    );
  // {"501": "Heat", "502": "Alien"}
  if (members.length > 2 && names.every((name) => /^(?:tt)?\d+$/.test(name)) && areBegun(given))
    return names.map(
      (id) =>
        new Map([
          ["id", id],
          ["title", cellOf(document[id])],
        ]),
    );
  // {"range": "A1:C9", "values": [["user", "film"], ["ann", "Heat"]]}
  const rows = members.filter((one) => Array.isArray(one) && one.length > 1 && one.every(Array.isArray));
  if (rows.length === 1 && !members.some(isObject)) return listsOf(rows[0] as Json[][]);
  const lists = members.filter((member) => Array.isArray(member) && member.some(isObject)) as Json[][];
  const database = lists.length > 1 ? related(document) : null;
  if (database) return database;
  // Beside a few ratings may stand all there is to rate, or what somebody did at the gym.
  const rated = lists.filter((list) => list.some((one) => isObject(one) && isRatedWithin(one)));
  const longest = (rated.length > 0 ? rated : lists).toSorted((a, b) => b.length - a.length)[0];
  if (longest) {
    return members.every((member) => Array.isArray(member)) && areAlike(lists)
      ? Object.entries(document).flatMap(([id, list]) => within(id, list as Json[], lists.length))
      : recordsOf(longest, depth + 1);
  }
  // {"movies": {"watched": [], "watchlist": []}, "shows": {…}}
  if (members.length > 1 && members.every(isObject) && Object.keys(document).every((name) => KIND.test(name)))
    return Object.entries(document).flatMap(([kind, inner]) =>
      (recordsOf(inner, depth + 1) ?? []).map((row) => new Map([["type", kind], ...row])),
    );
  // {"users": {"ann": {"ratings": {…}}}, "metadata": {"version": 1}}
  const nested = members.filter((one) => isObject(one) && areAllObjects(one));
  const isPlain = (one: Json) => !nested.includes(one) && isObject(one) && !Object.values(one).some(isObject);
  if (members.length > 1 && nested.length === 1 && members.filter(isPlain).length === members.length - 1)
    return recordsOf(nested[0], depth + 1);
  if (members.length > 1 && members.every(isObject))
    return byIndexOrId(document as { [name: string]: JsonObject });
  const inner = members.find(isObject);
  if (inner) return recordsOf(inner, depth + 1);
  // One object of plain values is a message, not a table.
  const single = fieldsOf(document);
  return single.length > 1 ? single : null;
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

function areAllObjects(record: JsonObject): boolean {
  const all = Object.values(record);
  return all.length > 1 && all.every(isObject);
}

function isRatedWithin(record: JsonObject): boolean {
  return isRated(record) || Object.values(record).some((value) => areObjects(value) && value.some(isRated));
}

function numbersIn(record: JsonObject): string[] {
  return Object.keys(record).filter((name) => /.id$/i.test(name));
}

/** Whether these hold things of one kind, as lists of several people's do. */
function areAlike(lists: readonly Json[][]): boolean {
  const names = lists.map((list) => Object.keys(list.find(isObject) ?? {}));
  return names.every(
    (own) => own.filter((name) => names[0].includes(name)).length > Math.min(own.length, names[0].length) / 2,
  );
}

/** Of one list the name is nothing; of several, it is whose each is, or of what kind all in it are. */
function within(id: string, list: Json[], lists: number): Fields[] {
  const rows = list.filter(isObject).flatMap((record) => fieldsOf(record));
  if (lists === 1) return rows;
  const areReviews = rows.every((row) => [...row.keys()].some((name) => WHO.test(name)));
  const who = areReviews ? "title" : "user";
  const column = KIND.test(id) ? "type" : STATUS.test(id) ? "status" : YEAR.test(id) ? "section" : who;
  return rows.map((row) =>
    row.has(column) || row.has(`${column}Id`) ? row : new Map([[column, id], ...row]),
  );
}

/** The first list holds names where the others do not look like it; else the columns are only numbered. */
function listsOf(rows: Json[][]): Fields[] {
  const areNames =
    rows.length > 1 &&
    rows[0].every((cell) => typeof cell === "string" && !isNumber(cell)) &&
    rows[1].some(isNumber);
  const names = areNames ? rows[0].map(String) : (rows[0] ?? []).map((_, i) => numbered(i));
  return rows
    .slice(areNames ? 1 : 0)
    .map((row) => new Map(names.map((name, i) => [name, cellOf(row[i] ?? null)])));
}

function isNumber(cell: Json): boolean {
  return typeof cell === "number" || (typeof cell === "string" && /^-?\d+(?:\.\d+)?$/.test(cell));
}

/** What a column is called that has no name. */
export function numbered(place: number): string {
  return `column ${place + 1}`;
}
