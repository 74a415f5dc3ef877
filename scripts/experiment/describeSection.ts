import type { Spread } from "../../src/experiment/challenges/pooledChallenges.ts";
import { figure } from "../../src/experiment/report/format.ts";
import type { Section } from "../../src/experiment/report/Section.ts";
import { table } from "./table.ts";

/** What one of the challenges came to: its sentence and its tables. */
export function describeSection({ title, question, sentence, tables }: Section, number: number): string {
  return [
    `${number}. ${title}`,
    `   ${question}`,
    `   ${sentence}`,
    ...tables.map(({ caption, headings, rows }) => `   ${caption}\n\n${table(headings, rows)}`),
  ].join("\n\n");
}

/** How far the main figures of the challenges differ from seed to seed. */
export function describeSpread(seeds: number, spread: readonly Spread[]): string {
  const rows = spread.map(({ name, mean, deviation }) => [name, figure(mean), figure(deviation)]);
  return [
    `   Challenges: figures are means over ${seeds} seeds, and so are the bounds of their intervals`,
    table(["", "mean", "standard deviation between seeds"], rows),
  ].join("\n\n");
}
