import { signScale } from "./signScale.ts";
import { verbalScale } from "./verbalScale.ts";

/** Cells that say that somebody did not rate, as spreadsheets, databases and data tools write it. */
const UNRATED = new Set(
  "|na|n/a|#n/a|nan|null|none|nil|\\n|-|–|—|?|.|undefined|unrated|not rated|no rating|<na>|nr|n.r.|dnf|tbd|n.d.|n/d|#n/d|#nv|#ref!|#value!|k.a.|(null)|<null>|(blank)|missing|unknown|n.a.|n. a.|k. a.|--|---|not available|unbekannt|keine|inconnu|unseen|not seen|unwatched|haven't seen|haven't seen it|haven’t seen it|havent seen|not watched|didn't watch|did not watch|don't know|don’t know|never heard of it|not applicable|no opinion|nicht gesehen|kenne ich nicht|weiß nicht|pas vu|jamais vu|non vu|non lu|non noté|sans note|sin nota|sin calificar|sin puntuar|sem nota|senza voto|non valutato|nicht bewertet|ohne wertung|ohne bewertung|geen cijfer|niet beoordeeld|brak oceny|nie oceniono|ej betygsatt|inte sett|ikke set|ikke sett|ei arvosanaa|bez oceny|nehodnoceno|без оценки|не оценено|未评分|未评价|評価なし|평가 없음|no vista|no la he visto|não vi|non visto|nie widziałem|не смотрел|не видел|没看过|未看|観ていない".split(
    "|",
  ),
);

