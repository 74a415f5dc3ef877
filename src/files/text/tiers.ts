import type { TableFormat } from "../formats.ts";
import { type Dialect, detectDialect, parseStart } from "./Dialect.ts";

/** A line is one field. */
const LINES: Dialect = { delimiter: "\x01", quotes: false };
/** "S", "A+", "B tier", "Tier F" */
const TIER = /^(?:tier\s+)?(?:\*\*)?([SABCDEF][+-]?)(?:\*\*)?(?:[\s-]*tier)?$/i;
const NAMED_LINE = /^\s*(?:[-*+]\s+|#+\s+)?([^:–—]{1,12})\s*[:–—]\s*(\S.*)$/;
const TITLED_LINE = /^(.*\S)\s*(?:[:=,;|\t]|\s[-–—])\s*(.{1,12})$/;
const HEADING = /^\s*#*\s*(.{1,12}?)\s*:?\s*$/;
const BULLET = /^\s*(?:[-*+•]|\d+[.)])\s+/;
const LEAST_TIERS = 3;

type Tiered = [title: string, tier: string];

/** Films by tiers, S before A: as the names of lines, of columns, or of what stands below them. */
export const tiers: TableFormat = {
  name: "Tiers",
  files:
    "`.txt`, `.md`, `.csv`: titles behind, in front of, below or in columns of the tiers S, A, B and so on; S counts as 5 of 5, D as 1",
  async open(source, start) {
    if (!start.isWhole) return null;
    const lines = parseStart(start.text, LINES, true).map(([line]) => line);
    const films = behind(lines) ?? inFront(lines) ?? below(lines) ?? inColumns(start.text);
    if (!films || !areTiers(films.map(([, tier]) => tier))) return null;
    const names = ["title", "tier"];
    return {
      format: "tiers",
      dialect: null,
      hasHeader: true,
      skip: 0,
      rows: [names, ...films],
      read: async (take, onBytes) => {
        take(names, 0, false);
        for (const [i, film] of films.entries()) take([...film], i + 1, false);
        onBytes(source.size);
      },
    };
  },
};

/** Whether these name tiers, S among them: without it they are grades, or letters for anything. */
export function areTiers(names: readonly string[]): boolean {
  const known = new Set(names.map(tierOf));
  return !known.has(null) && known.has("S") && known.size >= LEAST_TIERS;
}

function tierOf(text: string): string | null {
  return TIER.exec(text.trim())?.[1].toUpperCase() ?? null;
}

/** "S: Heat, Alien" */
function behind(lines: readonly string[]): Tiered[] | null {
  const films: Tiered[] = [];
  for (const line of lines) {
    const [, name = "", titles = ""] = NAMED_LINE.exec(line) ?? [];
    const tier = tierOf(name);
    if (tier === null) return null;
    const separator = /[;|]/.exec(titles)?.[0] ?? ",";
    for (const title of titles.split(separator)) if (title.trim() !== "") films.push([title.trim(), tier]);
  }
  return films;
}

/** "Heat: S", "Heat (1995) - A tier", "Heat,1995,B" */
function inFront(lines: readonly string[]): Tiered[] | null {
  const films: Tiered[] = [];
  for (const line of lines) {
    const [, title = "", name = ""] = TITLED_LINE.exec(line.replace(BULLET, "")) ?? [];
    const tier = tierOf(name);
    // A name in front of the title is somebody's who gave it.
    if (tier === null || /[,;\t|].*(?<!(?:18|19|20)\d\d)$/.test(title)) return null;
    films.push([title.replace(/^"(.*)"$/, "$1"), tier]);
  }
  return new Set(films.map(([title]) => title)).size === films.length ? films : null;
}

/** A tier in a line of its own, and its titles below it. */
function below(lines: readonly string[]): Tiered[] | null {
  const films: Tiered[] = [];
  let current: string | null = null;
  for (const line of lines) {
    const tier = tierOf(HEADING.exec(line)?.[1] ?? "");
    if (tier !== null) current = tier;
    else if (current !== null) films.push([line.replace(BULLET, "").trim(), current]);
    else if (!line.startsWith("#")) return null;
  }
  return films;
}

function inColumns(text: string): Tiered[] | null {
  const dialect = detectDialect(text, true);
  if (!dialect) return null;
  const [header, ...rows] = parseStart(text, dialect, true);
  if (!areTiers(header)) return null;
  return header.flatMap((name, place) =>
    rows.flatMap((row): Tiered[] => {
      const title = (row[place] ?? "").trim();
      return title === "" ? [] : [[title, tierOf(name) ?? ""]];
    }),
  );
}
