import { beforeAll, describe, expect, it } from "vitest";
import type { DataFile } from "../../src/files/ByteSource.ts";
import type { Answers } from "../../src/files/Question.ts";
import { FileCases, type Right } from "../support/FileCases.ts";
import { embeddedFiles } from "../support/movielens.ts";
import { DATA_CASES } from "./kinds/dataSets.ts";
import { OWN_CASES } from "./kinds/own.ts";
import { REFUSED_CASES } from "./kinds/refused.ts";
import type { Content } from "./kinds/sample.ts";
import { ENCODED_CASES } from "./kinds/written.ts";

/** Files that strangers bring, and what a reasonable person expects of them. */
export interface KindCase {
  name: string;
  files: Record<string, Content>;
  /** Opened once the first were taken over. */
  next?: Record<string, Content>;
  answers?: Answers;
  right: Right | readonly Right[];
}

let cases: FileCases;
beforeAll(async () => {
  cases = await FileCases.create(embeddedFiles());
});

describe.each([
  ["one person's ratings", OWN_CASES],
  ["many people's ratings", DATA_CASES],
  ["in other encodings", ENCODED_CASES],
  ["what holds no ratings", REFUSED_CASES],
] as const)("%s", (_, all) => {
  it.each(all.map((one) => [one.name, one] as const))("%s", async (_, { files, next, answers, right }) => {
    const { isRight, outcome, expected } = await cases.open(
      opened(files),
      next && opened(next),
      [right].flat(),
      answers,
    );
    if (!isRight) expect(outcome).toBe(expected);
  });
});

function opened(files: Record<string, Content>): DataFile[] {
  return Object.entries(files).map(([name, content]) => new File([content as BlobPart], name) as DataFile);
}