/** "I did not watch this movie", "Never seen it", "habe ich nicht gesehen", "je ne l'ai pas vu" */
const NOT_SEEN =
  /^(?:i |i['’]ve |ich |habe ich |hab ich |je |no |ne )?(?:(?:have|has|did|do)(?:n['’]?t| not)|never|not|noch nicht|nicht|nie|ne l['’]ai (?:pas|jamais)|(?:l['’]ai )?(?:pas|jamais)|non|não|no) (?:yet )?(?:la he |lo he |l['’]ho |ho |o )?(?:watch(?:ed)?|seen?|saw|read|heard?|played?|rated?|tried|gesehen|gelesen|bewertet|vu|lu|visto|vista|vi|assisti|leído|letto)(?: (?:it|this|that|the|film|movie|book|game|show|yet|one|of|before|ce|le))*[.!]?$/;

/** Words that are ratings: 1 for a like, 0 for a dislike. */
const WORDS = new Map<string, number>([
  ...numbered(
    1,
    "true yes y like liked love loved up thumbsup thumb_up thumbs_up upvote upvoted fresh positive pos good favorite favourite 👍 ❤ ❤️ ♥ ✓ ✔ x ja igen kyllä ano evet oui ja sí si sim да はい 예 네 是 真 喜欢 like! recommended + vrai wahr vero verdadero verdadeiro prawda waar sant sand tosi igaz doğru истина правда",
  ),
  // ČSFD's word for no star at all.
  ...numbered(0.5, "odpad odpad!"),
  ...numbered(
    0,
    "false no n dislike disliked not_recommended hate hated down thumbsdown thumb_down thumbs_down downvote downvoted rotten negative neg bad 👎 ✗ ✘ non nein não нет いいえ 아니요 否 假 不喜欢 faux falsch falso fałsz onwaar falskt falsk epätosi hamis yanlış ложь неправда",
  ),
]);

/** What people do with things, by how much it says that they want them. */
const EVENTS = new Map<string, number>([
  ...numbered(
    0,
    "remove removed remove_from_cart removefromcart unlike dislike disliked skip skipped unfollow unsave impression impressions exposure exposed shown display displayed return returned refund refunded",
  ),
  ...numbered(
    1,
    "view viewed pv detail_view pageview page_view click clicked watch watched play played stream streamed listen listened read visit open opened",
  ),
  ...numbered(
    2,
    "addtocart add_to_cart add-to-cart cart basket wishlist addtowishlist add_to_wishlist bookmark bookmarked save saved follow fav favorite favourite like liked share comment comment_created addtofavorites download",
  ),
  ...numbered(
    3,
    "transaction purchase purchased buy bought order ordered checkout conversion paid rent rented subscribe review",
  ),
]);

const FRACTION =
  /^(-?\d+(?:[.,]\d+)?)\s*(?:\/|out of|of|von|van|sur|sobre|su|de|av|af|z|ze|из)\s*(3|4|5|6|7|8|9|10|12|15|20|25|30|40|50|60|80|100|1000)(?:[.,]0)?(?:\s*(?:stars?|sternen?|étoiles|estrellas|estrelas|stelle|sterren|stjärnor|gwiazdek))?$/i;
/** "3½", "3 1/2", "3 and a half stars" */
const WITH_PART = /^(\d+)\s*(½|1\/2|and a half|¼|1\/4|¾|3\/4)(?:\s*(?:stars?|★|\/\s*5))?$/i;
const PARTS: Record<string, number> = {
  "½": 0.5,
  "1/2": 0.5,
  "and a half": 0.5,
  "¼": 0.25,
  "1/4": 0.25,
  "¾": 0.75,
  "3/4": 0.75,
};
const WITH_UNIT =
  /^(-?\d+(?:[.,]\d+)?)\s*(?:%|\*|stars?|★|⭐\ufe0f?|points?|pts?\.?|sterne?|étoiles?|estrellas?|punkte?|puntos?|pontos?|punti|点|點|分|점|балл(?:а|ов)?)$/i;
const COMMA = /^-?\d+,\d{1,2}$/;
/** "1,234.5" of counts; with ratings, commas stand before decimals. */
const GROUPED = /^\d{1,3}(?:[,\u00a0\u202f ]\d{3})+(?:\.\d+)?$/;
/** "★★★½☆", "❤️❤️❤️🤍" */
const STARS =
  /^(?:½|(?:(?:[★⭐✭✮🌟*❤♥💛🧡💚💙💜🖤💀🎃👻🍿🍕🍅🔥🍺🍷☕🌶👑🏆]\ufe0f?)+)([½⯨⯪]|1\/2)?)[☆✩✰♡🤍\s]*$/u;
const STAR = /[★⭐✭✮🌟*❤♥💛🧡💚💙💜🖤💀🎃👻🍿🍕🍅🔥🍺🍷☕🌶👑🏆]/gu;
/** "four stars", "one and a half stars" */
const SPELT = /^(half|one|two|three|four|five)( and a half)?(?: a)?[ -]stars?$/i;
const NUMBERS: Record<string, number> = { half: 0.5, one: 1, two: 2, three: 3, four: 4, five: 5 };
/** Marks of direction and places to break a line, which come along where text is copied from a page. */
const UNSEEN = /[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;
/** "5 - loved it", "4 (liked)", "3: meh" */
const LABELLED = /^(\d{1,3}(?:[.,]\d+)?)(?:\s+[-–]\s+|\s*[:=]\s+|\s*\()[\p{L} ,.;'’!?]+\)?$/u;
/** "Rated 4.0", "⭐ 9/10" */
const NAMED = /^(?:(?:rated|rating|score)\s*:?\s+|[★⭐☆]\ufe0f?\s*)(?=\d)/iu;
const GRADE = /^([A-F])([+-]?)$/;
/** As PostgreSQL writes them: among grades, F is one. */
const BOOLEANS = new Map([
  ["t", 1],
  ["f", 0],
]);
const GRADES: Record<string, number> = { A: 5, B: 4, C: 3, D: 2, E: 1, F: 1 };

export function isUnrated(text: string): boolean {
  const plain = text
    .trim()
    .toLowerCase()
    .replace(/^\[n\/a\]\s*/, "");
  return UNRATED.has(plain) || NOT_SEEN.test(plain);
}

/**
 * The number that a rating is, however it is written: "3,5", "8/10", "80 %", "★★★½", "True", "B+".
 * NaN if it is none.
 */
export function ratingOf(text: string): number {
  const plain = text.trim();
  const number = plain === "" ? Number.NaN : Number(plain);
  if (Number.isFinite(number)) return number;
  const seen = plain.replace(UNSEEN, "").replace("\u2044", "/");
  if (seen !== plain) return ratingOf(seen);
  if (COMMA.test(plain)) return decimal(plain);
  const parts = WITH_PART.exec(plain);
  if (parts) return Number(parts[1]) + PARTS[parts[2]];
  const measured = FRACTION.exec(plain) ?? WITH_UNIT.exec(plain);
  if (measured) return decimal(measured[1]);
  const stars = STARS.exec(plain);
  if (stars) return (plain.match(STAR)?.length ?? 0) + (/[½⯨⯪]|1\/2/.test(plain) ? 0.5 : 0);
  const spelt = SPELT.exec(plain);
  if (spelt) return NUMBERS[spelt[1].toLowerCase()] + (spelt[2] ? 0.5 : 0);
  const word = WORDS.get(plain.toLowerCase().replace(/\s+/g, "_"));
  if (word !== undefined) return word;
  if (/^\d.*!$/.test(plain)) return ratingOf(plain.slice(0, -1));
  const labelled = LABELLED.exec(plain);
  if (labelled) return decimal(labelled[1]);
  if (NAMED.test(plain)) return ratingOf(plain.replace(NAMED, ""));
  const grade = GRADE.exec(plain);
  if (!grade) return Number.NaN;
  const [, letter, sign] = grade;
  return Math.min(5, GRADES[letter] + (sign === "+" ? 0.3 : sign === "-" ? -0.3 : 0));
}

function decimal(text: string): number {
  return Number(text.replace(",", "."));
}

/** What a rating says that it is out of: 10 in "8/10"; null where it does not say. */
export function denominatorOf(text: string): number | null {
  const end = FRACTION.exec(text.trim().replace(NAMED, ""))?.[2];
  return end === undefined ? null : Number(end);
}

/**
 * How the ratings of a column are read: words by what all of them are. Where critics of several papers stand together, "3.5/4" beside "8/10", all
 * are out of 5.
 * @param sample some of its cells
 * @param areCounts whether they are hours or plays, of which there may be thousands
 */
export function ratingReader(sample: readonly string[], areCounts: boolean): (text: string) => number {
  if (areCounts)
    return (text) => ratingOf(GROUPED.test(text.trim()) ? text.replace(/[,\u00a0\u202f ]/g, "") : text);
  const verbal = signScale(sample) ?? verbalScale(sample.filter((text) => !isUnrated(text)));
  if (verbal) return verbal.pointsOf;
  if (areBooleans(sample)) return (text) => BOOLEANS.get(text.trim().toLowerCase()) ?? ratingOf(text);
  // Among points, a letter is not a grade.
  const arePoints = sample.filter((text) => /\d/.test(text)).length > sample.length / 2;
  const isGrade = (text: string) => GRADE.test(text.trim());
  if (arePoints && sample.some(isGrade)) return (text) => (isGrade(text) ? Number.NaN : ratingOf(text));
  const ends = new Set(sample.map(denominatorOf));
  ends.delete(null);
  if (ends.size < 2) return ratingOf;
  return (text) => (ratingOf(text) * 5) / (denominatorOf(text) ?? 5);
}

function areBooleans(sample: readonly string[]): boolean {
  const given = new Set(sample.filter((text) => !isUnrated(text)).map((text) => text.trim().toLowerCase()));
  return given.size === 2 && [...BOOLEANS.keys()].every((word) => given.has(word));
}

/** How much an event says that somebody wants a thing: 0 where it was skipped or taken back, 1 for a view, 2 for a cart, 3 for a purchase; NaN if it is none. */
export function eventWeight(text: string): number {
  const event = text.trim().toLowerCase().replace(/\s+/g, "_");
  return EVENTS.get(event) ?? EVENTS.get(event.replace(/s$/, "")) ?? Number.NaN;
}

function numbered(value: number, words: string): [string, number][] {
  return words.split(" ").map((word) => [word, value]);
}
