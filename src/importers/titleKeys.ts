import { fold } from "../dataset/cells/fold.ts";
import { ARTICLES } from "../dataset/cells/title.ts";

const CONNECTORS = new Set(["and", "et", "und", "y", "e", "och", "og"]);
const NUMBERING = new Set(["part", "pt", "episode", "ep", "volume", "vol", "chapter"]);
const NUMBERS = new Map([
  ...numbered("one two three four five six seven eight nine ten eleven twelve thirteen", 1),
  ..."twenty thirty forty fifty sixty seventy eighty ninety"
    .split(" ")
    .map((name, i) => [name, `${i + 2}0`] as const),
]);
/** Not where a title begins: "V for Vendetta" is not a fifth part. */
const ROMAN_NUMBERS = numbered("ii iii iv v vi vii viii ix x xi xii xiii", 2);
const LONG_FORMS = new Map([
  ["versus", "vs"],
  ["doctor", "dr"],
  ["mister", "mr"],
  ["saint", "st"],
]);
/** What is somebody's, "The Butler" of "Lee Daniels' The Butler", is the title where it is so long. */
const LEAST_OWNED = 6;
/** Shorter than this, a part of a title says nothing. */
export const LEAST_PART = 4;

/** Letters and digits of a title, however it is accented, punctuated and spaced: "WALL·E" is "walle". */
export function strictKey(title: string): string {
  return wordsOf(title.replaceAll("&", " and ")).join("");
}

/**
 * The words that tell a title apart: "The Godfather: Part II" is "godfather 2", as is "Godfather 2". Articles in
 * front, "and", and what only announces a number are left out.
 */
export function looseWords(title: string): string[] {
  const words = wordsOf(
    title.replace(/(?<![\p{L}\p{N}])(?:\p{L}\.){2,}/gu, (initials) => initials.replaceAll(".", "")),
  );
  const telling = words.flatMap((word, place) => {
    if ((place === 0 && isArticle(word)) || CONNECTORS.has(word) || NUMBERING.has(word)) return [];
    if (word === "i" && NUMBERING.has(words[place - 1])) return ["1"];
    const roman = place > 0 ? ROMAN_NUMBERS.get(word) : undefined;
    return [NUMBERS.get(word) ?? roman ?? LONG_FORMS.get(word) ?? word];
  });
  return telling.length > 0 ? telling : words;
}

export function looseKey(title: string): string {
  return looseWords(title).join("");
}

/** A part of a title that may stand for it: what is before or after a colon or a dash, or after whose it is. */
export interface TitlePart {
  key: string;
  /** Whether it is long enough, or far enough in front, to stand for the whole within the same year. */
  telling: boolean;
}

/** "The Empire Strikes Back" of "Star Wars: Episode V - The Empire Strikes Back", "The Butler" of "Lee Daniels' The Butler". */
export function titleParts(title: string): TitlePart[] {
  const parts = title.split(/:\s+|\s+[-–—]\s+|\s+(?=\()/);
  const owned = /^.{2,24}?(?:['’]s|s['’])\s+(\S.*)$/i.exec(title);
  const candidates = [
    ...(parts.length > 1
      ? parts.map((part, place) => ({ part, first: place === 0, least: LEAST_PART }))
      : []),
    // "It" of "Stephen King's It" is the whole title.
    ...(owned ? [{ part: owned[1], first: false, least: 1 }] : []),
  ];
  return candidates.flatMap(({ part, first, least }) => {
    const words = looseWords(part);
    const key = words.join("");
    return key.length < least
      ? []
      : [{ key, telling: first || words.length > 1 || (least === 1 && key.length >= LEAST_OWNED) }];
  });
}

function wordsOf(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** "L'" has lost its apostrophe here. */
function isArticle(word: string): boolean {
  return ARTICLES.has(word) || word === "l";
}

function numbered(names: string, from: number): ReadonlyMap<string, string> {
  return new Map(names.split(" ").map((name, i) => [name, String(from + i)]));
}
