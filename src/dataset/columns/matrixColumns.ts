import { cellAt, cellsAt } from "../cells/cellAt.ts";
import { isUnrated, ratingOf } from "../cells/ratingOf.ts";
import { isVerbal } from "../cells/verbalScale.ts";
import { isSummary, plainName, roleNamed } from "./columnNames.ts";
import { areMoments } from "./columnValues.ts";

/** More columns of what a row is about do not stand before its ratings. */
const MOST_LABELS = 6;
const LOOKED_AT = 200;
const MOST_LOOKED_AT = 500;
const MOST_REMARKS = 0.9;
const LEAST_SAME = 6;
const LEAST_RATED = 6;
const SHORT_SCALE = 20;
const NEAR_END = 0.4;
/** Stands for "not rated" on scales of 10. */
const BEYOND = 99;
/** What stands of people, or of how they answered, in front of their ratings. */
const ABOUT_PEOPLE =
  /^(?:gender|sex|geschlecht|sexe|sexo|sesso|plec|race|ethnicity|religion|education|orientation|hand|engnat|major|пол|性别|性別|성별|occupation|job|country|city|nationality|(?:collector|response|session|start|end|submit|completion)(?:id|date|time)|(?:ip|email)?address|email|e?mail|language)$/;
const OF_TIME =
  /^(?:(?:homework|midterm|final|exam|quiz|test|assignment|lab|project|attendance|week|quarter|parcial|examen|notafinal|prueba|prova|partiel|klausur)\d*|q[1-4]|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|(?:jan|feb)(?:uary|ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|(?:nov|dec)(?:ember)?)$/;
const ASKED = /^.*\[(.+)\]\s*$/;
/** What surveys ask of each thing in the same words: "How did you like Heat?" */
const QUESTION =
  /^(?:how|what|did|do|have|rate|please|your rating|wie|bewerte|comment|notez|qué|califica|puntúa)\b/i;

/** Behind what a row is about: a time, a name or an id and a title, or how many ratings are in it. */
export function firstOfRatings(rows: readonly string[][], hasHeader: boolean): number {
  const [first] = rows;
  if (hasHeader) {
    const asked = asks(first);
    const place = asked ? first.findIndex((name) => asked(name) !== null) : -1;
    if (place > 0 && areAsked(first)) return place;
    let from = 1;
    while (
      from < Math.min(MOST_LABELS, first.length - 1) &&
      (isLabel(first[from]) || areNames(rows, from) || areWords(rows, from))
    )
      from++;
    return from;
  }
  // The highest rating is far below how many there are of nearly a hundred, or the other way round.
  const most = (cells: readonly string[]) =>
    Math.max(...cells.map(ratingOf).filter((value) => Math.abs(value) < BEYOND));
  const body = rows.slice(0, LOOKED_AT);
  const others = most(body.flatMap((row) => row.slice(1, MOST_LOOKED_AT)));
  const isGiven = (cell: string) => !isUnrated(cell) && Math.abs(ratingOf(cell)) < BEYOND;
  if (body.every(([count, ...cells]) => Number(count) === cells.filter(isGiven).length)) return 1;
  if (body.every(([cell]) => cell === first[0]) && others !== Number(first[0])) return 1;
  return most(body.map(([cell]) => cell)) > 1.5 * others ? 1 : 0;
}

function isLabel(name: string): boolean {
  const role = roleNamed(name);
  return (role !== null && role !== "rating") || isSummary(name) || ABOUT_PEOPLE.test(plainName(name));
}

/** Whether these are words that tell the rows from each other. */
function areNames(rows: readonly string[][], place: number): boolean {
  const cells = cellsAt(rows.slice(1, LOOKED_AT), place);
  const isRating = (cell: string) => isUnrated(cell) || Number.isFinite(ratingOf(cell)) || isVerbal(cell);
  return new Set(cells).size > cells.length * 0.9 && cells.filter(isRating).length < cells.length / 2;
}

/** Whether each row has a word here that is not a rating, as surnames and classes are. */
function areWords(rows: readonly string[][], place: number): boolean {
  const cells = cellsAt(rows.slice(1, LOOKED_AT), place);
  return cells.every(
    (cell) => /^\p{L}{2}/u.test(cell) && !isUnrated(cell) && !isVerbal(cell) && Number.isNaN(ratingOf(cell)),
  );
}

/** Neither sums nor remarks are ratings. */
export function endOfRatings(rows: readonly string[][]): number {
  const body = rows.slice(1, LOOKED_AT);
  const isSurvey = areAsked(rows[0]);
  const isRemark = (place: number) => {
    const given = cellsAt(body, place).filter((cell) => !isUnrated(cell));
    // Not everybody has one to make; what stands in each row is a kind.
    if (!isSurvey && given.length > body.length * MOST_REMARKS) return false;
    return given.length > 0 && !given.some((cell) => Number.isFinite(ratingOf(cell)) || isVerbal(cell));
  };
  // What is said of the answers behind them: when they came, that they are all right, whose they were once more.
  const isSaidAgain = (place: number) => {
    const cells = body.map((row) => cellAt(row, place).trim());
    const isFront = (row: readonly string[], cell: string) =>
      row.slice(0, Math.min(MOST_LABELS, place)).some((other) => other.trim() === cell);
    return (
      areMoments(cells) ||
      (new Set(cells).size === 1 && Number.isNaN(ratingOf(cells[0])) && !isUnrated(cells[0])) ||
      (Number.isNaN(ratingOf(cells[0])) && body.every((row, i) => isFront(row, cells[i])))
    );
  };
  const isName = (place: number) =>
    ["user", "title"].includes(roleNamed(rows[0][place]) ?? "") && areWords(rows, place);
  const isRated = (name: string, place: number) =>
    name.trim() !== "" && !isSummary(name) && !isRemark(place) && !isSaidAgain(place) && !isName(place);
  const end = rows[0].findLastIndex(isRated) + 1;
  // Beside an average stand how far they differ and how many there are.
  const summed = rows[0].findIndex((name, place) => place > 0 && isSummary(name));
  return summed > 0 && end - summed < summed / 2 ? Math.min(summed, end) : end;
}

/** Of the columns in front, that of titles or people, else the last that is not a time and tells the rows apart, or the last. */
export function labelOf(rows: readonly string[][], from: number): number {
  const names = rows[0].slice(0, from);
  const roles = names.map(roleNamed);
  const titled = (["title", "user", "item"] as const).map((role) => roles.indexOf(role));
  const named = titled.find((place) => place >= 0) ?? -1;
  if (named >= 0) return named;
  const isTelling = (place: number) => {
    const cells = cellsAt(rows.slice(1, LOOKED_AT), place);
    return new Set(cells).size === cells.length && !areMoments(cells);
  };
  const telling = roles.findLastIndex((role, place) => role !== "timestamp" && isTelling(place));
  return telling >= 0 ? telling : roles.findLastIndex((role) => role !== "timestamp");
}

export function areAsked(header: readonly string[]): boolean {
  const asked = asks(header);
  return asked !== null && header.filter((name) => asked(name) !== null).length > header.length / 2;
}

/** A survey's questions, "How did you like these? [Heat]" or "How did you like Heat?": what was rated, without the question. */
export function answersOf(header: readonly string[]): readonly string[] {
  const asked = areAsked(header) ? asks(header) : null;
  return asked ? header.map((name) => asked(name) ?? name) : header;
}

/** What a question asks about, null of what is none; null where the columns ask nothing. */
function asks(header: readonly string[]): ((name: string) => string | null) | null {
  if (header.some((name) => ASKED.test(name))) return (name) => ASKED.exec(name)?.[1] ?? null;
  const questions = header.map((name) => name.trim()).filter((name) => QUESTION.test(name));
  if (questions.length < LEAST_SAME) return null;
  const before = shared(questions).replace(/[\p{L}\p{N}]*$/u, "");
  const backwards = (text: string) => [...text].reverse().join("");
  const after = backwards(shared(questions.map(backwards))).replace(/^[\p{L}\p{N}]*/u, "");
  if (before === "") return null;
  // "(2019)" is all of it about what was rated.
  const end = after.startsWith(")") && !before.includes("(") ? after.slice(1) : after;
  return (name) => {
    const text = name.trim();
    if (!text.startsWith(before) || !text.endsWith(end)) return null;
    return text.slice(before.length, text.length - end.length).trim() || null;
  };
}

/** What all of these begin with. */
function shared(texts: readonly string[]): string {
  const [first] = texts;
  let length = 0;
  while (length < first.length && texts.every((text) => text[length] === first[length])) length++;
  return first.slice(0, length);
}

/** Whether most columns are called as tests of a class or parts of a year are: what stands in them are marks, hours or sums. */
export function areOfTime(names: readonly string[]): boolean {
  return names.filter(isOfTime).length > names.length / 2;
}

/** Whether a column is called as an exam, a weekday or a month is. */
export function isOfTime(name: string): boolean {
  return OF_TIME.test(name);
}

/** "E1", "PHQ-9": letters of a scale and a number. */
const NUMBERED = /^(\p{L}{1,6})[_ -]?(\d{1,3})$/u;

/** Whether most columns are the numbered questions of several scales, as of a personality: these are answers, not ratings. */
export function areOfQuestionnaire(names: readonly string[]): boolean {
  const numbered = names.flatMap((name) => {
    const [, scale, number] = NUMBERED.exec(name.trim()) ?? [];
    return scale === undefined ? [] : [{ scale: scale.toLowerCase(), number: Number(number) }];
  });
  const scales = new Set(numbered.map(({ scale }) => scale));
  const begun = numbered.filter(({ number }) => number === 1).length;
  const areFew = scales.size > 1 && scales.size <= numbered.length / 3;
  return areFew && begun === scales.size && numbered.length > names.length * 0.6;
}

/** Whether the columns are called as the rows are, which says how much these are alike. */
export function areSame(columns: readonly string[], labels: readonly string[]): boolean {
  const known = new Set(columns);
  // Of many rows, only the first are looked at.
  const isSquare = labels.length === columns.length || labels.length >= LOOKED_AT - 1;
  return isSquare && labels.length >= LEAST_SAME && labels.every((label) => known.has(label));
}

/**
 * Whether columns may be on one scale. Of a long one, all that many people rate comes near its end; wins, draws and
 * goals do not.
 */
export function shareScale(body: readonly string[][], from: number, to: number): boolean {
  const ends = Array.from({ length: to - from }, (_, i) => {
    const values = body.map((row) => ratingOf(cellAt(row, from + i))).filter(Number.isFinite);
    return values.length < LEAST_RATED ? null : Math.max(...values);
  }).filter((end) => end !== null);
  const highest = Math.max(...ends);
  return highest <= SHORT_SCALE || ends.filter((end) => end < highest * NEAR_END).length <= ends.length / 3;
}
