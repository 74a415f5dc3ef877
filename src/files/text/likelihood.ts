import { decode, ENCODINGS, type Encoding, isValid } from "./decoding.ts";
import { PAIRS, SIGNS } from "./frequencies.ts";

type Language = keyof typeof PAIRS;

const WESTERN: readonly Language[] = [
  "French",
  "German",
  "Spanish",
  "Portuguese",
  "Italian",
  "Dutch",
  "Swedish",
  "Danish",
  "Norwegian",
  "Finnish",
  "Icelandic",
];
const CENTRAL: readonly Language[] = [
  "Polish",
  "Czech",
  "Slovak",
  "Hungarian",
  "Romanian",
  "Croatian",
  "Slovenian",
];

/** The languages that older programs write in an encoding of one byte a letter, and how much rarer it is than Latin-1. */
const ALPHABETS: readonly (readonly [Encoding, readonly Language[], rarer: number])[] = [
  ["Latin-1", WESTERN, 0],
  ["Windows-1250", CENTRAL, 1],
  ["Latin-2", CENTRAL, 3],
  ["Windows-1257", ["Lithuanian", "Latvian", "Estonian"], 2],
  ["Windows-1254", ["Turkish"], 1],
  ["Windows-1251", ["Russian", "Ukrainian", "Bulgarian", "Serbian"], 2],
  ["KOI8-R", ["Russian"], 3],
  ["DOS Cyrillic", ["Russian"], 4],
  ["Windows-1253", ["Greek"], 2],
  ["Windows-1255", ["Hebrew"], 2],
  ["Windows-1256", ["Arabic", "Persian"], 2],
  ["Windows-874", ["Thai"], 2],
  ["Mac Roman", WESTERN, 4],
  ["DOS (850)", WESTERN, 4],
];
/** The same of those of two bytes a sign, with the first bytes of the signs that are taught first. */
const PAIRED: readonly (readonly [Encoding, signs: string, from: number, to: number, rarer: number])[] = [
  ["GB18030", SIGNS.GB18030, 0xb0, 0xd7, 2],
  ["Big5", SIGNS.Big5, 0xa4, 0xc6, 2],
  ["Shift JIS", SIGNS.Japanese, 0x82, 0x97, 2],
  ["EUC-JP", SIGNS.Japanese, 0xa4, 0xcf, 3],
  ["EUC-KR", SIGNS.Korean, 0xb0, 0xc8, 2],
];

/** How likely what no language has is, which may be a slip or a name. */
const ODD = 1e-5;
/** Of a language's pairs, so many are among its commonest. */
const COMMON = 0.8;
/** Of a text's letters, so many are of its main language. */
const MAIN = 0.9;
/** Of a text's signs, so many are among the commonest. */
const COMMON_SIGNS = 0.65;
const OTHER_SIGNS = 3000;
/** Half-width kana are one byte each in Shift JIS, and few write them. */
const isHalfKana = (byte: number) => byte >= 0xa1 && byte <= 0xdf;
/** "Alien³", which in Polish would be a letter. */
const POWER = /^(?:\p{L}[²³]|[²³] )$/u;
const POWER_SIGN = 1e-4;
/** How likely a capital letter is within a word, as where alphabets are taken for each other. */
const MIXED = 1e-3;
/** How likely one of the signs is that stand at the edges of words, or on their own. */
const SIGN = 2e-3;
/** Such a sign, and what stands before or behind it. */
const EDGE =
  /^(?:[\p{L} ][’”»›…™®°½]|[’”»›…™®°“][ –—]|[ –—’][‘“„‚«‹¿¡©½]|[‘“„‚«‹¿¡]\p{L}|’\p{L}|[ ½§–—·€\u00a0«»][ ½§–—·•€£\u00a0«»])$/u;
const CAPITAL_WITHIN = /\p{Ll}(?!\p{ASCII})\p{Lu}|\p{Lu}(?!\p{ASCII})\p{Lu}\p{Ll}/gu;

export interface Likelihood {
  encoding: Encoding;
  /** The logarithm of how likely the encoding is, but for a constant. */
  score: number;
  /** The share of what is beyond ASCII that no language has so. */
  odd: number;
}

/** How likely each encoding is that these words, and all of the sample, can be in, by the frequencies of letters beside each other. */
export function likelihoods(words: Uint8Array, sample: Uint8Array): Likelihood[] {
  const single = ALPHABETS.map(([encoding, languages, rarer]) => {
    const { score, odd } = ofAlphabet(decode(words, encoding), languages);
    return { encoding, score: score - rarer, odd };
  });
  const double = PAIRED.filter(([encoding]) => isValid(sample, ENCODINGS[encoding])).map(
    ([encoding, signs, from, to, rarer]) => {
      const { score, odd } = ofSigns(words, encoding, signs, from, to);
      return { encoding, score: score - rarer, odd };
    },
  );
  return [...single, ...double].sort((a, b) => b.score - a.score);
}

type Score = Omit<Likelihood, "encoding">;

