import { whichAreTitles } from "../../files/whichAreTitles.ts";
import { cellAt } from "../cells/cellAt.ts";
import { areItems, areUsers } from "../cells/codes.ts";
import { isUnrated } from "../cells/ratingOf.ts";
import { guessTimeFormat, toSeconds } from "../cells/timestamps.ts";
import { isVerbal } from "../cells/verbalScale.ts";
import {
  isMoney,
  isOfTags,
  isOfThings,
  isRemark,
  mayBeAnybodys,
  plainName,
  roleNamed,
  saysNeither,
  saysNoRating,
} from "./columnNames.ts";
import {
  areBaskets,
  areEvents,
  areIds,
  areMeasures,
  areMoments,
  areTimesOfDay,
  ascends,
  comeAgain,
  dependsOn,
  isNumber,
  isScale,
  varies,
} from "./columnValues.ts";
import { isOfTime } from "./matrixColumns.ts";
import { placeIn, type Role } from "./TableForm.ts";

const MOST_LOOKED_AT = 900;
/** If this many rows hold only two different things, these are answers; if each occurs once, they are not things. */
const LEAST_TO_TELL = 10;
const EVENLY = 0.9;
/** In fewer rows, nobody need be there twice. */
const LEAST_ONCE = 5;
const MOSTLY = 0.9;
/** Numbers that say how much the same things have to do with each other. */
const ALIKE = /^(?:similarity|cosine(?:similarity)?|correlation|distance|sim|jaccard|lift|confidence)$/;
/** In more rows than this, there are more people and things than that. */
const LEAST_OF_MANY = 200;
const LEAST_SIDES = 5;
const LEAST_MOMENTS = 5;
/** Of more columns that could say who or what, which do cannot be told. */
const MOST_SIDES = 3;
/** Of more columns of unknown names, which holds the ratings cannot be told. */
const MOST_LEFT = 60;
/** To look through a cell of thousands of letters for two words would take seconds. */
const LONGEST_TITLE = 300;

/**
 * Finds the columns of a table of ratings that have no known names.
 * @param names of its columns; empty where it has no header
 */
export function fillRatings(
  roles: Map<number, Role>,
  values: readonly string[][],
  names: readonly string[],
): void {
  const has = (role: Role) => [...roles.values()].includes(role);
  const isFilled = (place: number) => !values[place].every(isUnrated);
  const free = () =>
    [...values.keys()].filter((place) => !roles.has(place) && isFilled(place) && !areMeasures(values[place]));
  const give = (role: Role, place: number | undefined) => {
    if (place !== undefined && !has(role)) roles.set(place, role);
  };
  titleAsItem(roles, values);
  // A table with titles and no column of users is one person's own, or of another kind.
  if (has("title") && !has("user")) return;
  give(
    "timestamp",
    free().findLast((place) => areMoments(values[place])),
  );
  const giveEvents = () =>
    give(
      "rating",
      free().find((place) => areEvents(values[place])),
    );
  // Without names, a number beside an event says more, such as the hours that were played.
  const events = free().find((place) => areEvents(values[place]));
  const isBesideHours =
    events !== undefined && free().some((place) => place > events && isScale(values[place]));
  if (names.length > 0 || !isBesideHours) giveEvents();
  // What never changes tells neither who nor what nor how much.
  const left = free().filter((place) => varies(values[place]));
  // With one side and no ratings, the other side may be a column in which values come again.
  const halfKnown = has("user") !== has("item") && !has("rating");
  if (halfKnown && !left.some((place) => comeAgain(values[place]))) return;
  const needed = Number(!has("user")) + Number(!has("item"));
  if (!has("rating") && left.length > needed) give("rating", likeliestRating(left, values, names));
  giveEvents();
  const known = new Set(roles.keys());
  // Beside users, the ids of their sessions are not things.
  const isWho = (place: number) =>
    has("user") && roleNamed(cellAt(names, place)) === "user" && !mayBeAnybodys(names[place]);
  const isNeither = (place: number) => saysNeither(cellAt(names, place)) || isRemark(cellAt(names, place));
  // What is the same wherever the other side is, as somebody's name beside their number, is not a side of its own.
  const isOfOther = (place: number) =>
    [...roles].some(
      ([other, role]) => (role === "user" || role === "item") && dependsOn(values[place], values[other]),
    );
  // Under a name, numbers that go up from row to row, each once, count the rows.
  const isCounter = (place: number) =>
    names.length > 0 &&
    values[place].length >= LEAST_TO_TELL &&
    !comeAgain(values[place]) &&
    ascends(values[place]);
  const sides = () =>
    free().filter(
      (place) =>
        varies(values[place]) &&
        areIds(values[place]) &&
        !isWho(place) &&
        !isNeither(place) &&
        !isOfOther(place),
    );
  // Of a table of something else, many columns would do as well.
  if (names.length > 0 && !has("user") && !has("item") && sides().length > MOST_SIDES) return;
  const ids = () => sides().filter((place) => !isCounter(place));
  const next = () =>
    ids().find((place) => /id$/i.test(cellAt(names, place)) && comeAgain(values[place])) ?? ids()[0];
  const likeliest = likeliestUser(ids(), values);
  const isPerson = (place: number | undefined) => place !== undefined && !isOfThings(cellAt(names, place));
  give("user", isPerson(likeliest) ? likeliest : has("rating") ? ids().find(isPerson) : undefined);
  give("item", next());
  if (!areRated(roles, values, known, names))
    for (const place of roles.keys()) if (!known.has(place)) roles.delete(place);
}

