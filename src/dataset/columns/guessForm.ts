import type { TableHead } from "../../files/TableHead.ts";
import { cellAt, cellsAt } from "../cells/cellAt.ts";
import { isUnrated } from "../cells/ratingOf.ts";
import { areOfHundred } from "../reading/unrated.ts";
import {
  isCount,
  isId,
  isKnownName,
  isOfMany,
  isOfTags,
  mayBeAnybodys,
  namedColumn,
  plainName,
  roleNamed,
} from "./columnNames.ts";
import { areEvents, areMoments, comeAgain, isNumber, varies } from "./columnValues.ts";
import { fillRatings, fillTitles } from "./fillRatings.ts";
import { type Column, placeIn, type Role, type TableForm, type TableKind } from "./TableForm.ts";
import { basketAsUser, idAsItem, idAsUser, isSideLeft, nameUsers } from "./whoRated.ts";

/** A feature with this many values tells items or users apart, not what they are like. */
const MOST_VALUES = 60;
/** Fewer say nothing of what comes again and what never changes. */
const LEAST_ROWS = 3;
/** As often as this, a thing has another title by no chance. */
const LEAST_OF_OTHERS = 5;

/** What a table most likely is and what its columns are for: by their names, else by what stands in them. */
export function guessForm({ rows, hasHeader: told }: TableHead): TableForm {
  const hasHeader = told ?? guessHeader(rows);
  const body = hasHeader ? rows.slice(1) : rows;
  const width = Math.max(...rows.slice(0, 100).map((row) => row.length));
  const names = Array.from({ length: width }, (_, place) => columnName(hasHeader ? rows[0] : [], place));
  const values = names.map((_, place) => cellsAt(body, place));
  const roles = namedRoles(names, values);
  nameUsers(roles, names, values);
  idAsUser(roles, names, values);
  idAsItem(roles, names, values);
  basketAsUser(roles, names, values);
  preferCounts(roles, names, values);
  const kind = kindOf(roles, names, values);
  if (kind === "ratings") {
    dropHeadline(roles, names, values);
    fillRatings(roles, values, hasHeader ? names : []);
    if (!hasHeader && isSideLeft(roles, values)) roles.clear();
    if (![...roles.values()].includes("title")) fillTitles(roles, values, hasHeader ? names : []);
  } else fillFeatures(roles, values, kind === "items" ? names : []);
  const columns = names.map((name, place): Column => {
    const role = roles.get(place) ?? "unused";
    // RecBole says that a column holds several words, which are not a title.
    const isSpaced = role === "labels" || role === "tags";
    if (isSpaced && /:token_seq$/.test(name)) return { name, role, isSpaced: true };
    return role === "labels" && areSlashed(values[place]) ? { name, role, isSlashed: true } : { name, role };
  });
  return { kind, hasHeader, columns, ...ratingsIn(roles, names, values) };
}

function ratingsIn(
  roles: ReadonlyMap<number, Role>,
  names: readonly string[],
  values: readonly string[][],
): Pick<TableForm, "ratings"> {
  const place = placeIn(roles, "rating");
  if (place === undefined) return {};
  if (areEvents(values[place])) return { ratings: "events" };
  // Where nobody says what they are, numbers beyond any scale are counts.
  const areHigh =
    names[place] === columnName([], place) &&
    !areOfHundred(values[place].map(Number).filter(Number.isFinite));
  return isCount(names[place]) || areHigh ? { ratings: "counts" } : {};
}

/** As the header has it, else by its place. */
export function columnName(header: readonly string[], place: number): string {
  return header[place]?.trim() || `column ${place + 1}`;
}

/** The first row is a header where it has a known name, or words above columns of numbers, or above some with numbers in them. */
export function guessHeader([first, ...rest]: readonly string[][]): boolean {
  if (first === undefined) return false;
  // A word that comes again in its column, "Friend", is nobody's name for it; a header comes again as a whole.
  const comesAgain = (cell: string, place: number) =>
    rest.some((row) => row[place] === cell && row.some((other, i) => other !== first[i]));
  if (first.some((cell, place) => isKnownName(cell) && !comesAgain(cell, place))) return true;
  // pandas numbers columns that have no names; nobody is called so below.
  const areNumbered = first.length > 2 && first.every((cell, place) => cell.trim() === String(place));
  if (areNumbered && !rest.some((row) => row[0] === first[0] || row[1] === first[1])) return true;
  // "recipe_slug", "recipe_tag": nothing below is written so.
  const areIdentifiers = (cells: readonly string[]) =>
    cells.every((cell) => /^[a-z]+(?:_[a-z]+)+$/.test(cell.trim()));
  if (first.length > 1 && areIdentifiers(first) && rest.length >= LEAST_ROWS && !rest.some(areIdentifiers))
    return true;
  const isWordAbove = (cell: string, place: number) =>
    /\p{L}/u.test(cell) && !/\d/.test(cell) && rest.every((row) => /\d/.test(cellAt(row, place)));
  if (rest.length >= LEAST_ROWS && first.filter(isWordAbove).length > 1) return true;
  return first.some(
    (cell, place) =>
      cell.trim() !== "" &&
      !areAmountsOrMoments([cell]) &&
      rest.length > 0 &&
      areAmountsOrMoments(cellsAt(rest, place)),
  );
}

