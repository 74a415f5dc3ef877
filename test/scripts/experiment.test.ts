import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { experiment } from "../../scripts/experiment/experiment.ts";
import { readArguments } from "../../scripts/experiment/readArguments.ts";
import { root } from "../../scripts/run.js";
import { filmsFile, ratingsFile, tasteRatings } from "../support/tasteFiles.ts";

let folder = "";
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "matinee-experiment-"));
  mkdirSync(join(folder, "taste"));
  mkdirSync(join(folder, "empty"));
  for (const file of [ratingsFile(tasteRatings), filmsFile()]) {
    writeFileSync(join(folder, "taste", file.name), await file.text());
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What the experiment prints. */
async function printed(...args: string[]): Promise<string> {
  let out = "";
  const print = (text: string) => {
    out += `${text}\n`;
  };
  const output = { print, tell: () => undefined, signal: new AbortController().signal };
  await experiment(readArguments(args), output);
  return out;
}

it("prints every step as a table and writes what it found", async () => {
  const json = join(folder, "found.json");
  const args = ["--data", join(folder, "taste"), "--seed", "3", "--epochs", "4,2", "--json", json];
  const report = join(folder, "report.html");
  const out = await printed(...args, "--user", "79", "--search", "0.5", "--report", report);
  for (const step of ["1.", "2.", "3.", "4.", "5.", "6."]) expect(out).toContain(`\n${step}`.trimStart());
  const found = JSON.parse(readFileSync(json, "utf8"));
  const { length } = tasteRatings;
  const current = Math.floor(0.9 * length);
  expect(found.data).toEqual({
    users: 80,
    items: 30,
    interactions: length,
    current,
    new: length - current,
    newUsers: 4,
  });
  expect(found.tuning.map(({ epochs }: { epochs: number }) => epochs)).toEqual([2, 4]);
  const number = expect.any(Number);
  const accuracy = { auc: number, precisionAt10: number };
  const interval = { mean: number, low: number, high: number, users: number };
  const intervals = { auc: interval, precisionAt10: interval, ndcgAt10: interval };
  expect(found.validation).toEqual({
    ...accuracy,
    ndcgAt10: number,
    epochs: number,
    chosenEpochs: [found.validation.epochs],
    intervals,
  });
  expect(found.popularity).toEqual({ ...accuracy, intervals });
  for (const way of [found.fitPartial, found.foldIn, found.retrain, found.retrainThenFitPartial]) {
    expect(way).toMatchObject({ newUsers: accuracy, seconds: number, intervals: { newUsers: intervals } });
  }
  expect(found.fitPartial).toMatchObject({ epochs: number, oldUsers: accuracy, drift: number });
  expect(found.differences.fitPartialLessRetrain).toMatchObject({ newUsers: intervals });
  expect(found.seeds).toEqual({ count: 1, deviations: null });
  // Also where no list holds any of it, the interval says what that tells of other users.
  const { longTailShare } = found.beyondAccuracy.popularity.intervals;
  expect(longTailShare.high).toBeGreaterThan(longTailShare.mean);
  expect(out).not.toContain("0.0% [0.0%, 0.0%]");
  const { rated, recommended } = found.newUser;
  const liked = tasteRatings.filter(({ user, stars }) => user === 79 && stars >= 3);
  expect(rated).toHaveLength(liked.length);
  expect(rated).toContain(`Film ${liked.at(-1)?.film} (2001)`);
  expect(recommended.filter((title: string) => rated.includes(title))).toEqual([]);

  const html = readFileSync(report, "utf8");
  for (const plot of ["Tuning: AUC by number of epochs", "Old users: precision at 10"]) {
    expect(html).toContain(`aria-label="${plot}`);
  }
  expect(html).toContain(found.fitPartial.intervals.newUsers.auc.mean.toFixed(4));
});

it("puts several seeds together", async () => {
  const json = join(folder, "seeds.json");
  const report = join(folder, "seeds.html");
  const out = await printed(
    ...["--data", join(folder, "taste"), "--seeds", "2", "--epochs", "2"],
    ...["--replay", "--challenges", "--json", json, "--report", report],
  );
  expect(out).toContain("Standard deviation between 2 seeds");
  const found = JSON.parse(readFileSync(json, "utf8"));
  expect(found.seeds.count).toBe(2);
  expect(found.validation.chosenEpochs).toHaveLength(2);
  expect(found.seeds.deviations.fitPartial.newUsers.auc).toBeGreaterThanOrEqual(0);
  const { epochs, chosenEpochs } = found.fitPartial;
  expect(chosenEpochs).toHaveLength(10);
  expect(epochs).toBe(chosenEpochs.toSorted((a: number, b: number) => a - b)[5]);
  const { rates, course } = found.replay;
  expect(rates.foldIn.mean).toBeGreaterThan(0);
  expect(course).toHaveLength(10);
  const { mean, low, high } = course[9].recent.rates.learning;
  expect(low).toBeLessThan(mean);
  expect(high).toBeGreaterThan(mean);
  // Each figure of the course is on the terminal, and in the report with its picture.
  const html = readFileSync(report, "utf8");
  for (const text of [out, html])
    expect(text).toContain(`${mean.toFixed(4)} [${low.toFixed(4)}, ${high.toFixed(4)}]`);
  expect(html).toContain('aria-label="Replay: hit rate at 10');
  for (const step of ["7.", "8.", "9.", "10.", "11."]) expect(out).toContain(`\n${step}`);
  const parts = ["accuracy", "beyondAccuracy", "popularityBias", "closedLoop", "robustness"];
  expect(Object.keys(found.challenges)).toEqual(parts);
  expect(found.challengesBySeed.map(({ seed }: { seed: number }) => seed)).toEqual([42, 43]);
  const aucs = [found.challenges, ...found.challengesBySeed].map(({ accuracy }) => accuracy.model.auc.mean);
  expect(aucs[0]).toBeCloseTo((aucs[1] + aucs[2]) / 2);
  expect(aucs[1]).not.toBe(aucs[2]);
  expect(found.challengesSpread[0].deviation).toBeCloseTo(Math.abs(aucs[1] - aucs[2]) / Math.SQRT2);
});

it("takes a folder of the older layouts, with what it tells of users", async () => {
  const older = join(folder, "ml-1m");
  mkdirSync(older);
  const write = (name: string, lines: (string | number)[][]) =>
    writeFileSync(join(older, name), lines.map((line) => `${line.join("::")}\n`).join(""));
  const numbers = (name: "user" | "film") => [...new Set(tasteRatings.map((rating) => rating[name]))];
  write(
    "ratings.dat",
    tasteRatings.map(({ user, film, stars, seconds }) => [user, film, Math.ceil(stars), seconds]),
  );
  write(
    "movies.dat",
    numbers("film").map((film) => [film, `Film ${film} (1995)`, film % 2 === 1 ? "Action" : "Drama"]),
  );
  write(
    "users.dat",
    numbers("user").map((user) => [user, user % 2 === 1 ? "F" : "M", 25, 4, "12345"]),
  );
  writeFileSync(join(older, "README"), "About the data.\n");
  const out = await printed("--data", older, "--epochs", "4");
  expect(out).toContain("ratings of 30 films by 80 users");
});

describe("what cannot be done is said in one plain message", () => {
  const cases: [what: string, args: () => string[], message: RegExp][] = [
    ["a missing folder", () => ["--data", join(folder, "none")], /There is no folder .*none/],
    ["an empty folder", () => ["--data", join(folder, "empty")], /holds no files/],
    ["a user nobody knows", () => ["--data", join(folder, "taste"), "--user", "99"], /There is no user 99/],
    ["a file in no folder", () => ["--json", join(folder, "none", "x.json")], /there is no folder .*none/],
  ];
  it.each(cases)("%s", async (_, args, message) => {
    await expect(printed(...args())).rejects.toThrow(message);
  });
});

it("ends with a code and one sentence, after which comes the usage if an option was wrong", () => {
  const command = (...args: string[]) =>
    spawnSync(process.execPath, ["--import", "tsx", "scripts/experiment.ts", ...args], {
      cwd: root,
      encoding: "utf8",
    });
  const wrong = command("--epoch", "3");
  expect(wrong.status).toBe(2);
  expect(wrong.stderr.trim()).toMatch(/^Unknown option '--epoch'\.\nUsage: npm run experiment -- .*$/);
  const missing = command("--data", join(folder, "none"));
  expect(missing.status).toBe(2);
  expect(missing.stderr.trim()).toMatch(/^There is no folder .*none.*$/);
});

it("reads its arguments and says what each may be", () => {
  const none = { seed: 42, seeds: 1, replay: false, challenges: false };
  expect(readArguments([])).toEqual(none);
  expect(readArguments(["--epochs", "40, 10,10"]).epochs).toEqual([10, 40]);
  expect(readArguments(["--seed", "7", "--search", "1.5"])).toEqual({ ...none, seed: 7, search: 1.5 });
  for (const [args, message] of [
    [["--seed", "1.5"], "--seed must be a whole number from 0"],
    [["--seeds", "0"], "--seeds must be a whole number from 1 to 100"],
    [["--seed", ""], "--seed must be a whole number"],
    [["--seed"], "Option '--seed <value>' argument missing"],
    [["--epochs", "10,"], "--epochs must be a whole number from 1 to 10000, or several"],
    [["--epochs", "0"], "--epochs must be"],
    [["--search", "soon"], "--search must be a number of seconds above 0"],
    [["--search", "0"], "--search must be"],
    [["--search", "-5"], 'not "-5"'],
    [["--data", ""], "--data is empty"],
    [["ratings.csv"], "Unexpected argument 'ratings.csv'"],
  ] as const) {
    expect(() => readArguments([...args])).toThrow(message);
  }
});
