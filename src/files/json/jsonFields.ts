import type { Json } from "./looseJson.ts";

export type JsonObject = { [name: string]: Json };
/** A row, by the names of its columns. */
export type Fields = ReadonlyMap<string, string>;
/** Objects that stand for one value are called by one of these. */
const NAMES = ["name", "title", "label", "value", "id"];
export const RATED = /rating|score|vote|review|stars/i;
const OWN_RATING = /^(?:my|user|own|personal)?_?(?:rating|score|stars)$/i;
const NAMED = /^(?:user|name|person|reviewer|critic|member|_?id)/i;
const THING = /^(?:title|movie|film|item|book)(?:_?(?:id|name|title))?$/i;
const OF_THING = /^(?:year|release|runtime|genre|director|imdb|tmdb)/i;
const LISTED =
  /rating|item|librar|collection|shelf|movie|film|review|watch|play|book|game|histor|interaction|track|song|event|entr(?:y|ies)/i;
/** Lists of what is said of one thing: "film.links" are nobody's films. */
const SAID =
  /\.(?:links?|images?|genres?|cast|crew|tags?|countries|languages|studios|videos|directors?|actors?)$/i;
const USER = /^(?:user|reviewer|critic|author|customer|member)(?:_?id|_?name)?$/i;
const TYPED = /^(?:(?:string|integer|double|boolean|timestamp|reference)Value|text)$/;
/** Objects that only hold what an answer is about. */
const WRAPPER = /^(?:_source|attributes|properties|fields|doc|node)$/;
/** No table has columns in objects nested so deep. */
const DEEPEST = 6;

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function areObjects(list: Json | undefined): list is JsonObject[] {
  return Array.isArray(list) && list.every(isObject);
}

/** One row of an object; one for each entry of a list of objects in it, such as the ratings of a user. */
export function fieldsOf(record: JsonObject, depth = 0): Fields[] {
  const fields = new Map<string, string>();
  const lists: [string, JsonObject[]][] = [];
  flatten(record, "", fields, lists, 0);
  const isPerson = isNamed(record);
  const listed = lists.filter(
    ([name, entries]) =>
      (LISTED.test(name) || (isPerson && RATED.test(name) && entries.every(saysWhat))) &&
      !SAID.test(name) &&
      entries.length > 0,
  );
  // Beside when a thing was seen stands how it was liked.
  const list = listed.find(([, entries]) => entries.some(isRated)) ?? listed[0];
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

export function isRated(record: JsonObject): boolean {
  return Object.keys(record).some((name) => OWN_RATING.test(name));
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

/** {"$oid": "5a94"}, {"integerValue": "4"}, {"text": "Heat"}: how MongoDB, Firestore and IMDb write a value that JSON has no type for. */
function singleValue(value: Json): Json | undefined {
  if (!isObject(value)) return undefined;
  const [[name, inner] = ["", null], ...others] = Object.entries(value);
  return others.length === 0 && (name.startsWith("$") || TYPED.test(name)) && !Array.isArray(inner)
    ? (singleValue(inner) ?? inner)
    : undefined;
}

/** Whether it says who, or at least a name, and not what; a name beside a year or genres is a film's. */
function isNamed(record: JsonObject): boolean {
  const names = Object.keys(record);
  return (
    names.some((name) => NAMED.test(name)) && !names.some((name) => THING.test(name) || OF_THING.test(name))
  );
}

/** Whether it says what was rated: somebody's scores in "exam" and "quiz" do not. */
function saysWhat(record: JsonObject): boolean {
  return Object.keys(record).some((name) => THING.test(name));
}

/** Somebody's ratings by what they rated, {"name": "Ann", "ratings": {"Heat": 5, "Alien": 3}}. */
function areRated(value: Json, record: JsonObject): value is JsonObject {
  return (
    isObject(value) &&
    Object.values(value).length > 0 &&
    Object.values(value).every((rating) => typeof rating === "number") &&
    isNamed(record)
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