function areAmountsOrMoments(cells: readonly string[]): boolean {
  return cells.every((cell) => isNumber(cell) || /^-?\d+,\d+$/.test(cell.trim())) || areMoments(cells);
}

function namedRoles(header: readonly string[], values: readonly string[][]): Map<number, Role> {
  const roles = new Map<number, Role>();
  // Where visitors who did not sign in have no user, their sessions stand for them.
  // And what is another in each row numbers the rows, where others come again.
  const isUser = (name: string) => roleNamed(name) === "user";
  const othersComeAgain = header.some(
    (name, place) => isUser(name) && comeAgain(values[place]) && varies(values[place]),
  );
  const names = header.map((name, place) =>
    isUser(name) &&
    values[place].length >= LEAST_ROWS &&
    (values[place].every(isUnrated) || (othersComeAgain && !comeAgain(values[place])))
      ? ""
      : name,
  );
  const found = [
    ...(["user", "item", "rating", "timestamp", "title"] as const),
    ...(["year", "labels", "age", "imdb", "tmdb"] as const),
  ];
  for (const role of found) {
    const place = namedColumn(names, role);
    if (place >= 0 && !roles.has(place)) roles.set(place, role);
  }
  preferOwnTitle(roles, header);
  inOrder(roles, header);
  const has = (role: Role) => [...roles.values()].includes(role);
  // Without a number of its own, a film is called as IMDb or TMDb call it.
  if (!has("item") && (has("user") || !names.some(isId))) {
    const place = (["imdb", "tmdb"] as const).map((role) => namedColumn(names, role)).find((one) => one >= 0);
    if (place !== undefined) roles.set(place, "item");
  }
  return roles;
}

/** "iid" and "pid" may be anybody's and anything's: who stands in front of what. */
function inOrder(roles: Map<number, Role>, header: readonly string[]): void {
  const placeOf = (role: Role) => placeIn(roles, role) ?? -1;
  const [user, item] = [placeOf("user"), placeOf("item")];
  if (item < 0 || item > user || ![user, item].every((place) => mayBeAnybodys(header[place]))) return;
  roles.set(item, "user").set(user, "item");
}

/** Beside "track_uri", "track_name" is the title, whatever else is called a name. */
function preferOwnTitle(roles: Map<number, Role>, header: readonly string[]): void {
  const item = placeIn(roles, "item");
  const title = placeIn(roles, "title");
  const [kind] = /^[a-z]+(?=(?:id|uri|key|code|number)$)/.exec(plainName(cellAt(header, item ?? -1))) ?? [];
  if (kind === undefined) return;
  const own = header.findIndex((name) => [`${kind}name`, `${kind}title`].includes(plainName(name)));
  if (own < 0 || roles.has(own)) return;
  if (title !== undefined) roles.delete(title);
  roles.set(own, "title");
}

/** What somebody put above a review is no title of the thing, which others call otherwise. */
function dropHeadline(roles: Map<number, Role>, names: readonly string[], values: readonly string[][]): void {
  const [item, title] = [placeIn(roles, "item"), placeIn(roles, "title")];
  if (item === undefined || title === undefined || placeIn(roles, "user") === undefined) return;
  const first = new Map<string, string>();
  const again = values[item].map((id, row) => {
    const known = first.get(id);
    first.set(id, known ?? values[title][row]);
    return known === undefined ? null : known === values[title][row];
  });
  const others = again.filter((isSame) => isSame === false).length;
  const same = again.filter((isSame) => isSame === true).length;
  // Amazon's reviews, of which hardly two in the beginning are of the same thing.
  const isOfReview =
    plainName(names[title]) === "title" &&
    names.some((name) => /^(?:text|reviewtext)$/.test(plainName(name))) &&
    names.some((name) => /^(?:helpfulvotes?|verifiedpurchase)$/.test(plainName(name)));
  if (isOfReview ? same <= others : others >= LEAST_OF_OTHERS && others > same) roles.delete(title);
}

