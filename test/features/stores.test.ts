import { describe, expect, it, vi } from "vitest";
import type { Film } from "../../src/core/api/Film.ts";
import { OpeningStore } from "../../src/core/page/opening/OpeningStore.ts";
import { RatingsStore } from "../../src/core/page/ratings/RatingsStore.ts";
import { DataStore } from "../../src/features/data/page/DataStore.ts";
import { TrainingStore } from "../../src/features/training/page/TrainingStore.ts";
import { pageInProcess } from "../support/pageInProcess.ts";
import { filmsFile, ratingsFile, tasteRatings } from "../support/tasteFiles.ts";

const QUICK = { noComponents: 4, learningRate: 0.05, epochs: 2, threads: 1 };
const ENDLESS = { ...QUICK, epochs: 100_000 };
const FILES = [ratingsFile(tasteRatings), filmsFile()];
const OTHER = [ratingsFile(tasteRatings.slice(0, 400))];

/** A page whose first files are in use; nothing trains by itself unless it has a TrainingStore. */
async function page({ trains = false } = {}) {
  const { context, stores } = pageInProcess([
    OpeningStore,
    RatingsStore,
    DataStore,
    ...(trains ? [TrainingStore] : []),
  ]);
  const { workspace, worker } = context;
  const { open } = stores.get(OpeningStore);
  open(FILES);
  await workspace.until(({ dataset }) => dataset !== null);
  return { context, stores, workspace, worker, open, data: stores.get(DataStore) };
}

describe("DataStore", () => {
  it("asks before files replace the data: cancelled, all stays; confirmed, they are in use", async () => {
    const { workspace, data, open } = await page();
    const { dataset } = workspace.get();
    expect(dataset?.interactions).toBe(tasteRatings.length);

    open(OTHER);
    await data.until(({ staged }) => staged !== null);
    expect(data.get().staged?.interactions).toBe(400);
    data.cancel();
    expect(data.get()).toEqual({ staged: null, opened: null });
    expect(workspace.get().dataset).toBe(dataset);

    open(OTHER);
    await data.until(({ staged }) => staged !== null);
    data.replace();
    await workspace.until((state) => state.dataset !== dataset);
    expect(workspace.get()).toMatchObject({ dataset: { interactions: 400 }, model: null, reading: null });
    expect(data.get()).toEqual({ staged: null, opened: null });
  });

  it("says what is wrong with files that cannot be used, and offers to choose their columns", async () => {
    const { context, workspace, data, open } = await page();
    const { dataset } = workspace.get();
    open([new File(["user,item,rating\n1,1,4\n1,2,3\n"], "lonely.csv")]);
    const isAboutFile = ({ message }: { message: string }) => message.includes("lonely.csv");
    await context.alerts.until(({ alerts }) => alerts.some(isAboutFile));
    const [{ message, remedy }] = context.alerts.get().alerts.filter(isAboutFile);
    expect(message).toMatch(/more than one user/);
    expect(remedy?.label).toBe("Choose columns");
    remedy?.run();
    await data.until(({ opened }) => opened !== null);
    expect(data.get().opened).toMatchObject({ problem: message, choices: {} });
    expect(workspace.get().dataset).toBe(dataset);
  });
});

describe("RatingsStore", () => {
  it("rates, changes, removes and undoes, and says each time what there is", async () => {
    const { context, stores, worker } = await page();
    const heard: [id: string, stars: number][][] = [];
    context.events.on("ratingsChanged", (all) => heard.push(all.map(({ filmId, stars }) => [filmId, stars])));
    const ratings = stores.get(RatingsStore);
    const [one, other] = await worker.catalogue.films(["1", "2"]);

    ratings.rate(one, 5);
    ratings.rate(one, 4);
    ratings.rate(one, 4);
    ratings.unrate("1");
    expect(ratings.get()).toMatchObject({ list: [], undoable: "Removed The Matrix" });
    ratings.undo();
    ratings.add(imported([one, other], 3), "2 ratings from Letterboxd");
    expect(ratings.get().undoable).toBe("2 ratings from Letterboxd");
    ratings.undo();
    ratings.undo();
    ratings.undo();
    expect(ratings.get().undoable).toBeNull();
    expect(heard).toEqual([
      [["1", 5]],
      [["1", 4]],
      [],
      [["1", 4]],
      [
        ["1", 3],
        ["2", 3],
      ],
      [["1", 4]],
      [["1", 5]],
      [],
    ]);
  });

  it("lists the latest first when the clock is set back", async () => {
    const { stores, worker } = await page();
    const ratings = stores.get(RatingsStore);
    const [one, other] = await worker.catalogue.films(["1", "2"]);
    ratings.rate(one, 5);
    const clock = vi.spyOn(Date, "now").mockReturnValue(Date.now() - 86_400_000);
    ratings.rate(other, 4);
    clock.mockRestore();
    expect(ratings.get().list.map(({ film }) => film.id)).toEqual(["2", "1"]);
  });

  it("keeps the ratings of other data for when it returns, where the browser saves none", async () => {
    const { workspace, stores, worker, data, open } = await page();
    const ratings = stores.get(RatingsStore);
    const [film] = await worker.catalogue.films(["1"]);
    ratings.rate(film, 5);
    for (const [files, expected] of [
      [OTHER, []],
      [FILES, [{ film: { id: "1" }, stars: 5 }]],
    ] as const) {
      const { dataset } = workspace.get();
      open([...files]);
      await data.until(({ staged }) => staged !== null);
      data.replace();
      await workspace.until((state) => state.dataset !== dataset);
      await ratings.until(({ list }) => list.length === expected.length);
      expect(ratings.get().list).toMatchObject(expected);
    }
    // Node has no database, and the store says so.
    expect(ratings.get().areSaved).toBe(false);
  });
});

describe("TrainingStore", () => {
  it("trains on new data by itself, continues, and stops with what it has", async () => {
    const { context, workspace, stores } = await page({ trains: true });
    const training = stores.get(TrainingStore);
    const changes: boolean[] = [];
    context.events.on("modelChanged", ({ finished }) => changes.push(finished));
    await training.until(({ run }) => run !== null);
    await context.jobs.cancel();
    await training.train(QUICK, "new");
    expect(workspace.get().model).toMatchObject({ origin: "here", epochsDone: 2, stopped: false });
    await training.train(QUICK, "continue");
    expect(workspace.get().model?.history.map(({ epoch }) => epoch)).toEqual([1, 2, 3, 4]);
    expect(changes.at(-1)).toBe(true);

    const run = training.train(ENDLESS, "continue");
    await training.until((state) => (state.run?.history.length ?? 0) > 5);
    expect(context.jobs.get().job?.name).toBe("training");
    training.setPaused(true);
    await training.until(({ run }) => run?.progress?.isPaused === true);
    expect(context.jobs.get().job?.status).toMatch(/^Paused after epoch \d+ of \d+$/);
    training.setPaused(false);
    await training.until(({ run }) => run?.progress?.isPaused === false);
    expect(context.jobs.get().job?.status).toMatch(/^Learning from /);
    await context.jobs.cancel();
    await run;
    expect(training.get().run).toBeNull();
    const { model } = workspace.get();
    expect(model?.stopped).toBe(true);
    expect(model?.epochsDone).toBeGreaterThan(5);
  });
});

const imported = (films: Film[], stars: number) => films.map((film) => ({ film, stars, ratedAt: null }));
