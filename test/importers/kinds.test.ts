import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import type { DataFile } from "../../src/files/ByteSource.ts";
import { FileCases } from "../support/FileCases.ts";
import { embeddedFiles } from "../support/movielens.ts";
import { COLUMN_CASES } from "./kinds/columns.ts";
import { DOCUMENT_CASES } from "./kinds/documents.ts";
import { ENCODED_CASES } from "./kinds/encoded.ts";
import { EVENT_CASES } from "./kinds/events.ts";
import { FURTHER_CASES } from "./kinds/further.ts";
import { HEADER_CASES } from "./kinds/headers.ts";
import { HEADING_CASES } from "./kinds/headings.ts";
import { HISTORY_CASES } from "./kinds/histories.ts";
import { JSON_SHAPE_CASES } from "./kinds/jsonShapes.ts";
import { NOT_RATED_CASES } from "./kinds/notRated.ts";
import { ODD_SHAPE_CASES } from "./kinds/oddShapes.ts";
import { OTHER_THING_CASES } from "./kinds/otherThings.ts";
import { OWN_TABLE_CASES } from "./kinds/ownTables.ts";
import { OWN_VARIANT_CASES } from "./kinds/ownVariants.ts";
import { PAPER_CASES } from "./kinds/papers.ts";
import { PUBLISHED_CASES } from "./kinds/published.ts";
import { PUBLISHED_TOO_CASES } from "./kinds/publishedToo.ts";
import { REFUSED_CASES } from "./kinds/refused.ts";
import { ROW_CASES } from "./kinds/rows.ts";
import type { Content } from "./kinds/sample.ts";
import { SCALE_CASES } from "./kinds/scales.ts";
import { SERVICE_CASES } from "./kinds/services.ts";
import { STRANGER_CASES } from "./kinds/strangers.ts";
import { SURVEY_CASES } from "./kinds/surveys.ts";
import { TITLE_LIST_CASES } from "./kinds/titleLists.ts";
import { UNSEEN_CASES } from "./kinds/unseen.ts";
import { UNSEEN_TOO_CASES } from "./kinds/unseenToo.ts";
import { VARIANT_CASES } from "./kinds/variants.ts";

/** What comes of each case, a line for each thing that is read, said or counted. */
const FACTS = new Map(
  readFileSync(new URL("kinds/facts.txt", import.meta.url), "utf8")
    .trimEnd()
    .split("\n\n")
    .flatMap((block) => {
      const all = block.split("\n");
      const names = all.filter((line) => line.startsWith("# "));
      return names.map((name): [string, string[]] => [name.slice(2), all.slice(names.length)]);
    }),
);

let cases: FileCases;
beforeAll(async () => {
  cases = await FileCases.create(embeddedFiles());
});

describe.each([
  ["one person's ratings", [...SERVICE_CASES, ...HISTORY_CASES, ...OTHER_THING_CASES, ...OWN_TABLE_CASES]],
  [
    "many people's ratings",
    [...HEADER_CASES, ...EVENT_CASES, ...DOCUMENT_CASES, ...PAPER_CASES, ...ROW_CASES],
  ],
  ["variants of these", [...OWN_VARIANT_CASES, ...VARIANT_CASES]],
  ["lists of titles", TITLE_LIST_CASES],
  [
    "kinds that were met later",
    [
      ...UNSEEN_CASES,
      ...UNSEEN_TOO_CASES,
      ...STRANGER_CASES,
      ...JSON_SHAPE_CASES,
      ...SURVEY_CASES,
      ...FURTHER_CASES,
    ],
  ],
  ["as published", [...PUBLISHED_CASES, ...PUBLISHED_TOO_CASES, ...ODD_SHAPE_CASES]],
  ["in words, hearts and other points", SCALE_CASES],
  ["columns that look like others", COLUMN_CASES],
  ["rows that are no ratings", HEADING_CASES],
  ["in other encodings", ENCODED_CASES],
  ["what holds no ratings", [...REFUSED_CASES, ...NOT_RATED_CASES]],
] as const)("%s", (_, all) => {
  it.each(all.map((one) => [one.name, one] as const))("%s", async (name, { files, next, answers, right }) => {
    const { isRight, outcome, expected, facts } = await cases.open(
      opened(files),
      next && opened(next),
      [right].flat(),
      answers,
    );
    if (!isRight) expect(outcome).toBe(expected);
    expect(facts).toEqual(FACTS.get(name));
  });
});

function opened(files: Record<string, Content>): DataFile[] {
  return Object.entries(files).map(([name, content]) => new File([content as BlobPart], name) as DataFile);
}
