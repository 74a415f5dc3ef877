import type { HitRates } from "../../src/experiment/hitRates.ts";
import { count } from "../../src/experiment/report/format.ts";
import { replaySection } from "../../src/experiment/report/replaySection.ts";
import { table } from "./table.ts";

/** The new ratings one by one. */
export function describeReplay(found: HitRates): string {
  const { about, sentence, tables } = replaySection(found);
  return [
    `   Replay: ${count(found.predicted)} likes predicted, ${count(found.perSecond)} ratings a second`,
    `   ${about}\n   ${sentence}`,
    ...tables.map(({ caption, headings, rows }) => `   ${caption}\n\n${table(headings, rows)}`),
  ].join("\n\n");
}
