import { areTiers } from "../text/tiers.ts";
import { whichAreTitles } from "../whichAreTitles.ts";
import { cellOf, type Fields, fieldsOf, isObject, isRated, type JsonObject, RATED } from "./jsonFields.ts";
import type { Json } from "./looseJson.ts";

/** What the columns are called of which one says who and one says what, where nothing tells which. */
export const UNTOLD = ["outer name", "inner name"] as const;
/** "5", "4.5", "8/10", "★★★" */
const POINTS = /^(?:\d(?:[.,]5)?|10|\d{1,2}\/\d{1,2}|[★⭐]\ufe0f?(?:[★⭐½]\ufe0f?)*)$/u;
/** Of fewer things, none may come again by chance. */
const LEAST_APART = 6;
/** Seconds since 1970: numbers below are none. */
const LEAST_MOMENT = 6e8;
/** How titles and names begin. */
const BEGUN = /^[\p{Lu}\p{Lo}\d"'“«¿¡([]/u;
/** What somebody's ratings are in, where nothing else is said of them. */
const RATINGS = /^(?:ratings|scores|votes|stars)$/i;
/** What else may be called, or be somebody's, in an object. */
const CALLED = /name|title|user|film|movie|item/i;

/** {"user": ["a", "b"], "item": ["x", "y"]} */
export function byColumn(columns: { [name: string]: Json[] }): Fields[] | null {
  const all = Object.entries(columns);
  if (areByRating(columns) || all.every(([name]) => /^\D+\d+$/.test(name))) return null;
  if (all.every(([, values]) => values.every(isPair))) return null;
  const [length] = all.map(([, values]) => values.length);
  if (all.length < 2 || all.length > 30 || all.some(([, values]) => values.length !== length)) return null;
  return Array.from({ length }, (_, i) => new Map(all.map(([name, values]) => [name, cellOf(values[i])])));
}

/**
 * {"u1": ["i1", "i2"], "u2": ["i3"]}, {"S": ["Heat"], "A": ["Alien"]}, {"5": ["Heat"], "4": ["Alien"]}, or with a rating
 * behind each, {"u1": [["i1", 5], ["i2", 3]]}. Null where each list is a row of a table, with the name as its first cell.
 */
export function idLists(lists: { [name: string]: Json[] }): Fields[] | null {
  const ids = Object.keys(lists);
  const areRows = ids.filter((id) => lists[id].some((one) => cellOf(one) === id)).length > ids.length / 2;
  if (areRows) return null;
  if (Object.values(lists).flat().every(isPair)) return pairsIn(lists as { [name: string]: Pair[] });
  const [name, of] = areTiers(ids)
    ? ["tier", "title"]
    : areByRating(lists)
      ? ["rating", "title"]
      : areApart(lists)
        ? ["section", "title"]
        : sidesOf(
            ids,
            Object.values(lists)
              .flat()
              .map((one) => cellOf(one)),
          );
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

/** What was rated and how, and when perhaps. */
type Pair = [string | number, number] | [string | number, number, number];

function isPair(one: Json): one is Pair {
  return (
    Array.isArray(one) &&
    (one.length === 2 || (one.length === 3 && Number(one[2]) > LEAST_MOMENT)) &&
    (typeof one[0] === "string" || typeof one[0] === "number") &&
    typeof one[1] === "number"
  );
}

function pairsIn(lists: { [name: string]: Pair[] }): Fields[] {
  const [outer, inner] = sidesOf(
    Object.keys(lists),
    Object.values(lists).flatMap((pairs) => pairs.map(([item]) => String(item))),
  );
  return Object.entries(lists).flatMap(([id, pairs]) =>
    pairs.map(
      ([item, rating, at]) =>
        new Map([
          [outer, id],
          [inner, String(item)],
          ["rating", String(rating)],
          ...(at === undefined ? [] : [["timestamp", String(at)] as const]),
        ]),
    ),
  );
}

/** Whether nothing is in two of these lists: they sort things, by genre say, and are nobody's. */
function areApart(lists: { [name: string]: Json[] }): boolean {
  const all = Object.values(lists)
    .flat()
    .map((one) => cellOf(one));
  return all.length >= LEAST_APART && new Set(all).size === all.length;
}

/** Whether the lists are called as ratings are, with words in them, each there once: what many people rated comes again. */
function areByRating(lists: { [name: string]: Json[] }): boolean {
  const titles = Object.values(lists).flat();
  const areWords = titles.every((one) => typeof one === "string" && /\p{L}{2}/u.test(one));
  return (
    areWords &&
    Object.keys(lists).every((name) => POINTS.test(name)) &&
    new Set(titles).size === titles.length
  );
}

/** As pandas writes a table, {"userId": {"0": 1}}; or who rated what, {"u1": {"i1": 5}}; or rows under their ids. */
export function byIndexOrId(members: { [name: string]: JsonObject }): Fields[] {
  const all = Object.entries(members);
  const isPlain = all.every(([, values]) =>
    Object.values(values).every((value) => !isObject(value) && !Array.isArray(value)),
  );
  const keys = Object.keys(all[0][1]);
  // {"ann": {"ratings": {"Heat": 5}}}
  const only = all.map(([, values]) => (areCalled(values, keys) ? values[keys[0]] : null));
  if (keys.length === 1 && RATINGS.test(keys[0]) && only.every(isInnermost))
    return byIndexOrId(Object.fromEntries(all.map(([id], i) => [id, only[i]])));
  const areCounted = keys.length > 0 && keys.every((key, i) => key === String(i));
  if (isPlain && areCounted) {
    return keys.map((key) => new Map(all.map(([name, values]) => [name, cellOf(values[key] ?? null)])));
  }
  // {"Heat": {"year": 1995, "rating": 4}}
  const areOfTitles =
    areTitles(all.map(([id]) => id)) &&
    all.every(([, values]) => {
      const names = Object.keys(values);
      return names.some((name) => RATED.test(name)) && !names.some((name) => CALLED.test(name));
    });
  if (areOfTitles) return all.flatMap(([title, values]) => fieldsOf({ title, ...values }));
  // {"0": {"userId": 1, "movieId": 2, "rating": 4}}: nobody calls a thing "rating".
  const areRows = keys.length > 1 && all.every(([, values]) => isRated(values) && areCalled(values, keys));
  // pandas writes null where nothing was rated.
  const rated = all.flatMap(([, values]) => Object.values(values)).filter((value) => value !== null);
  const areNumbers = rated.length > 0 && rated.every((value) => typeof value === "number");
  if (areNumbers && !areRows) {
    const [outer, inner] = sidesIn(all);
    return all.flatMap(([id, values]) =>
      Object.entries(values).flatMap(([other, rating]) =>
        rating === null
          ? []
          : new Map([
              [outer, id],
              [inner, other],
              ["rating", cellOf(rating)],
            ]),
      ),
    );
  }
  if (all.every(([, values]) => areRecords(values))) {
    const [outer, inner] = sidesIn(all);
    return all.flatMap(([id, rated]) =>
      Object.entries(rated as { [id: string]: JsonObject }).flatMap(([other, record]) =>
        fieldsOf({ [outer]: id, [inner]: other, ...record }),
      ),
    );
  }
  return all.flatMap(([id, values]) => fieldsOf({ id, ...values }));
}

function isInnermost(ratings: Json): ratings is JsonObject {
  return isObject(ratings) && !Object.keys(ratings).some((name) => RATINGS.test(name));
}

function sidesIn(all: readonly [string, JsonObject][]): readonly [string, string] {
  return sidesOf(
    all.map(([id]) => id),
    all.flatMap(([, values]) => Object.keys(values)),
  );
}

/** What the names of objects are, and those of what is in them; as a rule, somebody's ratings are in an object of theirs. */
function sidesOf(outer: readonly string[], inner: readonly string[]): readonly [string, string] {
  const titles = whichAreTitles(outer, [...new Set(inner)]);
  if (titles === "either") return UNTOLD;
  return titles === "first" ? ["item", "user"] : ["user", "item"];
}

/** Whether nearly all begin as titles and names do. */
export function areBegun(names: readonly string[]): boolean {
  return names.filter((name) => BEGUN.test(name)).length > names.length * 0.8;
}

/** Whether these begin as titles do, and some have several words or end in a year. */
export function areTitles(names: readonly string[]): boolean {
  const isLong = (name: string) => /\p{L}\S*\s+\S|\((?:18|19|20)\d\d\)$/u.test(name);
  return areBegun(names) && names.some(isLong);
}

function areCalled(values: JsonObject, keys: readonly string[]): boolean {
  return Object.keys(values).join() === keys.join();
}

/** Objects with the same names in each, {"i1": {"rating": 5}, "i2": {"rating": 3}}. */
function areRecords(values: JsonObject): boolean {
  const records = Object.values(values);
  const [first, ...others] = records.map((record) => (isObject(record) ? Object.keys(record).join() : ""));
  return first !== undefined && first !== "" && others.every((names) => names === first);
}
