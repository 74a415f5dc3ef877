import { onceEncoded } from "./onceEncoded.ts";

export interface ParsedTitle {
  /** With its article in front, without year and other titles. */
  title: string;
  /** Foreign, earlier and shorter titles, articles in front too. */
  alternativeTitles: string[];
  year: number | null;
}

/** Lists put them behind a comma, so that films stand under their first real word. */
export const ARTICLES: ReadonlySet<string> = new Set(
  "the a an le la les l' un une il lo i gli der die das ein eine el los las en ett det den de da o os".split(
    " ",
  ),
);

/**
 * Reads a title as MovieLens writes it: "City of Lost Children, The (Cité des enfants perdus, La) (1995)"
 * is "The City of Lost Children" of 1995, also known as "La Cité des enfants perdus".
 */
export function parseTitle(text: string): ParsedTitle {
  const whole = text.trim();
  const dated = /^(.*\S)\s*[([](\d{4})(?:\s?[-–—]\s?(?:\d{4})?\s?)?[)\]]$/s.exec(whole);
  let title = dated ? dated[1] : whole;
  const alternativeTitles: string[] = [];
  for (let start = lastGroup(title); start > 0; start = lastGroup(title)) {
    const alternative = title.slice(start + 1, -1).replace(/^a\.?k\.?a\.?\s+/i, "");
    alternativeTitles.unshift(articleInFront(alternative));
    title = title.slice(0, start).trimEnd();
  }
  return { title: articleInFront(title), alternativeTitles, year: dated ? Number(dated[2]) : null };
}

/** Where a group in brackets begins that ends the title and is not part of it; -1 where there is none. */
function lastGroup(title: string): number {
  let depth = 0;
  let start = title.length;
  do {
    start--;
    if (title[start] === ")") depth++;
    if (title[start] === "(") depth--;
  } while (depth > 0 && start > 0);
  const before = title.slice(0, start);
  const group = title.slice(start + 1, -1);
  const goesOn = /^(and|or)\b/i.test(group) || /\bor:?\s$/i.test(before);
  return depth === 0 && /\S\s$/.test(before) && group.trim() !== "" && !goesOn ? start : -1;
}

function articleInFront(title: string): string {
  const comma = title.lastIndexOf(", ");
  const article = title
    .slice(comma + 2)
    .trim()
    .replace("’", "'");
  if (comma <= 0 || !ARTICLES.has(article.toLowerCase())) return title.trim();
  const rest = title.slice(0, comma).trim();
  return article.endsWith("'") ? article + rest : `${article} ${rest}`;
}

const ENTITIES = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
  ["nbsp", " "],
]);

/** What a link shows: of a web page, of a spreadsheet, or of notes, "[[Films/Heat.md|Heat]]". */
function withoutMarks(text: string): string {
  const linked = /^=HYPERLINK\(".*?"[,;]\s*"(.*)"\)$/i.exec(text.trim());
  if (linked) return linked[1];
  const noted = /^\[\[(?:[^[\]]*\|)?([^[\]|]+)\]\]$/.exec(text.trim());
  if (noted) return noted[1];
  return /<\/[a-z]+>/i.test(text) ? text.replace(/<\/?[a-z][^>]*>/gi, "").trim() : text;
}

/** Text that was meant for a web page, "Smoke &amp; Mirrors", with marks around it, or encoded twice, "AmÃ©lie". */
export function decodeTitle(written: string): string {
  const text = withoutMarks(onceEncoded(written));
  return text.replace(/&(?:#(\d{1,6})|#x([\da-f]{1,5})|([a-z]{2,4}));/gi, (whole, decimal, hex, name) => {
    if (name) return ENTITIES.get(name.toLowerCase()) ?? whole;
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
    return code > 0 ? String.fromCodePoint(code) : whole;
  });
}