/** Where no column is called an item, its title stands for it, unless that is the name of the user. */
function titleAsItem(roles: Map<number, Role>, values: readonly string[][]): void {
  const placeOf = (role: Role) => placeIn(roles, role);
  const [user, title] = [placeOf("user"), placeOf("title")];
  if (user === undefined || title === undefined || placeOf("item") !== undefined) return;
  const isTheirName = dependsOn(values[title], values[user]) && dependsOn(values[user], values[title]);
  if (isTheirName) roles.delete(title);
  else roles.set(title, "item");
}

/** Who stands in front of what, unless the ids say that it is the other way round. */
function likeliestUser(sides: readonly number[], values: readonly string[][]): number | undefined {
  const who = sides.find((place) => areUsers(values[place]));
  const [first, second] = sides;
  if (sides.length === 2 && who === undefined) {
    const [some, others] = sides.map((place) => [...new Set(values[place].map((cell) => cell.trim()))]);
    if (whichAreTitles(some, others) === "first") return second;
  }
  // "m12" may be a member, too.
  const isItemFirst =
    sides.length === 2 &&
    areItems(values[first]) &&
    !areItems(values[second]) &&
    !/^[mb][ _-]?\d/i.test(values[first][0]);
  return who ?? (isItemFirst ? second : first);
}

/** Of the columns that are left, that which can be the ratings; undefined where none can. */
function likeliestRating(
  left: readonly number[],
  values: readonly string[][],
  names: readonly string[],
): number | undefined {
  // To compare thousands of columns with each other would take minutes.
  if (left.length > MOST_LEFT) return undefined;
  const may = left.filter(
    (place) =>
      !saysNoRating(cellAt(names, place)) &&
      // Who and what stand in front, in order; genres, brands and the like are the same wherever the same thing is.
      !(left.indexOf(place) < 2 && ascends(values[place])) &&
      !left.some((other) => isAttribute(values[place], values[other])) &&
      !(names.length === 0 && left.some((other) => isNumberOf(values[place], values[other]))),
  );
  const scales = may.filter((place) => isScale(values[place]));
  const fewest = scales.toSorted((a, b) => new Set(values[a]).size - new Set(values[b]).size)[0];
  if (scales.length > 0) return scales.includes(left[2]) ? left[2] : fewest;
  // Plays, or points of more than 100.
  const third = names.length === 0 && may.includes(left[2]) ? values[left[2]] : [];
  const isCounted = third.length > 0 && third.every(isNumber) && new Set(third).size <= third.length / 2;
  return isCounted ? left[2] : undefined;
}

/** Whether these are the numbers of titles or people, each word having its own. */
function isNumberOf(values: readonly string[], words: readonly string[]): boolean {
  const areWords = words.every((word) => /\p{L}{2}/u.test(word) && !isVerbal(word));
  return areWords && dependsOn(values, words) && dependsOn(words, values);
}

/** Whether this is something that all of one thing have in common: fewer than there are things. */
function isAttribute(values: readonly string[], things: readonly string[]): boolean {
  return new Set(values).size < new Set(things).size && dependsOn(values, things);
}

/**
 * Where each person and each thing is there once, nobody rated what another rated: they are something else. Where
 * one of them was guessed, both have to come again, and somebody has to have rated two things.
 * @param known columns that were not guessed
 * @param names of the columns, of which none may say who and what; empty where they have none
 */
