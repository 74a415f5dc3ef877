import { deleteDB, openDB } from "idb";
import { expect, it } from "vitest";
import { getModels } from "../../src/core/worker/storage/modelPieces.ts";
import { createServices } from "../../src/services.ts";
import { DATABASE, openDatabase, type StoredModels } from "../../src/storage/database.ts";
import { filmsFile, ratingsFile, tasteRatings } from "../support/tasteFiles.ts";
import { withIndexedDB } from "../support/withIndexedDB.ts";

withIndexedDB();

/** What layout 2 held of a work and of its catalogue, as the page of 24 November 2026 wrote it. */
const WORK = ["name", "source", "ratings", "course", "keptAt", "usedAt", "dataBytes", "modelBytes"];
const CATALOGUE = [
  ...["name", "ratings", "likedFrom", "items", "userFeatures", "nouns", "hasTitles", "repeated", "skipped"],
];
const ITEM = ["id", "title", "alternativeTitles", "year", "genres"];

function only(names: readonly string[], value: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).filter(([name]) => names.includes(name)));
}

/** Saves what services hold, and puts it into a database of layout 2. */
async function saveAsLayout2(services: ReturnType<typeof createServices>, name: string): Promise<void> {
  await services.saved.save();
  const present = await openDatabase({ blocked: () => {}, closed: () => {} });
  const [work, catalogue, models] = await Promise.all([
    present.get("works", name),
    present.get("catalogues", name),
    present.get("models", name),
  ]);
  // Whole, as it was then.
  const whole = await getModels(present.transaction("models").store, name, models as StoredModels);
  present.close();
  await deleteDB(DATABASE);
  const older = await openDB(DATABASE, 2, {
    upgrade(database) {
      database.createObjectStore("ratings", { keyPath: ["dataset", "filmId"] });
      database.createObjectStore("works", { keyPath: "name" });
      for (const store of ["catalogues", "models"]) database.createObjectStore(store);
    },
  });
  const { items, ...others } = catalogue as { items: object[] };
  await older.put("works", only(WORK, work ?? {}));
  await older.put(
    "catalogues",
    only(CATALOGUE, { ...others, items: items.map((item) => only(ITEM, item)) }),
    name,
  );
  await older.put("models", whole, name);
  older.close();
}

it("data and model that layout 2 of the database held are opened, with the model's history", async () => {
  const before = createServices();
  await before.opening.open([ratingsFile(tasteRatings), filmsFile()], {});
  const { name } = await before.data.stage({ kind: "opened", choices: {} }, () => {});
  await before.data.adopt();
  const settings = { noComponents: 4, learningRate: 0.05, epochs: 3, threads: 1 };
  await before.training.train(settings, "new", () => {});
  const own = [{ filmId: "2", stars: 5 }];
  const list = await before.recommendations.forRatings(own, 5);
  await saveAsLayout2(before, name);

  const after = createServices();
  expect(await after.saved.list()).toMatchObject([{ name, record: { epochsDone: 3, imported: false } }]);
  await after.data.stage({ kind: "saved", name }, () => {});
  const { record } = await after.data.adopt();
  expect(record?.history.map(({ epoch }) => epoch)).toEqual([1, 2, 3]);
  expect(await after.recommendations.forRatings(own, 5)).toEqual(list);
});
