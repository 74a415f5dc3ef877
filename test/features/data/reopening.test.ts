import { expect, test } from "vitest";
import type { ReadingProgress } from "../../../src/core/api/DatasetSummary.ts";
import { OpeningService } from "../../../src/core/worker/OpeningService.ts";
import { SavedWorks } from "../../../src/core/worker/storage/SavedWorks.ts";
import { Workspace } from "../../../src/core/worker/Workspace.ts";
import { DataService } from "../../../src/features/data/worker/DataService.ts";
import { SavedService } from "../../../src/features/saved/worker/SavedService.ts";
import { TrainingService } from "../../../src/features/training/worker/TrainingService.ts";
import { openInto } from "../../support/openInto.ts";
import { withIndexedDB } from "../../support/withIndexedDB.ts";

withIndexedDB();

const USERS = 3000;
/** More than two pieces. */
const ROWS = 600_000;
const SETTINGS = { noComponents: 2, learningRate: 0.05, epochs: 1, threads: 1 };

test("opening saved data again tells how far its pieces are read, then how far it and its model are made ready", async () => {
  const lines = Array.from(
    { length: ROWS },
    (_, i) => `${i % USERS},${Math.floor(i / USERS)},${i % 20 ? 1 : 5}\n`,
  );
  const file = new File(["userId,movieId,rating\n", lines.join("")], "ratings.csv");
  const works = new SavedWorks();
  const workspace = new Workspace();
  const data = new DataService(workspace, works);
  await openInto({ opening: new OpeningService(workspace), data }, [file]);
  await new TrainingService(workspace, works.checkpoints).train(SETTINGS, "new", () => {});
  await new SavedService(workspace, works).save();

  const told: ReadingProgress[] = [];
  const { name } = workspace.data.summary;
  await data.stage({ kind: "saved", name }, (progress) => void told.push(progress));
  expect(told.every(({ file, totalBytes }) => file === "ratings.csv" && totalBytes > 0)).toBe(true);
  const pieces = told.filter(({ checked }) => checked === undefined);
  expect(new Set(pieces.map(({ rows }) => rows))).toEqual(new Set([2 ** 18, 2 ** 19, ROWS]));
  const read = pieces.map(({ bytes, totalBytes }) => bytes / totalBytes);
  expect(read).toEqual(read.toSorted((one, other) => one - other));
  expect(read.at(-1)).toBeCloseTo(1, 9);
  const checked = told.slice(pieces.length).map((progress) => progress.checked as number);
  expect(checked).toEqual(checked.toSorted((one, other) => one - other));
  for (const [from, to] of [
    [0, 0.5],
    [0.5, 1],
  ]) {
    expect(checked.filter((share) => share > from && share < to).length).toBeGreaterThan(1);
  }
});
