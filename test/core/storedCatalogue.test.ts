import { openDB } from "idb";
import { expect, test } from "vitest";
import { deleteWithPieces } from "../../src/core/worker/storage/pieces.ts";
import {
  type CatalogueStore,
  getCatalogue,
  putCatalogue,
  putPieces,
} from "../../src/core/worker/storage/storedCatalogue.ts";
import type { Catalogue } from "../../src/dataset/Catalogue.ts";
import { toItemTags } from "../../src/dataset/matrices.ts";
import { StorageError } from "../../src/errors.ts";
import type { Layout, PieceKey, RatingsPiece } from "../../src/storage/database.ts";
import { withIndexedDB } from "../support/withIndexedDB.ts";

withIndexedDB();

/** More than a piece. */
const ROWS = 270_000;

function catalogueOf(rows: number): Catalogue {
  const numbers = new Int32Array(rows).map((_, i) => i % 1000);
  return {
    name: "any",
    likedFrom: 3,
    items: [],
    userFeatures: null,
    hasTitles: true,
    repeated: 0,
    nouns: { one: "film", many: "films" },
    skipped: { count: 0, rows: [] },
    ratings: {
      userIds: [],
      itemIds: [],
      users: numbers,
      items: numbers.toReversed(),
      ratings: Float32Array.from(numbers, (number) => (number % 10) / 2),
      timestamps: Uint32Array.from(numbers, (number) => 1_000_000_000 + number),
    },
  } as unknown as Catalogue;
}

async function open(name: string) {
  const database = await openDB<Layout>(name, 1, {
    upgrade: (fresh) => void fresh.createObjectStore("catalogues"),
  });
  const store = () => database.transaction("catalogues", "readwrite").store as CatalogueStore;
  const save = async (name: string, catalogue: Catalogue) => {
    const write = await putPieces(database, name, catalogue);
    await putCatalogue(store(), name, catalogue, write);
  };
  return { database, store, save };
}

function expectSame(stored: Catalogue | undefined, saved: Catalogue): void {
  const { ratings, ...rest } = stored as Catalogue;
  const { ratings: expected, ...others } = saved;
  expect(rest).toEqual(others);
  for (const column of ["users", "items", "ratings", "timestamps"] as const) {
    const [own, theirs] = [ratings, expected].map((table) => table[column] ?? []);
    expect(own.constructor).toBe(theirs.constructor);
    expect(own).toHaveLength(theirs.length);
    expect(theirs.findIndex((value, i) => value !== own[i])).toBe(-1);
  }
}

test("many ratings are saved in pieces, come back as they were, and leave nothing when they go", async () => {
  const { database, store, save } = await open("pieces");
  const rowsOf = async () =>
    (await database.getAll("catalogues")).map((record) =>
      "users" in record ? (record as RatingsPiece).users.length : (record as Catalogue).ratings.users.length,
    );

  const large = catalogueOf(ROWS);
  await save("any", large);
  await save("any other", catalogueOf(5));
  expect(Math.max(...(await rowsOf()))).toBeLessThan(ROWS);
  expectSame(await getCatalogue(store(), "any"), large);

  await save("any", catalogueOf(7));
  expect((await getCatalogue(store(), "any"))?.ratings.users).toHaveLength(7);
  expect(await rowsOf()).toEqual([7, 5]);

  await save("any", large);
  await deleteWithPieces(store(), "any");
  expect(await getCatalogue(store(), "any")).toBeUndefined();
  expect(await rowsOf()).toEqual([5]);
});

test("tags are saved, and what older versions saved has none", async () => {
  const { store, save } = await open("tags");
  const items = ["a", "b"].map((id) => ({ id, title: id, alternativeTitles: [], year: null, genres: [] }));
  const tags = {
    names: ["tag funny"],
    indptr: Int32Array.of(0, 0, 1),
    indices: Int32Array.of(0),
    data: Float32Array.of(0.5),
  };
  for (const rows of [5, ROWS]) {
    const untitled = catalogueOf(rows);
    const older = { ...untitled, items, ratings: { ...untitled.ratings, itemIds: ["a", "b"] } };
    await save("older", older);
    await save("tagged", { ...older, tags });
    const [before, after] = [await getCatalogue(store(), "older"), await getCatalogue(store(), "tagged")];
    expect(before && toItemTags(before)).toBeNull();
    expect(after?.tags).toEqual(tags);
    expect(after && toItemTags(after)).toMatchObject({ rows: 2, features: 1 });
  }
});

test("while one is written over, the one before is whole; what a closed tab left is deleted", async () => {
  const { database, store, save } = await open("over");
  const before = catalogueOf(ROWS);
  await save("any", before);
  const pieces = await database.count("catalogues");
  await putPieces(database, "any", catalogueOf(ROWS));
  await putPieces(database, "never saved", catalogueOf(ROWS));
  expectSame(await getCatalogue(store(), "any"), before);

  const after = catalogueOf(ROWS + 2);
  await save("any", after);
  expectSame(await getCatalogue(store(), "any"), after);
  expect(await database.count("catalogues")).toBe(pieces);
});

test("pieces as they were written before each write had a name come back, and go when it is written over", async () => {
  const { database, store, save } = await open("older");
  const { ratings, ...rest } = catalogueOf(ROWS);
  const some = (from: number, to: number) => ({
    users: ratings.users.slice(from, to),
    items: ratings.items.slice(from, to),
    ratings: ratings.ratings.slice(from, to),
    timestamps: ratings.timestamps?.slice(from, to) ?? null,
  });
  const head = { ...rest, ratings: { ...ratings, ...some(0, 0) }, rows: ROWS };
  await database.put("catalogues", head, "any");
  for (let from = 0; from < ROWS; from += 2 ** 18) {
    await database.put("catalogues", some(from, Math.min(ROWS, from + 2 ** 18)), ["any", from]);
  }
  expectSame(await getCatalogue(store(), "any"), catalogueOf(ROWS));
  const count = await database.count("catalogues");
  await save("any", catalogueOf(ROWS));
  expect(await database.count("catalogues")).toBe(count);
});

test("a piece that is gone is told, rather than read as nothing", async () => {
  const { database, store, save } = await open("torn");
  await save("any.csv, 99 bytes", catalogueOf(ROWS));
  const last = async () => (await database.getAllKeys("catalogues")).at(-1) as PieceKey;
  await database.delete("catalogues", await last());
  await expect(getCatalogue(store(), "any.csv, 99 bytes")).rejects.toThrow(
    new StorageError("any.csv is no longer saved. Open the file again."),
  );

  const write = await putPieces(database, "other", catalogueOf(ROWS));
  await database.delete("catalogues", await last());
  await expect(putCatalogue(store(), "other", catalogueOf(ROWS), write)).rejects.toBeInstanceOf(StorageError);
});
