import { expect, it } from "vitest";
import { areTiers } from "../../src/files/text/tiers.ts";
import { textTable } from "../support/textTable.ts";

it.each<[string, string, string]>([
  ["behind, with blank places", "S: Heat,, Jaws \nA: Big\nB:Ran\n", "Heat|S / Jaws|S / Big|A / Ran|B"],
  ["behind, as headings of Markdown", "## S - tier : Heat\n- A — Big\n* B – Ran\n", "Heat|S / Big|A / Ran|B"],
  ["in front", "Heat: S\nBig (1988) - A tier\nRan,1985,B\n", "Heat|S / Big (1988)|A / Ran,1985|B"],
  [
    "in front, with bullets and quotes",
    '1. "Heat, again",1995=S\n- "Big": A\nRan\tB\n',
    '"Heat, again",1995|S / Big|A / Ran|B',
  ],
  ["in front, small", "Heat: s\nBig: a\nRan: b+\n", "Heat|S / Big|A / Ran|B+"],
  [
    "in lines of their own",
    "# My films\nS\nHeat\nA tier:\n  - Jaws \nTier B\n2) Ran\n",
    "Heat|S / Jaws|A / Ran|B",
  ],
  ["in columns", "S,A,B\n Heat ,Big,Ran\n,Jaws\n", "Heat|S / Big|A / Jaws|A / Ran|B"],
])("tiers %s", async (_, text, expected) => {
  expect(await textTable(text)).toBe(`tiers: title|tier / ${expected}`);
});

it.each<[string, string]>([
  ["a name in front of the title", "Ann,Heat,S\nBob,Big,A\nCid,Ran,B\n"],
  ["a title twice", "Heat,S\nHeat,A\nRan,B\n"],
  ["no tier in one line", "Heat,S\nBig,A\nRan,B\nJaws,good\n"],
  ["words above all tiers", "My films\nS\nHeat\nA\nJaws\nB\nRan\n"],
  ["other columns beside", "S,A,B,x\nHeat,Big,Ran,1\n"],
])("none with %s", async (_, text) => {
  expect(await textTable(text)).not.toMatch(/^tiers: /);
});

it.each<[string[], boolean]>([
  [["S", "A", "B"], true],
  [[" S ", "**A**", "tier F", "B- tier", "C-tier"], true],
  [["S", "A"], false],
  [["S", "A", "A"], false],
  [["A", "B", "C"], false],
  [["S", "A", "B", "G"], false],
  [["S", "A", "B", ""], false],
  [["SA", "S", "A", "B"], false],
  [[], false],
])("%j name tiers, or do not: %s", (names, expected) => {
  expect(areTiers(names)).toBe(expected);
});
