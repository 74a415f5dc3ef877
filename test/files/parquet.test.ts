import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import type { DataFile } from "../../src/files/ByteSource.ts";
import { openDropped } from "../../src/importers/openDropped.ts";

const FOLDER = new URL("../fixtures/parquet/", import.meta.url);
const NAMES = readdirSync(FOLDER).filter((name) => name.endsWith(".parquet"));
const DAY = 86_400;
const NOON = Date.UTC(2020, 0, 1, 12) / 1000;

it.each(NAMES)("%s, as PyArrow and pandas write it, is read through the one way in", async (name) => {
  const dropped = await openDropped([new File([readFileSync(new URL(name, FOLDER))], name) as DataFile]);
  if (dropped.kind !== "dataset") throw new Error(dropped.kind);
  const { ratings, items, unrated, skipped } = await dropped.data.read();
  const { userIds, itemIds, timestamps } = ratings;
  expect([userIds.length, itemIds.length, ratings.ratings.length, unrated, skipped.count]).toEqual([
    8, 6, 36, 4, 0,
  ]);
  // Ids beyond what a double holds exactly.
  expect(userIds.slice(0, 2)).toEqual(["9007199254740993", "9007199254740994"]);
  expect([...ratings.ratings.slice(0, 3)]).toEqual([1, 1.5, 2]);
  expect(items[0]).toMatchObject({ title: "Film 1 é", genres: ["Drama", "War"] });
  const first = name === "date.parquet" ? NOON - DAY / 2 : NOON;
  expect([...(timestamps ?? []).slice(0, 2)]).toEqual([first, first + DAY]);
});