function areRated(
  roles: ReadonlyMap<number, Role>,
  values: readonly string[][],
  known: ReadonlySet<number>,
  names: readonly string[],
): boolean {
  const sides = [...roles].filter(([, role]) => role === "user" || role === "item").map(([place]) => place);
  const rows = values[0]?.length ?? 0;
  if (rows < 2) return true;
  const guessed = sides.filter((place) => !known.has(place));
  if (guessed.length > 1 && values.some(areTimesOfDay)) return false;
  if (names.length === 0 && areBaskets(values)) return false;
  // "video1" and "video2" are two of one kind.
  const kinds = guessed.map((place) => plainName(cellAt(names, place)).replace(/\d+$/, ""));
  if (kinds.length > 1 && kinds[0] !== "" && new Set(kinds).size === 1) return false;
  const comesAgain = (place: number) => comeAgain(values[place]);
  const user = sides.find((place) => roles.get(place) === "user");
  const isOnce = user !== undefined && !comesAgain(user);
  if (isOnce && rows >= LEAST_ONCE && (names.length > 0 || guessed.includes(user)) && rows <= MOST_LOOKED_AT)
    return false;
  const fewest = Math.min(...guessed.map((place) => new Set(values[place]).size));
  if (names.length > 0 && rows > LEAST_OF_MANY && fewest < LEAST_SIDES) return false;
  // Of a large file, the first rows may be of as many people, or of as many things.
  if (rows > MOST_LOOKED_AT) {
    const areMostOnce = sides.every((place) => new Set(values[place]).size > rows * MOSTLY);
    const item = sides.find((place) => roles.get(place) === "item");
    const isOther = isOnce && (names.length > 0 || (item !== undefined && !areTogether(values[item])));
    return !(areMostOnce || isOther);
  }
  if (sides.length < 2) return false;
  if (guessed.length > 1 && names.some((name) => ALIKE.test(plainName(name)))) return false;
  if (guessed.length > 1 && areSameThings(values[sides[0]], values[sides[1]])) return false;
  const hasRating = [...roles.values()].includes("rating");
  if (guessed.length > 1 && !hasRating && names.some(isMoney)) return false;
  // Marks of a class.
  if (guessed.length > 1 && names.filter((name) => isOfTime(plainName(name))).length > 1) return false;
  const when = placeIn(roles, "timestamp");
  const isTimed = guessed.length > 1 && names.length > 0 && when !== undefined;
  if (isTimed && (areMeasured(values[when]) || areMeasuredEach(values[sides[0]], values[when]))) return false;
  const isGuess = rows >= LEAST_TO_TELL || (guessed.length > 1 && !hasRating);
  if (isGuess && guessed.some((place) => new Set(values[place]).size < 3)) return false;
  return isGuess ? sides.every(comesAgain) : sides.some(comesAgain);
}

/** Whether each thing stands in rows that follow each other, so that others come only after many people. */
function areTogether(things: readonly string[]): boolean {
  return things.filter((thing, i) => thing !== things[i - 1]).length <= new Set(things).size * 1.1;
}

/** Whether names stand on both sides, as teams that play each other and countries that trade: these rate nothing. */
function areSameThings(some: readonly string[], others: readonly string[]): boolean {
  const [names, known] = [some, others].map((ids) => new Set(ids));
  const both = [...names].filter((name) => known.has(name) && /\p{L}/u.test(name));
  return both.length > Math.min(names.size, known.size) / 2;
}

/** Whether moments follow each other evenly, each once, as days in a table of the weather or of prices do. */
function areMeasured(moments: readonly string[]): boolean {
  const format = guessTimeFormat(moments);
  if (format === null || moments.length < LEAST_TO_TELL) return false;
  const seconds = moments.map((moment) => toSeconds(moment, format));
  const steps = seconds.slice(1).map((at, i) => at - seconds[i]);
  const usual = steps.toSorted((a, b) => a - b)[Math.floor(steps.length / 2)];
  return usual !== 0 && steps.filter((step) => step === usual).length > steps.length * EVENLY;
}

/** Whether each of several has a row for each moment, as stations in a table of the weather do. */
function areMeasuredEach(of: readonly string[], moments: readonly string[]): boolean {
  const [all, times] = [new Set(of).size, new Set(moments).size];
  const pairs = new Set(of.map((one, i) => JSON.stringify([one, moments[i]]))).size;
  return all > 1 && times >= LEAST_MOMENTS && pairs === of.length && pairs === all * times;
}

/** Words that are the same for the same item, and others for others, are its title. */
export function fillTitles(
  roles: Map<number, Role>,
  values: readonly string[][],
  names: readonly string[],
): void {
  const item = placeIn(roles, "item");
  if (item === undefined || values[item].some((id) => /\s/.test(id.trim()))) return;
  const title = values.findIndex((cells, place) => {
    if (
      roles.has(place) ||
      isOfTags(cellAt(names, place)) ||
      isRemark(cellAt(names, place)) ||
      !cells.some((cell) => /\p{L}.*\s.*\p{L}/u.test(cell.slice(0, LONGEST_TITLE)))
    )
      return false;
    const pairs = new Set(cells.map((cell, i) => JSON.stringify([values[item][i], cell]))).size;
    const items = new Set(values[item]).size;
    return pairs === items && items < cells.length && new Set(cells).size > items * 0.9;
  });
  if (title >= 0) roles.set(title, "title");
}
