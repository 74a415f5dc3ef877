import type { Section } from "../../src/experiment/report/Section.ts";
import { table } from "./table.ts";

/** What one of the challenges came to: its sentence and its tables. */
export function describeSection({ title, sentence, tables }: Section, number: number): string {
  return [
    `${number}. ${title}`,
    `   ${sentence}`,
    ...tables.map(({ caption, headings, rows }) => `   ${caption}\n\n${table(headings, rows)}`),
  ].join("\n\n");
}
