import "fake-indexeddb/auto";
import { openDB } from "idb";
import { expect, test } from "vitest";
import {
  deleteCatalogue,
  getCatalogue,
  putCatalogue,
} from "../../src/core/worker/storage/storedCatalogue.ts";
import type { Catalogue } from "../../src/dataset/Catalogue.ts";
import { toItemTags } from "../../src/dataset/matrices.ts";
import { StorageError } from "../../src/errors.ts";

/** More than two pieces. */
const ROWS = 600_000;

function catalogueOf(rows: number): Catalogue {
  const numbers = Int32Array.from({ length: rows }, (_, i) => i % 1000);
  return {
    ...{ name: "any", likedFrom: 3, items: [], userFeatures: null, hasTitles: true, repeated: 0 },
    nouns: { one: "film", many: "films" },
    skipped: { count: 0, rows: [] },
    ratings: {
      ...{ userIds: [], itemIds: [], users: numbers, items: numbers.toReversed() },
      ratings: Float32Array.from(numbers, (number) => (number % 10) / 2),
      timestamps: Uint32Array.from(numbers, (number) => 1_000_000_000 + number),
    },
  } as unknown as Catalogue;
}

test("many ratings are saved in pieces, come back as they were, and leave nothing when they go", async () => {
  const database = await openDB("pieces", 1, {
    upgrade: (fresh) => void fresh.createObjectStore("catalogues"),
  });
  const store = () => database.transaction("catalogues", "readwrite").store as never;
  const rowsOf = async () =>
    (
      (await database.getAll("catalogues")) as {
        users?: Int32Array;
        ratings: { users?: Int32Array };
      }[]
    ).map(({ users, ratings }) => (users ?? ratings.users)?.length);

  const large = catalogueOf(ROWS);
  await putCatalogue(store(), "any", large);
  await putCatalogue(store(), "any other", catalogueOf(5));
  expect(Math.max(...(await rowsOf()).map(Number))).toBeLessThan(ROWS / 2);
  const { ratings, ...rest } = (await getCatalogue(store(), "any")) as Catalogue;
  const { ratings: expected, ...others } = large;
  expect(rest).toEqual(others);
  for (const column of ["users", "items", "ratings", "timestamps"] as const) {
    const [own, theirs] = [ratings, expected].map((table) => table[column] ?? []);
    expect(own.constructor).toBe(theirs.constructor);
    expect(own).toHaveLength(ROWS);
    expect(theirs.findIndex((value, i) => value !== own[i])).toBe(-1);
  }

  await putCatalogue(store(), "any", catalogueOf(7));
  expect((await getCatalogue(store(), "any"))?.ratings.users).toHaveLength(7);
  expect(await rowsOf()).toEqual([7, 5]);

  await putCatalogue(store(), "any", large);
  await deleteCatalogue(store(), "any");
  expect(await getCatalogue(store(), "any")).toBeUndefined();
  expect(await rowsOf()).toEqual([5]);
});

test("tags are saved, and what older versions saved has none", async () => {
  const database = await openDB("tags", 1, {
    upgrade: (fresh) => void fresh.createObjectStore("catalogues"),
  });
  const store = () => database.transaction("catalogues", "readwrite").store as never;
  const tags = {
    names: ["tag funny"],
    indptr: Int32Array.of(0, 0, 1),
    indices: Int32Array.of(0),
    data: Float32Array.of(0.5),
  };
  const items = ["a", "b"].map((id) => ({ id, title: id, alternativeTitles: [], year: null, genres: [] }));
  for (const rows of [5, ROWS]) {
    const older = { ...catalogueOf(rows), items };
    await putCatalogue(store(), "older", older);
    await putCatalogue(store(), "tagged", { ...older, tags });
    const [before, after] = [await getCatalogue(store(), "older"), await getCatalogue(store(), "tagged")];
    expect(before && toItemTags(before)).toBeNull();
    expect(after?.tags).toEqual(tags);
    expect(after && toItemTags(after)).toMatchObject({ rows: 2, features: 1 });
  }
});

test("a piece that is gone is told, rather than read as nothing", async () => {
  const database = await openDB("torn", 1, {
    upgrade: (fresh) => void fresh.createObjectStore("catalogues"),
  });
  const store = () => database.transaction("catalogues", "readwrite").store as never;
  await putCatalogue(store(), "any", catalogueOf(ROWS));
  const keys = await database.getAllKeys("catalogues");
  await database.delete("catalogues", keys[keys.length - 1]);
  await expect(getCatalogue(store(), "any")).rejects.toBeInstanceOf(StorageError);
});
