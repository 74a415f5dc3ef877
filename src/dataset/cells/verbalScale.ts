/** What people and forms say in place of points, out of 5. */
const LEVELS: readonly (readonly [number, string])[] = [
  [
    1,
    "hate|hated|hate it|hated it|terrible|awful|horrible|very bad|very poor|worst|unwatchable|strongly disagree|strongly dislike|very dissatisfied|sehr schlecht|furchtbar|ungenügend|très mauvais|muy mala|molto brutto|muito ruim|bardzo słaby|nul|muy malo|pésimo|pessimo|péssimo|bardzo zły|ужасно|очень плохо|很差|最悪|🤮|😡|💩",
  ],
  [1.5, "mangelhaft"],
  [
    2,
    "dislike|disliked|disliked it|dislike it|didn't like it|didn’t like it|did not like it|bad|poor|weak|boring|below average|not good|disagree|dissatisfied|schlecht|ausreichend|mauvais|malo|mala|ruim|cattivo|zły|плохо|较差|悪い|🙁|☹️|☹|😕|👎",
  ],
  [2.5, "fair"],
  [
    3,
    "meh|ok|okay|average|so-so|so so|neutral|mediocre|mixed|decent|it was ok|it was okay|it's ok|it’s ok|indifferent|neither agree nor disagree|passable|mittel|mittelmäßig|geht so|befriedigend|moyen|bof|regular|normal|medio|średni|нормально|还行|一般|普通|😐|😶|🆗",
  ],
  [
    4,
    "like|liked|like it|liked it|good|pretty good|fine|nice|enjoyed|enjoyed it|above average|agree|satisfied|gut|bien|bon|bueno|buena|bom|boa|buono|dobry|dobre|хорошо|推荐|良い|🙂|😊|😀|👍",
  ],
  [4.5, "very good|really good|très bon|muy bueno|muy buena|muito boa|muito bom|molto buono|bardzo dobry"],
  [
    5,
    "love|loved|love it|loved it|excellent|great|amazing|outstanding|fantastic|brilliant|superb|perfect|masterpiece|favorite|favourite|strongly agree|strongly like|very satisfied|must see|must watch|sehr gut|hervorragend|ausgezeichnet|très bien|parfait|excelente|ótimo|ottimo|eccellente|świetny|отлично|力荐|最高|😍|🤩|❤️|❤",
  ],
];
/** Goodreads' own words for its stars: there, what was liked has 3 of 5. */
const GOODREADS = new Map([
  ["did not like it", 1],
  ["it was ok", 2],
  ["liked it", 3],
  ["really liked it", 4],
  ["it was amazing", 5],
]);
/** Of lists by tiers, in which S comes before A. */
const TIERS = new Map(
  Object.entries({ s: 5, a: 4, b: 3, c: 2, d: 1, e: 0.5, f: 0.5 }).flatMap(([tier, value]) => [
    [tier, value],
    [`${tier}+`, Math.min(5, value + 0.5)],
    [`${tier}-`, Math.max(0.5, value - 0.5)],
  ]),
);
const WORDS = new Map(LEVELS.flatMap(([value, words]) => words.split("|").map((word) => [word, value])));
const ENOUGH = 0.9;

/** The words of a column of ratings, out of 5. */
export interface VerbalScale {
  pointsOf(text: string): number;
  /** "hated it 1, meh 3, loved it 5" */
  told: string;
}

/**
 * How the words of a column of ratings are read; null where they are not a scale, or have two ends only, as
 * "liked" and "disliked" do.
 * @param sample some of its cells, those without a rating left out
 */
export function verbalScale(sample: readonly string[]): VerbalScale | null {
  const given = sample.map(plain);
  const isGoodreads = given.every((text) => GOODREADS.has(text)) && given.some((text) => !WORDS.has(text));
  // Without S among them they are grades.
  const isTiers = given.every((text) => TIERS.has(text)) && given.some((text) => text.startsWith("s"));
  const scale = isGoodreads ? GOODREADS : isTiers ? TIERS : WORDS;
  const known = given.filter((text) => scale.has(text));
  const used = new Set(known);
  if (used.size < 3 || known.length < given.length * ENOUGH) return null;
  const told = [...used]
    .map((word) => [word, scale.get(word) as number] as const)
    .toSorted(([, a], [, b]) => a - b)
    .map(([word, value]) => `${word} ${value}`);
  return { pointsOf: (text) => scale.get(plain(text)) ?? Number.NaN, told: told.join(", ") };
}

/** Whether this may be a word of such a scale. */
export function isVerbal(text: string): boolean {
  return WORDS.has(plain(text)) || GOODREADS.has(plain(text));
}

function plain(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/[.!]+$/, "");
}
