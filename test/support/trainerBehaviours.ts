import { beforeEach, describe, expect, it } from "vitest";
import type {
  ArrivalProgress,
  ArrivalSettings,
  RecommendedFilm,
  Trainer,
  TrainingProgress,
  TrainingSettings,
} from "../../src/core/api.ts";
import type { BatchProgress } from "../../src/features/serving/api.ts";
import { RecommendationDatabase } from "../../src/features/serving/worker/RecommendationDatabase.ts";
import { filmsFile, filmsOf, longRatingsFile, ratingsFile, tasteRatings } from "./tasteFiles.ts";

const SETTINGS: TrainingSettings = { noComponents: 8, learningRate: 0.05, epochs: 4, threads: 1 };
const ARRIVALS: ArrivalSettings = { ...SETTINGS, currentShare: 0.9 };
/** More than anyone waits for: such a run ends because it is stopped. */
const ENDLESS = { ...ARRIVALS, epochs: 100_000 };

const FILES = { kind: "files" as const, files: [ratingsFile(tasteRatings), filmsFile()] };
const UNDATED = { kind: "files" as const, files: [ratingsFile(tasteRatings, { timestamps: false })] };
const LONG = { kind: "files" as const, files: [longRatingsFile()] };

const named = (name: string) => ({ name });
const idsOf = (films: { id: string }[]) => films.map(({ id }) => id);
const ignore = () => {};
const stars = (ids: string[], given: number) => ids.map((filmId) => ({ filmId, stars: given }));
/** Whether the model has ended the epoch of an endless run, and its twin is in it. */
const inTwin = ({ done }: TrainingProgress) => (done * ENDLESS.epochs) % 1 > 0.6;
const upTo = (last: number) => Array.from({ length: last }, (_, i) => i + 1);