/** Of the likeliest language; single words may be of its neighbours. */
function ofAlphabet(text: string, languages: readonly Language[]): Score {
  const pairs = pairsOf(text);
  const models = languages.map(modelOf);
  const chances = models.map((model) => pairs.map(([pair]) => chanceOf(model, pair)));
  const mean = pairs.map((_, i) => chances.reduce((sum, of) => sum + of[i], 0) / models.length);
  const scores = chances.map((of) =>
    pairs.reduce((sum, [, share], i) => sum + share * Math.log(MAIN * of[i] + (1 - MAIN) * mean[i]), 0),
  );
  const mixed = text.match(CAPITAL_WITHIN)?.length ?? 0;
  const all = pairs.reduce((sum, [, share]) => sum + share, 0);
  const odd = pairs.reduce((sum, [, share], i) => sum + (mean[i] <= ODD ? share : 0), 0);
  return { score: Math.max(...scores) + mixed * Math.log(MIXED), odd: odd / all };
}

/** Pairs of letters and signs beyond ASCII, each with how many of these it stands for: half of one on either side. */
function pairsOf(text: string): [string, number][] {
  const pairs: [string, number][] = [];
  const kinds = Array.from(` ${text} `, (sign) => {
    if (/\p{L}|\p{M}/u.test(sign)) return sign.toLowerCase();
    return sign < "\x80" ? " " : sign;
  });
  for (let i = 1; i < kinds.length; i++) {
    const share = (Number(kinds[i - 1] > "\x7f") + Number(kinds[i] > "\x7f")) / 2;
    if (share > 0) pairs.push([kinds[i - 1] + kinds[i], share]);
  }
  return pairs;
}

interface Model {
  chances: ReadonlyMap<string, number>;
  alphabet: ReadonlySet<string>;
  isLatin: boolean;
  /** The chance of a pair of known letters that is none of the commonest. */
  rare: number;
}

const models = new Map<Language, Model>();

function modelOf(language: Language): Model {
  let model = models.get(language);
  if (!model) {
    const pairs = PAIRS[language].match(/../gu) ?? [];
    const alphabet = new Set(pairs.join("").replace(/[ -~]/g, ""));
    const isLatin = /[a-z]/.test(PAIRS[language]);
    const chances = chancesOf(pairs, COMMON);
    const rare = (1 - COMMON) / alphabet.size;
    model = isLatin
      ? { chances, alphabet, isLatin, rare: rare / 26 }
      : { chances: afterFirst(chances), alphabet, isLatin, rare };
    models.set(language, model);
  }
  return model;
}

/** Of what is written in letters beyond ASCII throughout, how likely the second letter is once the first is known. */
function afterFirst(chances: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const firsts = new Map<string, number>();
  for (const [[first], chance] of chances) firsts.set(first, (firsts.get(first) ?? 0) + chance);
  return new Map(
    [...chances].map(([pair, chance]) => [
      pair,
      pair.includes(" ") ? chance : (COMMON * chance) / (firsts.get(pair[0]) ?? 1),
    ]),
  );
}

/** By rank, as words and letters are distributed. */
function chancesOf(ranked: readonly string[], common: number): ReadonlyMap<string, number> {
  const weights = ranked.map((_, rank) => 1 / (rank + 5));
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  return new Map(ranked.map((pair, rank) => [pair, (common * weights[rank]) / all]));
}

function chanceOf({ chances, alphabet, isLatin, rare }: Model, pair: string): number {
  const known = chances.get(pair);
  if (known !== undefined) return known;
  if (EDGE.test(pair)) return SIGN;
  if (POWER.test(pair)) return POWER_SIGN;
  // Letters of two scripts do not touch.
  if (!isLatin && /[a-z]/.test(pair)) return ODD / 100;
  return [...pair].every((letter) => letter < "\x80" || alphabet.has(letter)) ? rare : ODD;
}

function ofSigns(bytes: Uint8Array, encoding: Encoding, signs: string, from: number, to: number): Score {
  const chances = chancesOf([...signs], COMMON_SIGNS);
  let score = 0;
  let odd = 0;
  let all = 0;
  for (let i = 0; i < bytes.length; i++) {
    if (bytes[i] < 0x80) continue;
    const isHalf = encoding === "Shift JIS" && isHalfKana(bytes[i]);
    const sign = isHalf ? "" : decode(bytes.subarray(i, i + 2), encoding);
    const isLetter = /^[\p{L}\p{N}]$/u.test(sign);
    const isFirst = bytes[i] >= from && bytes[i] <= to;
    const unusual = isFirst && isLetter ? (1 - COMMON_SIGNS) / OTHER_SIGNS : ODD / 10;
    const chance = chances.get(sign) ?? (/^[\p{P}\p{Z}★☆\uff01-\uff5e]$/u.test(sign) ? SIGN : unusual);
    // Latin letters touch them seldom.
    const isTouched = isLetter && /[A-Za-z]/.test(String.fromCharCode(bytes[i - 1] ?? 0, bytes[i + 2] ?? 0));
    score += Math.log(chance) - (isTouched ? 2 : 0);
    all++;
    if (chance < ODD) odd++;
    if (!isHalf) i++;
  }
  return { score, odd: odd / Math.max(1, all) };
}
