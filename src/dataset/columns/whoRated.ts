import { isId, namedColumn, plainName } from "./columnNames.ts";
import { areEvents, comeAgain, varies } from "./columnValues.ts";
import { placeIn, type Role } from "./TableForm.ts";

/** Fewer say nothing of what comes again and what never changes. */
const LEAST_ROWS = 3;

/**
 * Where films are called "film" and each "name" comes again with others of them, these are the names of people; and an
 * "author" is whoever wrote a review, where a thing has several of them.
 */
export function nameUsers(
  roles: Map<number, Role>,
  names: readonly string[],
  values: readonly string[][],
): void {
  const all = [...roles.values()];
  const title = placeIn(roles, "title");
  if (all.includes("user") || !all.includes("rating") || title === undefined) return;
  const author = names.findIndex((name) => /^(?:author|writer)(?:name)?$/.test(plainName(name)));
  const things = new Set(values[title]).size;
  const isOfMany = author >= 0 && comeAgain(values[author]) && things <= values[title].length / 2;
  if (isOfMany && distinct(values, [author, title]) > things * 1.5) roles.set(author, "user");
  const isName = plainName(names[title]) === "name" && things <= values[title].length / 2;
  // As R and pandas melt a matrix: Name, variable, value.
  const melted = names.findIndex((name) => plainName(name) === "variable");
  if (!isName) return;
  if (all.includes("item")) roles.set(title, "user");
  else if (melted >= 0) roles.set(melted, "item").set(title, "user");
}

/** An id, or a name beside a title, that comes again with other titles is that of who rated them. */
export function idAsUser(
  roles: Map<number, Role>,
  names: readonly string[],
  values: readonly string[][],
): void {
  const all = [...roles.values()];
  const titled = placeIn(roles, "title");
  if (titled === undefined || all.includes("user") || all.includes("item") || !all.includes("rating")) return;
  const isName = (name: string) => plainName(name) === "name";
  const other = isName(names[titled]) ? namedColumn(names.with(titled, ""), "title") : -1;
  const [id, title] =
    other >= 0 ? [titled, other] : [names.findIndex((name) => isId(name) || isName(name)), titled];
  if (id < 0 || (other < 0 && roles.has(id)) || values[id].length < LEAST_ROWS) return;
  const isWho = new Set(values[id]).size <= values[id].length / 2 && comeAgain(values[title]);
  if (isWho && distinct(values, [id, title]) > values[id].length * 0.9)
    roles.set(id, "user").set(title, "title");
}

/** What was bought together, in tables that do not say by whom. */
const BASKET = /^(?:order|basket|cart|invoice|transaction|receipt|ticket|bill)s?(?:id|no|nr|num|number)?$/;

/** Where nothing says who bought and nobody rated, each basket stands for a person. */
export function basketAsUser(
  roles: Map<number, Role>,
  names: readonly string[],
  values: readonly string[][],
): void {
  const all = [...roles.values()];
  if (all.includes("user") || all.includes("rating") || !all.includes("item")) return;
  const place = names.findIndex((name) => BASKET.test(plainName(name)));
  if (place >= 0 && !roles.has(place) && comeAgain(values[place]) && varies(values[place]))
    roles.set(place, "user");
}

/** Ids of what somebody did, where and when, which was not rated. */
const OF_ROWS =
  /^(?:review|rating|order|transaction|row|record|session|event|log|purchase|invoice|seller|shop|store|cat|category|type|class|label|genre|author|director|object)s?id$/;

/** Beside users and ratings, the only other id is that of what was rated, whatever it is: "car_id". */
export function idAsItem(
  roles: Map<number, Role>,
  names: readonly string[],
  values: readonly string[][],
): void {
  const all = [...roles.values()];
  if (!all.includes("user") || !all.includes("rating") || all.includes("item") || all.includes("title"))
    return;
  const ids = names.flatMap((name, place) => {
    const plain = plainName(name);
    return !roles.has(place) && /..id$/.test(plain) && !OF_ROWS.test(plain) ? [place] : [];
  });
  const [id, ...others] = ids;
  if (id !== undefined && others.length === 0 && comeAgain(values[id])) roles.set(id, "item");
}

/**
 * Whether somebody would have rated most of the things again and again, but for a column of words beside them: who rated
 * what takes three columns to say, or others than those.
 */
export function isSideLeft(roles: ReadonlyMap<number, Role>, values: readonly string[][]): boolean {
  const places = (["user", "item", "rating"] as const).map((role) => placeIn(roles, role));
  const [user, item, rating] = places;
  if (user === undefined || item === undefined || rating === undefined) return false;
  const rows = values[user].length;
  const areWords = (place: number) =>
    values[place].every((cell) => /\p{L}|#/u.test(cell)) && !areEvents(values[place]);
  const left = [...values.keys()].filter((place) => !roles.has(place) && areWords(place));
  const pairs = distinct(values, [user, item]);
  // Kinds of things stand in front of these as people do, but each thing is of one kind.
  const areKinds = pairs < rows && pairs === distinct(values, [item]);
  return (
    rows >= LEAST_ROWS &&
    (pairs <= rows / 2 || areKinds) &&
    left.some((place) => distinct(values, [user, item, place]) > Math.max(rows / 2, pairs))
  );
}

/** How many different rows these columns have. */
function distinct(values: readonly string[][], columns: readonly number[]): number {
  return new Set(values[columns[0]].map((_, i) => JSON.stringify(columns.map((place) => values[place][i]))))
    .size;
}