/** What every trainer does, wherever it runs. The one that is handed in has no data yet. */
export function trainerBehaviours(name: string, trainer: Trainer): void {
  describe(name, () => {
    /** Trains and notes what is heard of it; `onNews` may interfere. */
    async function train(
      settings: TrainingSettings,
      mode: "anew" | "on",
      onNews: (news: TrainingProgress) => void = ignore,
    ) {
      const heard: TrainingProgress[] = [];
      const outcome = await trainer.train(settings, mode, (news) => {
        heard.push(news);
        onNews(news);
      });
      const reports = heard.flatMap(({ report }) => report ?? []);
      return { outcome, heard, reports, epochs: reports.map(({ epoch }) => epoch) };
    }

    /** An endless run, once something has been heard of it. */
    async function endlessRun() {
      let begun: (() => void) | undefined;
      const first = new Promise<void>((resolve) => {
        begun = resolve;
      });
      const run = train(ENDLESS, "anew", () => begun?.());
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
          () => trainer.adopt(),
          () => trainer.startingSet(5),
          () => trainer.search("matrix", 5),
          () => trainer.films(["1"]),
          () => trainer.train(SETTINGS, "on", ignore),
          () => trainer.recommend([], 5),
          () => trainer.timeline(),
          () => trainer.takeInNewUsers(ARRIVALS, ignore),
          () => trainer.newUser("1", 5),
          () => trainer.openBatch(),
          () => trainer.makeBatch(10, ignore),
          () => trainer.measureServing(),
          () => trainer.lookUp("1"),
          () => trainer.batchFile(),
        ];
        for (const question of questions)
          await expect(question()).rejects.toMatchObject(named("NotReadyError"));
        await Promise.all([trainer.stop(), trainer.discard()]);
        expect(await trainer.ping()).toBe(true);
      });
    });

    describe("with data", () => {
      beforeEach(async () => {
        await trainer.stage(FILES, ignore);
        await trainer.adopt();
      });

      it("has read what the files say", async () => {
        const heard: number[] = [];
        const summary = await trainer.stage(FILES, ({ rows }) => heard.push(rows));
        const seconds = tasteRatings.map((rating) => rating.seconds);
        expect(summary).toMatchObject({
          name: `ratings.csv, ${FILES.files[0].size} bytes`,
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
        expect(await trainer.adopt()).toEqual(summary);
        await expect(trainer.adopt()).rejects.toMatchObject(named("NotReadyError"));
      });

      it("finds and shows films, and offers a set to start from", async () => {
        const matrix = { id: "1", title: "The Matrix", year: 1999, genres: ["Action", "Sci-Fi"] };
        expect(await trainer.search("MATRIX", 5)).toMatchObject([matrix]);
        expect(await trainer.search("film", 7)).toHaveLength(7);
        expect(await trainer.films(["4", "no such film", "1"])).toMatchObject([{ title: "Film 4" }, matrix]);
        const set = idsOf(await trainer.startingSet(12));
        expect(new Set(set).size).toBe(12);
        expect(idsOf(await trainer.startingSet(12))).toEqual(set);
      });

      it("knows no taste before it has learnt", async () => {
        await expect(trainer.recommend([], 5)).rejects.toMatchObject(named("NotReadyError"));
        await expect(trainer.newUser("80", 5)).rejects.toMatchObject(named("NotReadyError"));
        expect((await trainer.films(["1"]))[0].vector).toHaveLength(0);
      });

      it("keeps data and model when another file cannot be read or its reading is stopped", async () => {
        await train(SETTINGS, "anew");
        const before = await trainer.recommend(stars(["2"], 5), 10);
        const broken = new File(["name,colour\nLéon,red\n"], "broken.csv");
        await expect(trainer.stage({ kind: "files", files: [broken] }, ignore)).rejects.toMatchObject({
          name: "DataFileError",
          message: expect.stringContaining("broken.csv"),
        });
        const stopped = expect(trainer.stage(LONG, ignore)).rejects.toMatchObject(named("CancelledError"));
        await trainer.discard();
        await stopped;
        await trainer.stage(UNDATED, ignore);
        await trainer.discard();
        await expect(trainer.adopt()).rejects.toMatchObject(named("NotReadyError"));
        expect(await trainer.recommend(stars(["2"], 5), 10)).toEqual(before);
      });

      it("reads what it was asked last", async () => {
        const dropped = expect(trainer.stage(LONG, ignore)).rejects.toMatchObject(named("CancelledError"));
        const staged = await trainer.stage(UNDATED, ignore);
        await dropped;
        expect(await trainer.adopt()).toEqual(staged);
      });

      it("reports every epoch in order, with figures, before it says that it is done", async () => {
        const { outcome, heard, reports, epochs } = await train(SETTINGS, "anew");
        expect(epochs).toEqual([1, 2, 3, 4]);
        expectGrowing(heard);
        expect(heard[heard.length - 1]).toMatchObject({ done: 1, epoch: 4, lastEpoch: 4, secondsLeft: 0 });
        for (const report of reports) {
          expect(Object.values(report).every(Number.isFinite)).toBe(true);
          expect(report.lastEpoch).toBe(4);
        }
        expect(outcome).toMatchObject({ settings: SETTINGS, epochsDone: 4, stopped: false });
        expect(outcome.popularity.auc).toBeGreaterThan(0);
        expect(outcome.popularity.precisionAt10).toBeGreaterThan(0);
        expect(heard[0].popularity).toEqual(outcome.popularity);
        expect(reports[3].auc).toBeGreaterThan(outcome.popularity.auc);
        expect((await trainer.films(["1"]))[0].vector).toHaveLength(SETTINGS.noComponents);
      });

      it.each([
        ["while the model learns", (news: TrainingProgress) => !news.report && !inTwin(news)],
        ["while its twin learns", (news: TrainingProgress) => !news.report && inTwin(news)],
        ["when an epoch has ended", ({ report }: TrainingProgress) => report !== null],
      ])("stops %s, and trains on with no epoch unreported", async (_when, isMoment) => {
        const first = await train(ENDLESS, "anew", (news) => {
          if (news.epoch === 3 && isMoment(news)) void trainer.stop();
        });
        const { epochsDone } = first.outcome;
        expect(first.outcome.stopped).toBe(true);
        expectGrowing(first.heard);

        const second = await train(SETTINGS, "on");
        expectGrowing(second.heard);
        expect(second.outcome).toMatchObject({ epochsDone: epochsDone + SETTINGS.epochs, stopped: false });
        expect([...first.epochs, ...second.epochs]).toEqual(upTo(epochsDone + SETTINGS.epochs));
      });

      it("keeps the model that stands when a new one is stopped before its first epoch", async () => {
        await train(SETTINGS, "anew");
        let before: RecommendedFilm[];
        let stopped: Awaited<ReturnType<typeof train>>;
        do {
          before = await trainer.recommend(stars(["2"], 5), 10);
          const run = train(ENDLESS, "anew");
          void trainer.stop();
          stopped = await run;
          // Another thread of a busy machine may hear of it when the first epoch is over: that shows nothing.
        } while (stopped.heard.some(inTwin) && (await train(SETTINGS, "anew")));
        expect(stopped.outcome).toMatchObject({ epochsDone: SETTINGS.epochs, stopped: true });
        expect(await trainer.recommend(stars(["2"], 5), 10)).toEqual(before);
      });

      it("does one thing at a time, and answers meanwhile", async () => {
        const { run } = await endlessRun();
        await expect(trainer.train(SETTINGS, "on", ignore)).rejects.toMatchObject(named("BusyError"));
        await expect(trainer.takeInNewUsers(ARRIVALS, ignore)).rejects.toMatchObject(named("BusyError"));
        expect(await trainer.ping()).toBe(true);
        expect(await trainer.search("matrix", 1)).toHaveLength(1);
        await trainer.stop();
        expect((await run).outcome.stopped).toBe(true);
      });

      it("ends training when other data is taken over, and forgets the model", async () => {
        const { run } = await endlessRun();
        const staged = await trainer.stage(UNDATED, ignore);
        expect(await trainer.adopt()).toEqual(staged);
        expect((await run).outcome.stopped).toBe(true);
        await expect(trainer.recommend([], 5)).rejects.toMatchObject(named("NotReadyError"));
        expect((await train(SETTINGS, "on")).epochs).toEqual([1, 2, 3, 4]);
      });

      it("recommends what suits the ratings, in whatever order they come, and nothing that is rated", async () => {
        await train({ ...SETTINGS, epochs: 20 }, "anew");
        for (const taste of [0, 1]) {
          const liked = filmsOf(taste).slice(0, 4);
          const disliked = filmsOf(1 - taste).slice(0, 2);
          const ratings = [...stars(liked, 5), ...stars(disliked, 1)];
          const films = await trainer.recommend(ratings, 1000);
          expect(idsOf(films).slice(0, 8).toSorted()).toEqual(
            filmsOf(taste)
              .filter((id) => idsOf(films).slice(0, 8).includes(id))
              .toSorted(),
          );
          expect(idsOf(films).toSorted()).toEqual(
            [...filmsOf(0), ...filmsOf(1)].filter((id) => ![...liked, ...disliked].includes(id)).toSorted(),
          );
          const likedTitles = (await trainer.films(liked)).map(({ title }) => title);
          expect(likedTitles).toEqual(expect.arrayContaining(films[0].becauseOf));
          expect(await trainer.recommend(ratings.toReversed(), 1000)).toEqual(films);
          expect(await trainer.recommend([...stars(["no such film"], 5), ...ratings], 1000)).toEqual(films);
        }
        expect(await trainer.recommend(stars(["no such film"], 5), 5)).toHaveLength(5);
      });

      it("takes in those who come in the last tenth of the time, and recommends to them", async () => {
        const heard: ArrivalProgress[] = [];
        const outcome = await trainer.takeInNewUsers({ ...ARRIVALS, epochs: 20 }, (news) => heard.push(news));

        const byTime = tasteRatings.toSorted((a, b) => a.seconds - b.seconds);
        const cut = Math.floor(0.9 * byTime.length);
        const current = new Set(byTime.slice(0, cut).map(({ user }) => user));
        const arrived = byTime.slice(cut).filter(({ user }) => !current.has(user));
        const arrivedIds = [...new Set(arrived.map(({ user }) => String(user)))];
        expect(arrivedIds).toHaveLength(4);
        expect(outcome).toMatchObject({
          boundary: byTime[cut].seconds,
          current: cut,
          new: byTime.length - cut,
          currentUsers: current.size,
        });
        const newUsers = outcome?.newUsers ?? [];
        expect(idsOf(newUsers).toSorted()).toEqual(arrivedIds.toSorted());
        expectGrowing(heard);
        expect(heard[heard.length - 1]).toEqual({ phase: "fitPartial", done: 1, secondsLeft: 0 });

        for (const { id, interactions, positives } of newUsers) {
          const own = arrived.filter(({ user }) => String(user) === id);
          const likes = own.filter((rating) => rating.stars >= 3).map((rating) => rating.stars);
          expect({ interactions, positives }).toEqual({ interactions: own.length, positives: likes.length });
          const { rated, recommended } = await trainer.newUser(id, 1000);
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
        await expect(trainer.newUser(known, 5)).rejects.toMatchObject(named("NotReadyError"));
      });

      it("stops taking in new users, and then has taken in none", async () => {
        const run = trainer.takeInNewUsers(ENDLESS, ({ done }) => {
          if (done > 0) void trainer.stop();
        });
        expect(await run).toBeNull();
        await expect(trainer.newUser("80", 5)).rejects.toMatchObject(named("NotReadyError"));
      });

      it("makes a database of everybody's recommendations, which answers as the model does", async () => {
        await train(SETTINGS, "anew");
        await expect(trainer.lookUp("1")).rejects.toMatchObject(named("NotReadyError"));
        const heard: BatchProgress[] = [];
        const batch = await trainer.makeBatch(7, (news) => heard.push(news));
        expect(batch).toMatchObject({ users: 80, perUser: 7, rows: 80 * 7, epochs: SETTINGS.epochs });
        // Node keeps no files as a browser does.
        expect(batch?.notKept).toBe("This browser keeps no files for Matinee.");
        expect(await trainer.openBatch()).toEqual(batch);
        expectGrowing(heard.filter(({ phase }) => phase === "fill"));

        const file = new Uint8Array(await (await trainer.batchFile()).arrayBuffer());
        expect(file.length).toBe(batch?.bytes);
        const database = await RecommendationDatabase.open(file);
        const rated = tasteRatings.filter(({ user }) => user === 11).map(({ film }) => String(film));
        const { batch: looked, onDemand } = await trainer.lookUp("11");
        expect(idsOf(looked)).toEqual(database?.lookUp("11"));
        expect(idsOf(looked)).toEqual(idsOf(onDemand));
        expect(idsOf(looked).filter((id) => rated.includes(id))).toEqual([]);
        expect(database?.lookUp("nobody")).toEqual([]);
        database?.close();
        expect(await trainer.measureServing()).toMatchObject({ stale: 0, epochs: SETTINGS.epochs });
        await expect(trainer.lookUp("nobody")).rejects.toMatchObject(named("ArgumentError"));
      });

      it("keeps the database that stands when the next is stopped, and knows how stale it has become", async () => {
        await train(SETTINGS, "anew");
        const batch = await trainer.makeBatch(10, ignore);
        await train({ ...SETTINGS, epochs: 20 }, "on");
        const run = trainer.makeBatch(10, ignore);
        await trainer.stop();
        expect(await run).toBeNull();
        expect(await trainer.openBatch()).toEqual(batch);
        const { stale, epochs } = await trainer.measureServing();
        expect(stale).toBeGreaterThan(0);
        expect(epochs).toBe(SETTINGS.epochs + 20);
        await trainer.stage(FILES, ignore);
        await trainer.adopt();
        await expect(trainer.batchFile()).rejects.toMatchObject(named("NotReadyError"));
      });

      it("cannot tell who is new in data without timestamps", async () => {
        expect((await trainer.stage(UNDATED, ignore)).period).toBeNull();
        await trainer.adopt();
        await expect(trainer.takeInNewUsers(ARRIVALS, ignore)).rejects.toMatchObject(named("NotReadyError"));
      });
    });
  });
}
