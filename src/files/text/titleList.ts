import type { TableFormat } from "../formats.ts";
import type { OnRow } from "./CsvDecoder.ts";
import { type Dialect, parseStart } from "./Dialect.ts";
import { oddDelimiter } from "./oddDelimiter.ts";
import { readRows } from "./textRows.ts";

/** A line is one field. */
const LINES: Dialect = { delimiter: "\x01", quotes: false };
const BULLET = /^\s*(?:(?:[-*+•·–]|\d{1,4}[.)]|#\d{1,4})\s+)?(?:\[([ xX✓✔])\]\s*)?/;
/** "# 2021", "=====", "Seen so far:", Org's "#+title: Films" */
const HEADING = /^\s*(?:#+\s|#\+\w+:|[=*_-]{3,}\s*$)|:\s*$|^(?:titles?|movie[ _]?titles?|films?|movies?)\s*$/;
/** What is a rating wherever it stands. */
const MARKED = String.raw`\d{1,3}(?:[.,]\d+)?\s?\/\s?(?:5|10|20|100)(?!\d)|[★⭐]\ufe0f?(?:[★⭐½☆✩]\ufe0f?)*|½(?=[\s☆]|$)`;
const IN_FRONT = new RegExp(String.raw`^[[(]?(${MARKED})[\])]?\s*[-–—:]?\s+(?=\S)`, "u");
const BEHIND = new RegExp(String.raw`^(.+?)\s*[-–—:[(]?\s*(${MARKED})[\])]?$`, "u");
/** "Heat (1995) 9/10 with Tom" */
const BEFORE_REMARK = new RegExp(
  String.raw`^(.+?\(\d{4}\))\s*[-–—:[(]?\s*(${MARKED})[\])]?[\s,;.–—-]+\p{L}`,
  "u",
);
/** A number is one only behind a year. */
const BEHIND_YEAR = /^(.*\(\d{4}\))\s*[-–—:[(]?\s*(\d{1,3}(?:[.,]\d)?)[\])]?$/;
const YEAR = /[([](?:18|19|20)\d\d[)\]]$/;
const ABOUT_FILMS =
  /(?<![a-z])(?:films?|filme|movies?|cinema|kino|seen|watch(?:ed|list|ing)?|gesehen|vus?|vist[ao]s?)(?![a-z])|電影|电影|映画|영화|фильм/i;
const OTHER_DELIMITER = /[\t;|]|::/;
const LEAST = 3;
const SHARE = 0.8;
/** Titles that nothing is said of are no longer than this. */
const LONGEST = 60;
const LONGEST_LINE = 200;
const TITLE = /^[\p{Lu}\p{Lo}\d"'“«¿¡([].*[^.,:;{}=]$/u;

interface Entry {
  title: string;
  rating: string;
  /** Whether it is ticked; null where there is no box. */
  isTicked: boolean | null;
}

/** A title a line, with its year or a rating: what people note as they go. */
export const titleList: TableFormat = {
  name: "A list of titles",
  files:
    "`.txt`, `.md`: one title a line, with a year or a rating (“Heat (1995) - 9/10”, “★★★★ Heat”), with bullets, numbers, boxes to tick and headings; with neither year nor rating, only if a heading or the file's name mentions films",
  async open(source, start) {
    const lines = parseStart(start.text, LINES, start.isWhole).map(([line]) => line);
    if (!areTitles(lines, source.name)) return null;
    const entries = lines.map(entryOf).filter((entry) => entry !== null);
    const hasRatings = entries.some(({ rating }) => rating !== "");
    const hasBoxes = entries.some(({ isTicked }) => isTicked !== null);
    // Of films that nothing is said of, it is asked why they were listed.
    const names = ["title", ...(hasRatings ? ["rating"] : []), hasBoxes ? "watched" : "listed"];
    const rowOf = ({ title, rating, isTicked }: Entry) => [
      title,
      ...(hasRatings ? [rating] : []),
      hasBoxes ? (isTicked ? "yes" : "no") : "",
    ];
    return {
      format: "a list of titles",
      dialect: null,
      hasHeader: true,
      skip: 0,
      rows: [names, ...entries.map(rowOf)],
      read: async (take, onBytes) => {
        take(names, 0, false);
        let place = 0;
        const onLine: OnRow = ([text], line) => {
          const entry = entryOf(text, place++);
          if (entry) take(rowOf(entry), line, false);
        };
        await readRows(source, start, LINES, 0, onLine, onBytes);
      },
    };
  },
};

/** Whether nearly all lines say a year or a rating of a title; or are titles by what stands above them. */
function areTitles(lines: readonly string[], file: string): boolean {
  // What goes on in the next line stands in a table.
  const isCut = (line: string) => (line.match(/"/g)?.length ?? 0) % 2 > 0;
  if (lines.some((line) => OTHER_DELIMITER.test(line) || isCut(line))) return false;
  const entries = lines.map(entryOf).filter((entry) => entry !== null);
  if (entries.length < LEAST || new Set(entries.map(({ title }) => title)).size < entries.length * SHARE)
    return false;
  const areMost = (is: (text: string) => boolean) =>
    entries.filter(({ title }) => is(title)).length >= entries.length * SHARE;
  if (areMost((title) => title.includes(","))) return false;
  const told = entries.filter(({ title, rating }) => rating !== "" || YEAR.test(title));
  const ends = new Set(entries.flatMap(({ rating }) => /\/\s?(\d+)/.exec(rating)?.[1] ?? []));
  if (told.length >= entries.length * SHARE) return ends.size < 2;
  if (oddDelimiter(lines.join("\n"), true) !== null) return false;
  return (
    (ABOUT_FILMS.test(file) || ABOUT_FILMS.test(lines[0])) &&
    areMost((title) => title.length <= LONGEST && TITLE.test(title))
  );
}

/** Null for a heading. */
function entryOf(line: string, place: number): Entry | null {
  if (HEADING.test(line)) return null;
  const ticked = BULLET.exec(line)?.[1];
  const text = plain(line.replace(BULLET, ""));
  if (place === 0 && text === line.trim() && isHeader(text)) return null;
  const isTicked = ticked === undefined ? null : ticked.trim() !== "";
  // No title is so long, and to look through prose takes time.
  if (text.length > LONGEST_LINE) return { title: text, rating: "", isTicked };
  const front = IN_FRONT.exec(text);
  if (front) return { title: text.slice(front[0].length).trim(), rating: front[1], isTicked };
  const [, title, rating] = BEHIND.exec(text) ??
    BEHIND_YEAR.exec(text) ??
    BEFORE_REMARK.exec(text) ?? ["", text, ""];
  return title.trim() === "" ? null : { title: title.trim(), rating, isTicked };
}

/** A first line that says what the others are. */
function isHeader(text: string): boolean {
  return ABOUT_FILMS.test(text) && ![YEAR, IN_FRONT, BEHIND].some((said) => said.test(text));
}

/** Without Markdown's and Org's marks and links, quotes around all of it, and who made it: "Heat (1995, dir. Michael Mann)". */
function plain(text: string): string {
  return text
    .replace(/\[([^\]]+)\]\(https?:[^)]*\)/g, "$1")
    .replace(/\[\[(?:[^\]]*\]\[)?([^\]]+)\]\]/g, "$1")
    .replace(/(\*\*|__|~~|`)(.+?)\1/g, "$2")
    .replace(/(?<![\p{L}\d])[*_]([^*_]+)[*_](?![\p{L}\d])/gu, "$1")
    .replace(/\(((?:18|19|20)\d\d)[,;·]\s[^()]*\)/, "($1)")
    .trim()
    .replace(/^(["'])(.*)\1$/, "$2");
}
