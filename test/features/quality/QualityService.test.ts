import { expect, test } from "vitest";
import { CHALLENGE_PARTS } from "../../../src/experiment/challenges/parts.ts";
import type { ChallengeFindings, QualityProgress } from "../../../src/features/quality/api.ts";
import { createServices } from "../../../src/services.ts";
import { openInto } from "../../support/openInto.ts";
import { filmsFile, ratingsFile, tasteRatings } from "../../support/tasteFiles.ts";

const SETTINGS = {
  seed: 7,
  rounds: 2,
  users: 40,
  attack: "segment",
  goal: "nuke",
  size: 0.2,
  noComponents: 8,
  learningRate: 0.025,
  epochs: 20,
} as const;

test("reports each part as it is found, and the same again with the same seed", async () => {
  const services = createServices();
  await openInto(services, [ratingsFile(tasteRatings), filmsFile()]);
  const heard: QualityProgress[] = [];
  const { stopped, result } = await services.quality.run(SETTINGS, CHALLENGE_PARTS, (progress) =>
    heard.push(progress),
  );
  expect(stopped).toBe(false);

  const done = heard.map((progress) => progress.done);
  expect(done).toEqual(done.toSorted((a, b) => a - b));
  const parts = heard.map(({ found }) => Object.keys(found).length);
  expect(parts).toEqual(parts.toSorted((a, b) => a - b));
  expect(heard.at(-1)?.found.accuracy).toEqual(result?.accuracy);
  // Two groups of users with opposite tastes: what is popular fits half of them.
  expect(result?.accuracy?.modelLessPopularity.auc.low).toBeGreaterThan(0);
  expect(result?.closedLoop?.policies[0].rounds).toHaveLength(2);
  expect(result?.robustness?.attacks.map(({ kind, goal }) => [kind, goal])).toEqual([["segment", "nuke"]]);
  expect(result?.robustness?.attacks[0].targetName).toMatch(/Film|Matrix/);

  // The files hold the same numbers, rows by their names.
  const found = result as ChallengeFindings;
  const { csv, json } = await services.quality.files({ found, settings: SETTINGS, version: "1" });
  expect(JSON.parse(json)).toMatchObject({
    seed: 7,
    epochs: 20,
    settings: { hyperparameters: { noComponents: 8 } },
    version: "1",
    challenges: { closedLoop: { settings: { rounds: 2 } } },
  });
  const lines = csv.split(/\r?\n/);
  const [action] = found.accuracy.byGenre.filter(({ name }) => name === "Action");
  expect(lines).toContain(`accuracy.byGenre.Action.auc.mean,${action.auc.mean}`);
  expect(lines).toContain(
    `robustness.attacks.segment nuke.attackers,${found.robustness.attacks[0].attackers}`,
  );
  expect(lines).toContain("seed,7");

  // One part alone finds what it found among the others, without training the model again.
  const doing = new Set<string>();
  const alone = await services.quality.run(SETTINGS, ["beyondAccuracy"], (news) => doing.add(news.doing));
  expect(alone.result).toEqual({ beyondAccuracy: result?.beyondAccuracy });
  expect([...doing]).toEqual(["Measuring variety and novelty"]);
  const longer = await services.quality.run({ ...SETTINGS, rounds: 3 }, ["closedLoop"], () => {});
  expect(longer.result?.closedLoop?.policies[0].rounds.slice(0, 2)).toEqual(
    result?.closedLoop?.policies[0].rounds,
  );

  // The model that is examined learns as the one in use did.
  const brief = await services.quality.run({ ...SETTINGS, epochs: 1 }, ["accuracy"], () => {});
  expect(brief.result?.accuracy?.model).not.toEqual(result?.accuracy?.model);
  expect(brief.result?.accuracy?.popularity).toEqual(result?.accuracy?.popularity);

  let first: QualityProgress["found"]["accuracy"];
  const again = await services.quality.run(SETTINGS, CHALLENGE_PARTS, ({ found }) => {
    if (!found.accuracy) return;
    first = found.accuracy;
    void services.job.cancel();
  });
  expect(again).toEqual({ stopped: true, result: null });
  expect(first).toEqual(result?.accuracy);

  // Any part can be stopped, and finds the same when it is run again.
  for (const part of CHALLENGE_PARTS) {
    const cut = await services.quality.run(SETTINGS, [part], () => void services.job.cancel());
    expect(cut).toEqual({ stopped: true, result: null });
  }
  const after = await services.quality.run(SETTINGS, ["robustness"], () => {});
  expect(after.result).toEqual({ robustness: result?.robustness });
});
