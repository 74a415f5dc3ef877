/** What stands above a table and is none of its rows. */
export interface Remarks {
  /** Lines to leave out at the beginning of the file. */
  lines: number;
  /** The text below them. */
  text: string;
  /** The delimiter that a line "sep=;" declares. */
  declared: string | null;
}

/** A "#" that is a whole cell counts the rows below it. */
const REMARK = /^(?:#(?!\s*[,;\t|])|%|\/\/)/;
/** "ratings = [", before rows in brackets of their own */
const ASSIGNED = /^\s*(?:(?:export\s+)?(?:const|let|var)\s+)?[\w$.]+\s*=\s*[[(]\s*$/;
const SEP = /^"?sep=(\\t|.|::)"?\s*$/i;
const MATRIX_MARKET = /^%%MatrixMarket/i;

/** Lines of remarks and Excel's "sep=;" at the beginning of a text; a remark that is the header is kept. */
export function remarks(start: string): Remarks {
  let text = start.replace(/^\ufeff/, "");
  const isMatrixMarket = MATRIX_MARKET.test(text);
  let lines = 0;
  let declared: string | null = null;
  for (;;) {
    const end = /\r\n|\r|\n/.exec(text);
    if (!end) break;
    const line = text.slice(0, end.index);
    const sep = SEP.exec(line);
    if (sep) declared = sep[1] === "\\t" ? "\t" : sep[1];
    else if (!REMARK.test(line) && !ASSIGNED.test(line) && !(line.trim() === "" && lines > 0)) break;
    text = text.slice(end.index + end[0].length);
    lines++;
  }
  // Below its remarks stands a line of how many rows, columns and entries there are.
  const size = isMatrixMarket ? /^\s*\d+\s+\d+\s+\d+\s*(?:\r\n|\r|\n)/.exec(text) : null;
  if (size) {
    text = text.slice(size[0].length);
    lines++;
  }
  return { lines, text, declared };
}
