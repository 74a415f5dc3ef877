import { expect, it } from "vitest";
import { OpeningStore } from "../../../src/core/page/opening/OpeningStore.ts";
import { RatingsStore } from "../../../src/core/page/ratings/RatingsStore.ts";
import { DataStore } from "../../../src/features/data/page/DataStore.ts";
import { ENOUGH, StartStore } from "../../../src/features/forYou/page/start/StartStore.ts";
import { pageInProcess } from "../../support/pageInProcess.ts";
import { filmsFile, ratingsFile, tasteRatings } from "../../support/tasteFiles.ts";

it("asks about one film after the other, again about none, until enough is known", async () => {
  const { context, stores } = pageInProcess([OpeningStore, RatingsStore, StartStore, DataStore]);
  stores.get(OpeningStore).open([ratingsFile(tasteRatings), filmsFile()]);
  await context.workspace.until(({ dataset }) => dataset !== null);
  const start = stores.get(StartStore);
  await start.until(({ isOpen }) => isOpen === true);
  expect(await context.worker.start.next([], [], []), "nobody knows before there is a model").toBeUndefined();
  expect(start.get().film, "so that room is kept for it").toBeUndefined();
  await context.worker.training.train(
    { noComponents: 4, learningRate: 0.05, epochs: 2, threads: 1 },
    "new",
    () => {},
  );
  context.events.emit("modelChanged", { finished: true });
  const asked = new Set<string>();
  const next = async () => {
    await start.until(({ film }) => !!film && !asked.has(film.id));
    const { film } = start.get();
    if (!film) throw new Error("Nothing is asked.");
    asked.add(film.id);
    return film;
  };

  const first = await next();
  const [other] = (await context.worker.catalogue.startingSet(24)).filter(({ id }) => id !== first.id);
  stores.get(RatingsStore).rate(other, 4);
  await start.until(({ given }) => given === 1);
  expect(start.get().film, "while something else is rated").toBe(first);
  stores.get(RatingsStore).undo();
  await start.until(({ given }) => given === 0);
  start.skip();
  for (let given = 0; given < ENOUGH; given++) {
    const film = await next();
    expect(start.get()).toMatchObject({ given, goal: ENOUGH, isOpen: true });
    stores.get(RatingsStore).rate(film, 4);
  }
  await start.until(({ given }) => given === ENOUGH);
  start.goOn();
  expect(start.get().goal).toBe(2 * ENOUGH);
  start.close();
  expect(start.get().isOpen).toBe(false);
});
