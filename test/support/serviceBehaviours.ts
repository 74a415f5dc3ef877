import { beforeEach, describe, expect, it } from "vitest";
import type { Metrics, TrainingRecord, TrainingSettings } from "../../src/core/api/training.ts";
import type { Outcome } from "../../src/core/api/work.ts";
import type { Client } from "../../src/core/client/connect.ts";
import { ArgumentError, BusyError, CancelledError, NotReadyError } from "../../src/errors.ts";
import type { RecommendedFilm } from "../../src/features/forYou/api.ts";
import type { ExperimentSetup, UpdateProgress } from "../../src/features/newUsers/api.ts";
import type { BatchProgress } from "../../src/features/serving/api.ts";
import { RecommendationDatabase } from "../../src/features/serving/worker/RecommendationDatabase.ts";
import type { TrainingProgress } from "../../src/features/training/api.ts";
import type { Services } from "../../src/services.ts";
import { filmsFile, filmsOf, longRatingsFile, ratingsFile, tasteRatings } from "./tasteFiles.ts";

const SETTINGS: TrainingSettings = { noComponents: 8, learningRate: 0.05, epochs: 4, threads: 1 };
const SETUP: ExperimentSetup = { knownShare: 0.9, settings: SETTINGS };
/** More than anyone waits for: such a run ends because it is stopped. */
const ENDLESS = { ...SETTINGS, epochs: 100_000 };

const FILES = [ratingsFile(tasteRatings), filmsFile()];
const UNDATED = [ratingsFile(tasteRatings, { timestamps: false })];
const LONG = [longRatingsFile()];

const idsOf = (films: { id: string }[]) => films.map(({ id }) => id);
const ignore = () => {};
const stars = (ids: string[], given: number) => ids.map((filmId) => ({ filmId, stars: given }));
/** Whether the model has finished the epoch of an endless run, and its validation model is in it. */
const inValidation = ({ done }: TrainingProgress) => (done * ENDLESS.epochs) % 1 > 0.6;
const upTo = (last: number) => Array.from({ length: last }, (_, i) => i + 1);

