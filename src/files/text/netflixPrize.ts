import type { ByteSource } from "../ByteSource.ts";
import type { TableFormat } from "../formats.ts";
import type { OnRow } from "./CsvDecoder.ts";
import { COMMAS, parseStart } from "./Dialect.ts";
import { readRows } from "./textRows.ts";

const NAMES = ["movieId", "customerId", "rating", "date"];
export const NETFLIX_PRIZE = "Netflix Prize text";
const FILM = /^\s*(\w+):\s*$/;

/** "1:" opens the lines of film 1, "1488844,3,2005-09-06". */
export const netflixPrize: TableFormat = {
  name: "Netflix Prize",
  files: "`combined_data_1.txt`, `mv_0000001.txt`: a line `1:` opens the ratings of film 1",
  async open(source: ByteSource, start) {
    if (!/^(?:\ufeff)?\s*\w+:[ \t]*(?:\r\n|\r|\n)\s*[^:\r\n]+,/.test(start.text)) return null;
    const head: string[][] = [];
    const below = (take: OnRow): OnRow => {
      let film = "";
      return (fields, line, broken) => {
        const opened = fields.length === 1 ? FILM.exec(fields[0]) : null;
        if (opened) film = opened[1];
        else take([film, ...fields], line, broken);
      };
    };
    const width = Math.max(...parseStart(start.text, COMMAS, start.isWhole).map((row) => row.length));
    const names = NAMES.slice(0, width + 1);
    const addHead = below((fields) => head.push(fields));
    for (const [i, row] of parseStart(start.text, COMMAS, start.isWhole).entries())
      addHead(row, i + 1, false);
    return {
      format: NETFLIX_PRIZE,
      dialect: null,
      hasHeader: true,
      skip: 0,
      rows: [names, ...head],
      read: async (take, onBytes) => {
        take(names, 1, false);
        await readRows(source, start, COMMAS, 0, below(take), onBytes);
      },
    };
  },
};
