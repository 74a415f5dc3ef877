import { expect, test } from "vitest";
import { CompanionDatabase } from "../../../src/features/forYou/page/together/CompanionDatabase.ts";
import { emptyDatabase } from "../../../src/storage/deletion.ts";
import { withIndexedDB } from "../../support/withIndexedDB.ts";

withIndexedDB();

const HEAT = { filmId: "6", stars: 4.5 };
const SEVEN = { filmId: "47", stars: 2 };

test("a second person's ratings come back in order, those of each data set apart", async () => {
  const before = new CompanionDatabase(() => {});
  await before.save("films", [HEAT, SEVEN]);
  await before.save("books", [SEVEN]);

  const after = new CompanionDatabase(() => {});
  expect(await after.load("films")).toEqual([HEAT, SEVEN]);
  await after.save("films", []);
  expect(await after.load("films")).toEqual([]);
  expect(await after.load("books")).toEqual([SEVEN]);
});

test("deleting everything deletes the second person", async () => {
  const database = new CompanionDatabase(() => {});
  await database.save("films", [HEAT]);
  expect(await emptyDatabase(4000)).toBe(true);
  expect(await database.load("films")).toEqual([]);
});