/** Beside hours or plays, a column that never changes is not a rating. */
function preferCounts(roles: Map<number, Role>, names: readonly string[], values: readonly string[][]): void {
  const rating = placeIn(roles, "rating");
  if (rating === undefined || values[rating].length < LEAST_ROWS || new Set(values[rating]).size > 1) return;
  const counts = names.findIndex((name, place) => !roles.has(place) && isCount(name));
  if (counts < 0) return;
  roles.delete(rating);
  roles.set(counts, "rating");
}

function kindOf(roles: Map<number, Role>, names: readonly string[], values: readonly string[][]): TableKind {
  const has = (role: Role) => [...roles.values()].includes(role);
  const drop = (dropped: Role) => {
    for (const [place, role] of roles) if (role === dropped) roles.delete(place);
  };
  const user = placeIn(roles, "user");
  const areUsers = user !== undefined && new Set(values[user]).size > values[user].length / 2;
  const title = placeIn(roles, "title");
  const isTheirName =
    title !== undefined && plainName(names[title]) === "name" && !comeAgain(values[user ?? 0]);
  if (areUsers && !has("item") && !has("rating") && (title === undefined || isTheirName)) {
    drop("title");
    return "users";
  }
  // Numbers of a service that is none of these, in front of titles: "MAL_ID".
  const isNumbered = /id$/i.test(names[0]) && !roles.has(0) && !comeAgain(values[0]);
  if (isNumbered && has("title") && !has("user") && !has("item")) roles.set(0, "item");
  const isLinked = has("imdb") || has("tmdb");
  if (isLinked && has("item") && !["user", "rating", "title", "labels"].some((role) => has(role as Role)))
    return "links";
  const areOfMany = names.some(isOfMany);
  // "uid" may be that of a thing, where each has a title of its own.
  const titles = title === undefined || isTheirName ? undefined : values[title];
  if (areOfMany && user !== undefined && titles && !comeAgain(titles) && !comeAgain(values[user])) {
    drop("item");
    roles.set(user, "item");
  }
  const item = placeIn(roles, "item");
  const isEachOnce = item !== undefined && values[item].length > 1 && !comeAgain(values[item]);
  const describes = has("item") && has("title") && (has("labels") || has("year") || areOfMany || isEachOnce);
  if (
    !has("user") &&
    (!has("rating") || areOfMany || describes) &&
    (has("item") || has("title") || has("labels") || (areOfMany && !has("rating")))
  ) {
    const id = names.findIndex(isId);
    // Beside the number of a track, its artist is not what was rated.
    const isOther = item !== undefined && id >= 0 && comeAgain(values[item]) && !comeAgain(values[id]);
    if (isOther) roles.delete(item);
    if (!has("item") && id >= 0) roles.set(id, "item");
    drop("timestamp");
    drop("rating");
    return "items";
  }
  return "ratings";
}

/**
 * Gives the columns of a table of items or users that say something of many the role of features, and those of too
 * many labels to learn from the role of tags.
 * @param names of the columns of items; users have no tags
 */
function fillFeatures(roles: Map<number, Role>, values: readonly string[][], names: readonly string[]): void {
  const hasLabels = [...roles.values()].includes("labels");
  const hasItem = [...roles.values()].some((role) => role === "item" || role === "user");
  if (!hasItem) roles.set([...values.keys()].find((place) => !roles.has(place)) ?? 0, "item");
  for (const [place, column] of values.entries()) {
    if (roles.has(place)) continue;
    const distinct = new Set(column.map((value) => value.trim()));
    if ([...distinct].every((value) => value === "0" || value === "1")) {
      if (distinct.size > 1) roles.set(place, "flag");
    } else if (column.some((value) => value.includes("|"))) {
      const labels = new Set(column.flatMap((value) => value.split("|")));
      const areMany = names.length > 0 && hasLabels && labels.size > MOST_VALUES;
      roles.set(place, areMany ? "tags" : "labels");
    } else if (
      distinct.size > 1 &&
      distinct.size <= MOST_VALUES &&
      distinct.size <= column.length / 2 &&
      !column.every(isNumber)
    ) {
      roles.set(place, "feature");
    } else if (isOfTags(cellAt(names, place))) roles.set(place, "tags");
  }
}

/** Whether slashes alone stand between labels: "Drama/Comedy", but not "Sci-Fi/Fantasy|Drama". */
function areSlashed(values: readonly string[]): boolean {
  const slashed = values.filter((value) => /\S\s*\/\s*\S/.test(value));
  return slashed.length > values.length / 10 && !values.some((value) => /[|,;[]/.test(value));
}
