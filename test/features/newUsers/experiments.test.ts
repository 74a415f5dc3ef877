import { beforeEach, describe, expect, it } from "vitest";
import type { ReplayPoint } from "../../../src/experiment/hitRates.ts";
import type { ReplayProgress, SearchProgress, TuningProgress } from "../../../src/features/newUsers/api.ts";
import { createServices } from "../../../src/services.ts";
import { openInto } from "../../support/openInto.ts";
import { filmsFile, ratingsFile, tasteRatings } from "../../support/tasteFiles.ts";

const SETUP = {
  knownShare: 0.9,
  settings: { noComponents: 4, learningRate: 0.1, epochs: 5, threads: 1 },
};
const FASTEST = { perSecond: Number.POSITIVE_INFINITY, paused: false };
const ignore = () => {};

describe("the experiments", () => {
  const services = createServices();
  const { job, training, recommendations, tuning, comparison, replay } = services;
  beforeEach(() => openInto(services, [ratingsFile(tasteRatings), filmsFile()]));

  it("tunes along one run, and keeps what there is when it is stopped", async () => {
    let last: TuningProgress | undefined;
    expect((await tuning.tune(SETUP, (news) => (last = news))).stopped).toBe(false);
    const epochs = last?.points.map((point) => point.epochs) ?? [];
    expect(epochs).toEqual(epochs.toSorted((a, b) => a - b));
    expect(epochs.at(-1)).toBe(40);
    expect(last).toMatchObject({ done: 1, secondsLeft: 0 });
    for (const { auc } of last?.points ?? []) expect(auc).toBeGreaterThan(0.5);
    // Two groups of users with opposite tastes: what is popular fits half of them.
    expect(last?.examined?.difference.auc.low).toBeGreaterThan(0);

    const { stopped } = await tuning.tune(SETUP, (news) => {
      last = news;
      if (news.points.length >= 2) void job.cancel();
    });
    expect(stopped).toBe(true);
    expect(last?.points.slice(0, 2).map((point) => point.epochs)).toEqual([1, 2]);
    expect(last?.examined).toBeNull();
  });

  it("searches settings that the model can be trained with, and the best is among those tried", async () => {
    let last: SearchProgress | undefined;
    await tuning.search(SETUP, 20, (news) => {
      last = news;
      if (news.trials.length >= 4) void job.cancel();
    });
    const best = last?.trials.find(({ number }) => number === last?.best);
    expect(best?.settings.found).toBeDefined();
    const { result } = await training.train(
      { ...SETUP.settings, ...best?.settings, epochs: 2 },
      "new",
      ignore,
    );
    expect(result?.epochsDone).toBe(2);
    const recommended = await recommendations.forRatings([{ filmId: "2", stars: 5 }], 5);
    expect(recommended).toHaveLength(5);
  });

  it("compares three ways of adding new users, and follows the drift in order of time", async () => {
    const heard: number[] = [];
    const { result: ways } = await comparison.run(SETUP, ({ done }) => heard.push(done));
    expect(heard).toEqual(heard.toSorted((a, b) => a - b));
    expect(heard.at(-1)).toBe(1);
    for (const way of [ways?.fitPartial, ways?.foldIn, ways?.retrain]) {
      expect(way?.intervals.newUsers.auc.mean).toBeGreaterThan(0.5);
      expect(way?.folds).toHaveLength(5);
    }
    const added = tasteRatings.length - Math.floor(0.9 * tasteRatings.length);
    const lessPopularity = ways?.differences.fitPartialLessPopularity.newUsers.auc.mean;
    const popular = ways?.popularity.intervals.newUsers.auc.mean ?? 0;
    expect(lessPopularity).toBeCloseTo((ways?.fitPartial.intervals.newUsers.auc.mean ?? 0) - popular);
    const course = ways?.course ?? [];
    expect(course.at(-1)?.interactions).toBe(added);
    expect(course.at(-1)?.time).toBe(Math.max(...tasteRatings.map(({ seconds }) => seconds)));
    const times = course.map(({ time }) => time);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
  });

  it("replays every new rating, waits while it is paused, and gives an interval over users", async () => {
    const points: ReplayPoint[] = [];
    let paused = true;
    let last: ReplayProgress | undefined;
    const run = replay.run(SETUP, { ...FASTEST, paused }, (news) => {
      points.push(...news.points);
      last = news;
    });
    await new Promise((resolve) => setTimeout(resolve, 300));
    const whilePaused = points.length;
    paused = false;
    await replay.setPace(FASTEST);
    expect((await run).stopped).toBe(false);
    expect(whilePaused).toBeLessThanOrEqual(1);
    const added = tasteRatings.length - Math.floor(0.9 * tasteRatings.length);
    expect(points.map(({ replayed }) => replayed)).toEqual(Array.from({ length: added }, (_, i) => i + 1));
    expect(last?.perSecond).toBeGreaterThan(0);
    expect(last?.verdict).toMatch(/fold-in alone/);
    const { predicted = 0, byNewUsers = 0 } = points.at(-1) ?? {};
    expect(byNewUsers).toBeGreaterThan(0);
    expect(byNewUsers).toBeLessThan(predicted);
    const { users = 0, rates } = points.at(-1)?.recent ?? {};
    expect(users).toBeGreaterThan(3);
    for (const { mean, low, high } of [rates?.learning, rates?.foldIn].filter((rate) => rate !== undefined)) {
      expect(low).toBeLessThan(mean);
      expect(high).toBeGreaterThan(mean);
    }
  });
});
