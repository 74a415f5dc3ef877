import Papa from "papaparse";
import { firstLineEnd } from "./lineEnd.ts";

/** How the fields of a row are told apart. */
export interface Dialect {
  delimiter: Delimiter;
  /** Whether a field may stand in quotes. */
  quotes: boolean;
}

const DELIMITERS = [",", "\t", ";", "|", "::"] as const;
export type Delimiter = (typeof DELIMITERS)[number];

export const COMMAS: Dialect = { delimiter: ",", quotes: true };
const LOOKED_AT = 100;

/**
 * The dialect in which the first rows of a text agree best on how many fields they have; in case of a tie
 * that with more fields. Null where they hold one field only, whatever the dialect.
 * @param isWhole whether the text ends where the file does; else its last row is not looked at
 */
export function detectDialect(text: string, isWhole: boolean): Dialect | null {
  let best: { dialect: Dialect; agreement: number; fields: number } | null = null;
  for (const delimiter of DELIMITERS) {
    // MovieLens' own format knows no quotes: its titles hold them as they are.
    const dialect = { delimiter, quotes: delimiter !== "::" };
    const lengths = parseStart(text, dialect, isWhole)
      .slice(0, LOOKED_AT)
      .map((row) => row.length);
    const { fields, agreement } = commonest(lengths);
    if (fields < 2) continue;
    if (!best || agreement > best.agreement || (agreement === best.agreement && fields > best.fields)) {
      best = { dialect, agreement, fields };
    }
  }
  return best && best.agreement > 0.5 ? best.dialect : null;
}

/** The rows of the beginning of a text, blank lines left out. */
export function parseStart(text: string, { delimiter, quotes }: Dialect, isWhole: boolean): string[][] {
  const newline = firstLineEnd(text, isWhole, quotes) ?? "\n";
  const parser = new Papa.Parser({
    delimiter,
    newline,
    preview: LOOKED_AT * 10,
    ...(quotes ? {} : { fastMode: true }),
  });
  const { data }: { data: string[][] } = parser.parse(text, 0, !isWhole);
  return data.filter((row) => row.length > 1 || row[0].trim() !== "");
}

function commonest(lengths: number[]): { fields: number; agreement: number } {
  const counts = new Map<number, number>();
  for (const length of lengths) counts.set(length, (counts.get(length) ?? 0) + 1);
  const [fields, times] = [...counts].sort(([, a], [, b]) => b - a)[0] ?? [0, 0];
  return { fields, agreement: times / lengths.length };
}
