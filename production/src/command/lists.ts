import { wordTable } from "../../../scripts/experiment/table.ts";
import { toCsv } from "../../../src/files/toCsv.ts";
import type { Recommendation } from "../trained/Recommender.ts";
import { Console } from "./Console.ts";

export interface ListOptions {
  json?: boolean;
  csv?: boolean;
}

const NOTHING_LEFT =
  "Nothing is left to recommend: every item is rated already, or ruled out by the options.";

export function printList(list: readonly Recommendation[], options: ListOptions): void {
  if (options.csv) {
    const rows = list.map(({ item, title, score }, i) => [i + 1, item, title, score]);
    process.stdout.write(toCsv(["place", "item", "title", "score"], rows));
    return;
  }
  const rows = list.map(({ item, title, score }, i) => [String(i + 1), title, item, score.toFixed(3)]);
  const text = rows.length > 0 ? wordTable(["", "title", "id", "score"], rows) : NOTHING_LEFT;
  new Console(options).result(list, text);
}