/** What the services do, wherever they run. Those handed in have no data yet. */
export function serviceBehaviours(name: string, worker: Client<Services>): void {
  const stageOpened = (onProgress: (progress: { rows: number; checked?: number }) => void = ignore) =>
    worker.data.stage({ kind: "opened", choices: {} }, onProgress);
  const stage = async (
    files: File[],
    onProgress?: (progress: { rows: number; checked?: number }) => void,
  ) => {
    await worker.opening.open(files, {});
    return stageOpened(onProgress);
  };

  describe(name, () => {
    /** Trains and notes what is heard of it; `onNews` may interfere. */
    async function train(
      settings: TrainingSettings,
      mode: "new" | "continue",
      onNews: (news: TrainingProgress) => void = ignore,
    ) {
      const heard: TrainingProgress[] = [];
      const outcome = await worker.training.train(settings, mode, (news) => {
        heard.push(news);
        onNews(news);
      });
      const reports = heard.flatMap(({ report }) => report ?? []);
      return { outcome, heard, reports, epochs: reports.map(({ epoch }) => epoch) };
    }

    function trainedRecord({ result }: Outcome<TrainingRecord | null>): TrainingRecord {
      if (result === null) throw new Error("There is no model.");
      return result;
    }

    /** An endless run, once something has been heard of it. */
    async function endlessRun() {
      let begun: (() => void) | undefined;
      const first = new Promise<void>((resolve) => {
        begun = resolve;
      });
      const run = train(ENDLESS, "new", () => begun?.());
      await Promise.race([first, run]);
      return { run };
    }

    function expectGrowing(heard: { done: number }[]): void {
      const done = heard.map((news) => news.done);
      expect(done).toEqual(done.toSorted((a, b) => a - b));
      expect(done[0]).toBeGreaterThanOrEqual(0);
      expect(done[done.length - 1]).toBeLessThanOrEqual(1);
    }

    describe("before it has data", () => {
      it("says so, whatever it is asked for", async () => {
        const questions = [
          () => worker.data.adopt(),
          () => worker.catalogue.startingSet(5),
          () => worker.catalogue.search("matrix", 5),
          () => worker.catalogue.films(["1"]),
          () => worker.training.train(SETTINGS, "continue", ignore),
          () => worker.recommendations.forRatings([], 5),
          () => worker.importRatings.match(),
          () => worker.modelFile.export(),
          () => worker.timeline.get(),
          () => worker.update.run(SETUP, ignore),
          () => worker.update.newUser("1", 5),
          () => worker.tuning.tune(SETUP, ignore),
          () => worker.comparison.run(SETUP, ignore),
          () => worker.replay.run(SETUP, { perSecond: 1, paused: false }, ignore),
          () => worker.serving.open(),
          () => worker.serving.build(10, ignore),
          () => worker.serving.measure(),
          () => worker.serving.lookUp("1"),
          () => worker.serving.file(),
        ];
        for (const question of questions) await expect(question()).rejects.toThrow(NotReadyError);
        await Promise.all([worker.job.cancel(), worker.data.discard()]);
      });
    });

    describe("with data", () => {
      beforeEach(async () => {
        await stage(FILES);
        await worker.data.adopt();
      });

      it("reads what the files say", async () => {
        const heard: number[] = [];
        const summary = await stage(FILES, ({ rows, checked }) => checked ?? heard.push(rows));
        const seconds = tasteRatings.map((rating) => rating.seconds);
        expect(summary).toMatchObject({
          name: `ratings.csv, ${FILES[0].size} bytes`,
          source: "file",
          users: 80,
          items: 30,
          interactions: tasteRatings.length,
          positives: tasteRatings.filter((rating) => rating.stars >= 3).length,
          period: { from: Math.min(...seconds), to: Math.max(...seconds) },
          skipped: { count: 0 },
          hasTitles: true,
        });
        expect(summary.histogram).toEqual(
          upTo(10).map((half) => ({
            rating: half / 2,
            count: tasteRatings.filter((rating) => rating.stars === half / 2).length,
          })),
        );
        expect(heard).toEqual([tasteRatings.length, 30]);
        expect(await worker.data.adopt()).toEqual({ dataset: summary, record: null });
        await expect(worker.data.adopt()).rejects.toThrow(NotReadyError);
      });

      it("finds films, and offers a varied starting set", async () => {
        const matrix = { id: "1", title: "The Matrix", year: 1999, genres: ["Action", "Sci-Fi"] };
        expect(await worker.catalogue.search("MATRIX", 5)).toMatchObject({ films: [matrix], isExact: true });
        expect((await worker.catalogue.search("film", 7)).films).toHaveLength(7);
        expect(await worker.catalogue.films(["4", "no such film", "1"])).toMatchObject([
          { title: "Film 4" },
          matrix,
        ]);
        const set = idsOf(await worker.catalogue.startingSet(12));
        expect(new Set(set).size).toBe(12);
        expect(idsOf(await worker.catalogue.startingSet(12))).toEqual(set);
      });

      it("recommends nothing before it is trained", async () => {
        await expect(worker.recommendations.forRatings([], 5)).rejects.toThrow(NotReadyError);
        await expect(worker.update.newUser("80", 5)).rejects.toThrow(NotReadyError);
        expect((await worker.catalogue.films(["1"]))[0].vector).toHaveLength(0);
      });

      it("keeps data and model when another file cannot be read or its reading is stopped", async () => {
        await train(SETTINGS, "new");
        const before = await worker.recommendations.forRatings(stars(["2"], 5), 10);
        const broken = new File(["name,colour\nLéon,red\n"], "broken.csv");
        await expect(stage([broken])).rejects.toMatchObject({
          name: "DataFileError",
          message: expect.stringContaining("broken.csv"),
        });
        await worker.opening.open(LONG, {});
        const stopped = expect(stageOpened()).rejects.toThrow(CancelledError);
        await worker.data.discard();
        await stopped;
        await stage(UNDATED);
        await worker.data.discard();
        await expect(worker.data.adopt()).rejects.toThrow(NotReadyError);
        expect(await worker.recommendations.forRatings(stars(["2"], 5), 10)).toEqual(before);
      });

      it("reads what it was asked last", async () => {
        await worker.opening.open(LONG, {});
        const dropped = expect(stageOpened()).rejects.toThrow(CancelledError);
        const staged = await worker.data.stage({ kind: "opened", choices: { likedFrom: 4 } }, ignore);
        await dropped;
        expect(staged.likedFrom).toBe(4);
        expect((await worker.data.adopt()).dataset).toEqual(staged);
      });

      it("reports every epoch in order, with figures, before it says that it is done", async () => {
        const { outcome, heard, reports, epochs } = await train(SETTINGS, "new");
        expect(epochs).toEqual([1, 2, 3, 4]);
        expectGrowing(heard);
        expect(heard[heard.length - 1]).toMatchObject({ done: 1, epoch: 4, lastEpoch: 4, secondsLeft: 0 });
        for (const report of reports) {
          expect(Object.values(report).every(Number.isFinite)).toBe(true);
          expect(report.lastEpoch).toBe(4);
        }
        const record = trainedRecord(outcome);
        expect(outcome.stopped).toBe(false);
        expect(record).toMatchObject({ settings: SETTINGS, epochsDone: 4, stopped: false, history: reports });
        const popularity = heard[0].popularity as Metrics;
        expect(record.popularity).toEqual(popularity);
        expect(popularity.auc).toBeGreaterThan(0);
        expect(popularity.precisionAt10).toBeGreaterThan(0);
        expect(reports[3].auc).toBeGreaterThan(popularity.auc);
        expect((await worker.catalogue.films(["1"]))[0].vector).toHaveLength(SETTINGS.noComponents);
      });

      it.each([
        ["while the model trains", (news: TrainingProgress) => !news.report && !inValidation(news)],
        ["while the validation model trains", (news: TrainingProgress) => !news.report && inValidation(news)],
        ["when an epoch has ended", ({ report }: TrainingProgress) => report !== null],
      ])("stops %s, and continues with no epoch unreported", async (_when, isMoment) => {
        const first = await train(ENDLESS, "new", (news) => {
          if (news.epoch === 3 && isMoment(news)) void worker.job.cancel();
        });
        const { epochsDone } = trainedRecord(first.outcome);
        expect(first.outcome.stopped).toBe(true);
        expectGrowing(first.heard);

        const second = await train(SETTINGS, "continue");
        expectGrowing(second.heard);
        expect(second.outcome.stopped).toBe(false);
        expect(trainedRecord(second.outcome).epochsDone).toBe(epochsDone + SETTINGS.epochs);
        expect([...first.epochs, ...second.epochs]).toEqual(upTo(epochsDone + SETTINGS.epochs));
      });

      it("keeps the current model when a new one is stopped before its first epoch", async () => {
        await train(SETTINGS, "new");
        let before: RecommendedFilm[];
        let stopped: Awaited<ReturnType<typeof train>>;
        do {
          before = await worker.recommendations.forRatings(stars(["2"], 5), 10);
          const run = train(ENDLESS, "new");
          void worker.job.cancel();
          stopped = await run;
          // Another thread of a busy machine may hear of it when the first epoch is over: that shows nothing.
        } while (stopped.heard.some(inValidation) && (await train(SETTINGS, "new")));
        expect(stopped.outcome.stopped).toBe(true);
        expect(trainedRecord(stopped.outcome).epochsDone).toBe(SETTINGS.epochs);
        expect(await worker.recommendations.forRatings(stars(["2"], 5), 10)).toEqual(before);
      });

      it("runs one job at a time, and answers meanwhile", async () => {
        const { run } = await endlessRun();
        await expect(worker.training.train(SETTINGS, "continue", ignore)).rejects.toThrow(BusyError);
        await expect(worker.update.run(SETUP, ignore)).rejects.toThrow(BusyError);
        expect((await worker.catalogue.search("matrix", 1)).films).toHaveLength(1);
        await worker.job.cancel();
        expect((await run).outcome.stopped).toBe(true);
      });

      it("stops training when other data is adopted, and forgets the model", async () => {
        const { run } = await endlessRun();
        const staged = await stage(UNDATED);
        expect((await worker.data.adopt()).dataset).toEqual(staged);
        expect((await run).outcome.stopped).toBe(true);
        await expect(worker.recommendations.forRatings([], 5)).rejects.toThrow(NotReadyError);
        expect((await train(SETTINGS, "continue")).epochs).toEqual([1, 2, 3, 4]);
      });

      it("recommends what suits the ratings, in whatever order they come, and nothing that is rated", async () => {
        await train({ ...SETTINGS, epochs: 20 }, "new");
        for (const taste of [0, 1]) {
          const liked = filmsOf(taste).slice(0, 4);
          const disliked = filmsOf(1 - taste).slice(0, 2);
          const ratings = [...stars(liked, 5), ...stars(disliked, 1)];
          const films = await worker.recommendations.forRatings(ratings, 1000);
          expect(idsOf(films).slice(0, 8).toSorted()).toEqual(
            filmsOf(taste)
              .filter((id) => idsOf(films).slice(0, 8).includes(id))
              .toSorted(),
          );
          expect(idsOf(films).toSorted()).toEqual(
            [...filmsOf(0), ...filmsOf(1)].filter((id) => ![...liked, ...disliked].includes(id)).toSorted(),
          );
          const likedTitles = (await worker.catalogue.films(liked)).map(({ title }) => title);
          expect(likedTitles).toEqual(expect.arrayContaining(films[0].becauseOf));
          expect(await worker.recommendations.forRatings(ratings.toReversed(), 1000)).toEqual(films);
          expect(
            await worker.recommendations.forRatings([...stars(["no such film"], 5), ...ratings], 1000),
          ).toEqual(films);
        }
        expect(await worker.recommendations.forRatings(stars(["no such film"], 5), 5)).toHaveLength(5);
      });

      it("adds the users of the last tenth of the time, and recommends to them", async () => {
        const heard: UpdateProgress[] = [];
        const longer = { ...SETUP, settings: { ...SETTINGS, epochs: 20 } };
        const { result: outcome } = await worker.update.run(longer, (news) => heard.push(news));

        const byTime = tasteRatings.toSorted((a, b) => a.seconds - b.seconds);
        const cut = Math.floor(0.9 * byTime.length);
        const current = new Set(byTime.slice(0, cut).map(({ user }) => user));
        const arrived = byTime.slice(cut).filter(({ user }) => !current.has(user));
        const arrivedIds = [...new Set(arrived.map(({ user }) => String(user)))];
        expect(arrivedIds).toHaveLength(4);
        expect(outcome).toMatchObject({
          boundary: byTime[cut].seconds,
          known: cut,
          new: byTime.length - cut,
          knownUsers: current.size,
        });
        const newUsers = outcome?.newUsers ?? [];
        expect(idsOf(newUsers).toSorted()).toEqual(arrivedIds.toSorted());
        expectGrowing(heard);
        expect(heard[heard.length - 1]).toEqual({ phase: "fitPartial", done: 1, secondsLeft: 0 });

        for (const { id, interactions, positives } of newUsers) {
          const own = arrived.filter(({ user }) => String(user) === id);
          const likes = own.filter((rating) => rating.stars >= 3).map((rating) => rating.stars);
          expect({ interactions, positives }).toEqual({ interactions: own.length, positives: likes.length });
          const { rated, recommended } = await worker.update.newUser(id, 1000);
          expect(rated.map(({ rating }) => rating)).toEqual(likes.toSorted((a, b) => b - a));
          expect(idsOf(recommended).toSorted()).toEqual(
            upTo(30)
              .filter((film) => !own.some((rating) => rating.film === film))
              .map(String)
              .toSorted(),
          );
          const taste = filmsOf(Number(id) % 2);
          expect(taste).toContain(recommended[0].id);
          expect(taste).toContain(recommended[1].id);
        }
        const known = String([...current][0]);
        await expect(worker.update.newUser(known, 5)).rejects.toThrow(NotReadyError);
      });

      it("stops adding new users, and then has added none", async () => {
        const run = worker.update.run({ ...SETUP, settings: ENDLESS }, ({ done }) => {
          if (done > 0) void worker.job.cancel();
        });
        expect(await run).toEqual({ stopped: true, result: null });
        await expect(worker.update.newUser("80", 5)).rejects.toThrow(NotReadyError);
      });

      it("builds a database of everyone's recommendations, which answers as the model does", async () => {
        await train(SETTINGS, "new");
        await expect(worker.serving.lookUp("1")).rejects.toThrow(NotReadyError);
        const heard: BatchProgress[] = [];
        const { result: batch } = await worker.serving.build(7, (news) => heard.push(news));
        expect(batch).toMatchObject({ users: 80, perUser: 7, rows: 80 * 7, epochs: SETTINGS.epochs });
        // Node has no private files as a browser does.
        expect(batch?.notSaved).toBe("This browser can’t save files for this site.");
        expect(await worker.serving.open()).toEqual(batch);
        expectGrowing(heard.filter(({ phase }) => phase === "fill"));

        const file = new Uint8Array(await (await worker.serving.file()).arrayBuffer());
        expect(file.length).toBe(batch?.bytes);
        const database = await RecommendationDatabase.open(file);
        const rated = tasteRatings.filter(({ user }) => user === 11).map(({ film }) => String(film));
        const { batch: looked, onDemand } = await worker.serving.lookUp("11");
        expect(idsOf(looked)).toEqual(database?.lookUp("11"));
        expect(idsOf(looked)).toEqual(idsOf(onDemand));
        expect(idsOf(looked).filter((id) => rated.includes(id))).toEqual([]);
        expect(database?.lookUp("nobody")).toEqual([]);
        database?.close();
        expect(await worker.serving.measure()).toMatchObject({ stale: 0, epochs: SETTINGS.epochs });
        await expect(worker.serving.lookUp("nobody")).rejects.toThrow(ArgumentError);
      });

      it("keeps the current database when the next is stopped, and measures how stale it is", async () => {
        await train(SETTINGS, "new");
        const { result: batch } = await worker.serving.build(10, ignore);
        await train({ ...SETTINGS, epochs: 20 }, "continue");
        const run = worker.serving.build(10, ignore);
        await worker.job.cancel();
        expect(await run).toEqual({ stopped: true, result: null });
        expect(await worker.serving.open()).toEqual(batch);
        const { stale, epochs } = await worker.serving.measure();
        expect(stale).toBeGreaterThan(0);
        expect(epochs).toBe(SETTINGS.epochs + 20);
        await stage(FILES);
        await worker.data.adopt();
        await expect(worker.serving.file()).rejects.toThrow(NotReadyError);
      });

      it("refuses to say who is new in data without timestamps", async () => {
        expect((await stage(UNDATED)).period).toBeNull();
        await worker.data.adopt();
        await expect(worker.update.run(SETUP, ignore)).rejects.toThrow(NotReadyError);
      });
    });
  });
}
