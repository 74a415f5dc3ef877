import { fold } from "./fold.ts";
import { utcSeconds } from "./utcSeconds.ts";

/** How the names of the months begin, in the languages in which people write dates out. */
const MONTHS: readonly RegExp[] = [
  /^(?:jan|ene|gen|sty|led|tam|янв|січ|oca)/,
  /^(?:feb|fev|fevr|lut|uno|hel|фев|лют|sub)/,
  /^(?:mar(?!ras)|mrz|maerz|mrt|maa|bre|мар|бер)/,
  /^(?:apr|avr|abr|kwi|dub|huh|nis|апр|кві)/,
  /^(?:ma[iyj]|mei|mag|kve|tou|ма[ия]|тра)/,
  /^(?:jun|juin|cerv(?!en[ec])|giu|cze|kes|haz|июн|чер)/,
  /^(?:jul|juil|lug|lip|hei|tem|cerven[ec]|июл|лип)/,
  /^(?:aug|aou|ago|sie|srp|elo|agu|авг|сер)/,
  /^(?:sep|set|sze|wrz|zar|syy|eyl|сен|вер)/,
  /^(?:o[ck]t|ott|out|paz|rij|lok|eki|окт|жов)/,
  /^(?:nov|lis|marras|kas|ноя|лис)/,
  /^(?:de[czs]|dic|gru|pro|jou|ara|дек|гру)/,
];
/** "1. Oktober 2017", "3 de marzo de 2021", "5-Oct-17" */
const WORDED =
  /^(?:\p{L}+,?\s+)?(\d{1,2})[.\s-]*(?:de\s+|d')?(\p{L}{3,})\.?[\s,-]*(?:de\s+)?(\d{4}|\d{2})(?:\D+(\d{1,2}):(\d{2})(?::(\d{2}))?)?\.?$/u;
/** "2017年10月1日", "2017. 10. 1." */
const NUMBERED =
  /^(\d{4})\s*(?:年|년|\.)\s*(\d{1,2})\s*(?:月|월|\.)\s*(\d{1,2})\s*(?:日|일|\.)?(?:\s+(\d{1,2}):(\d{2})(?::(\d{2}))?)?$/;

/** Unix seconds of a date whose month is a word, or whose parts have signs behind them; NaN if it is none. */
export function inWords(text: string): number {
  const worded = WORDED.exec(text.trim());
  if (worded) {
    const [, day, word, year, ...time] = worded;
    const month = MONTHS.findIndex((name) => name.test(fold(word)));
    return utcSeconds(inCentury(Number(year)), month + 1, day, ...time);
  }
  const [, ...numbered] = NUMBERED.exec(text.trim()) ?? [];
  return utcSeconds(...numbered);
}

/** "21" is 2021, "98" is 1998. */
export function inCentury(year: number): number {
  if (year >= 100) return year;
  return year < 70 ? 2000 + year : 1900 + year;
}
