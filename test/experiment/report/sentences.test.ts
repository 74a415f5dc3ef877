import { describe, expect, it } from "vitest";
import type { AccuracyFindings } from "../../../src/experiment/challenges/accuracy.ts";
import type { RobustnessFindings } from "../../../src/experiment/challenges/attacks.ts";
import type { ClosedLoopFindings } from "../../../src/experiment/challenges/closedLoop.ts";
import type { BeyondAccuracyFindings } from "../../../src/experiment/challenges/frontier.ts";
import type { PopularityBiasFindings } from "../../../src/experiment/challenges/popularityBias.ts";
import {
  change,
  changeOfShare,
  coarseInterval,
  points,
  share,
} from "../../../src/experiment/report/format.ts";
import {
  accuracySentence,
  closedLoopSentence,
  frontierSentence,
  popularityBiasSentence,
  robustnessSentence,
} from "../../../src/experiment/report/sentences.ts";

const of = (mean: number, within = 0.01) => ({ mean, low: mean - within, high: mean + within, users: 60 });
const nobody = { mean: Number.NaN, low: Number.NaN, high: Number.NaN, users: 0 };
const oneUser = (mean: number) => ({ mean, low: Number.NaN, high: Number.NaN, users: 1 });

it("gives a figure its sign only if something is left of it, and a dash if there is none", () => {
  expect([0.02, -0.02, 0, -0.00001].map(change)).toEqual(["+0.0200", "−0.0200", "0.0000", "0.0000"]);
  expect([0.02, -0.02, -0.0001].map(changeOfShare)).toEqual(["+2.0%", "−2.0%", "0.0%"]);
  expect([0.02, -0.0012, 0.00001].map(points)).toEqual(["+2.0", "−0.12", "0.00"]);
  expect([change(Number.NaN), share(Number.NaN), coarseInterval(nobody)]).toEqual(["–", "–", "–"]);
});

describe("accuracy", () => {
  const found = (groups: [name: string, figure: ReturnType<typeof of>][]) =>
    ({
      model: { precisionAt10: of(0.3) },
      popularity: { precisionAt10: of(0.2) },
      modelLessPopularity: { precisionAt10: of(0.1) },
      peers: [],
      byActivity: groups.map(([name, precisionAt10]) => ({ name, figures: { precisionAt10 } })),
    }) as unknown as AccuracyFindings;

  it("compares the users of whom least and most is known, if there are two such groups", () => {
    const lead =
      "Of ten recommendations to 60 users, 3.0 (2.9 to 3.1) on average are likes that were held back: more than the 2.0 (1.9 to 2.1) of recommending the most liked.";
    expect(
      accuracySentence(
        found([
          ["few", of(0.1)],
          ["many", of(0.4)],
        ]),
      ),
    ).toBe(
      `${lead} For the quarter of users with the fewest known likes (few) it is 1.0 (0.9 to 1.1), for the quarter with the most (many) 4.0 (3.9 to 4.1); but they also have more left to find.`,
    );
    expect(
      accuracySentence(
        found([
          ["few", of(0.4)],
          ["many", of(0.1)],
        ]),
      ),
    ).toMatch(/\(many\) 1\.0 \(0\.9 to 1\.1\)\.$/);
    expect(
      accuracySentence(
        found([
          ["few", nobody],
          ["many", of(0.1)],
        ]),
      ),
    ).toBe(lead);
    expect(accuracySentence(found([]))).toBe(lead);
  });
});

describe("beyond accuracy", () => {
  const found = (
    changes: number[],
    { rare = 0, diversity = [0.1, 0.2] as (number | null)[], genres = [] as unknown[] } = {},
  ) =>
    ({
      model: { coverage: of(0.1) },
      popularityControl: [{ value: -1, coverage: of(0.3), precisionChange: of(rare) }],
      varietyControl: [0, ...changes].map((change, i) => ({
        value: i / 2,
        precisionChange: of(change),
        diversityChange: i === 0 ? of(0) : diversity[i - 1] === null ? null : of(diversity[i - 1] as number),
      })),
      genres,
    }) as unknown as BeyondAccuracyFindings;

  it("calls variety free up to where it first costs", () => {
    expect(frontierSentence(found([0, -0.02]))).toBe(
      "Variety up to 0.5 costs no precision beyond noise and raises diversity by 0.1000 (0.0900 to 0.1100). Lists reach 10.0% (9.0% to 11.0%) of the catalogue; with the popularity control at “rare” it is 30.0% (29.0% to 31.0%), with no change in precision beyond noise.",
    );
    // A gain is not a cost, and what is free beyond a cost is not reached.
    expect(frontierSentence(found([0.02, 0.02]))).toContain("Variety up to 1 costs no precision");
    expect(frontierSentence(found([-0.02, 0]))).toContain(
      "Variety costs precision from the first step on: 0.0200 (0.0100 to 0.0300) at 0.5.",
    );
    expect(frontierSentence(found([0, 0], { diversity: [-0.1, -0.1] }))).toContain(
      "lowers diversity by 0.1000",
    );
    expect(frontierSentence(found([0, 0], { diversity: [0, 0.005] }))).toContain(
      "leaves diversity as it is, within noise.",
    );
  });

  it("needs no genres", () => {
    expect(frontierSentence(found([0, 0], { diversity: [null, null] }))).toMatch(
      /^Variety up to 1 costs no precision beyond noise\. /,
    );
  });

  it("words a loss as a cost and a gain as a gain", () => {
    expect(frontierSentence(found([0, 0], { rare: -0.02 }))).toMatch(
      /at a cost of 0\.0200 \(0\.0100 to 0\.0300\) in precision\.$/,
    );
    expect(frontierSentence(found([0, 0], { rare: 0.02 }))).toMatch(
      /with a gain of 0\.0200 \(0\.0100 to 0\.0300\) in precision\.$/,
    );
  });

  it("names the genre that is overdone most beyond noise, if any is", () => {
    const genre = (name: string, excess: ReturnType<typeof of>) => ({
      name,
      profiles: of(0.1),
      lists: of(0.2),
      listsLessProfiles: excess,
    });
    const genres = [genre("War", of(0.02)), genre("Noir", of(0.1, 0.2)), genre("Drama", of(0.05))];
    expect(frontierSentence(found([0, 0], { genres }))).toMatch(
      /most is Drama: 20\.0% of lists, 10\.0% of what users like, a difference of \+5\.0 \(\+4\.0 to \+6\.0\) percentage points\.$/,
    );
    expect(frontierSentence(found([0, 0], { genres: [genre("Noir", oneUser(0.1))] }))).not.toContain("Noir");
  });
});

describe("popularity bias", () => {
  const group = (name: string, lift: unknown, precision: unknown, users = 9) => ({
    name,
    lift,
    precision,
    users,
  });
  const told = (niche: unknown, mainstream: unknown, nicheLessMainstream: unknown) =>
    popularityBiasSentence({
      deciles: [{ likes: 0.6, model: of(0.7) }],
      groups: [niche, {}, mainstream],
      nicheLessMainstream,
    } as unknown as PopularityBiasFindings);

  it("says how much more or less popular lists are, and who is served better beyond noise", () => {
    const [low, high] = [of(0.1), of(0.3)];
    expect(told(group("niche", of(0.5), low), group("mainstream", of(-0.2), high), of(-0.2))).toBe(
      "The most liked tenth of the catalogue has 60.0% of likes and 70.0% (69.0% to 71.0%) of recommendations. Lists are 50% (49% to 51%) more popular than what niche users like, and 20% (19% to 21%) less popular than what mainstream users like. Niche taste is served worse: of ten recommendations to niche users 1.0 (0.9 to 1.1) are liked, to mainstream users 3.0 (2.9 to 3.1).",
    );
    expect(told(group("niche", of(0.001), high), group("mainstream", of(0), low), of(0.2))).toMatch(
      /as popular as what niche users like, within noise, and as popular as what mainstream users like, within noise\. Niche taste is served better/,
    );
    expect(told(group("niche", of(0), low), group("mainstream", of(0), low), of(0))).toContain(
      "Neither is served better beyond noise:",
    );
  });

  it("says nothing of groups without users, and does not judge by one", () => {
    const none = told(group("niche", nobody, nobody, 0), group("mainstream", nobody, nobody, 0), nobody);
    expect(none).toMatch(
      /of recommendations\. Too few users have such tastes to say who is served better\.$/,
    );
    expect(
      told(group("niche", of(0.5), oneUser(0), 1), group("mainstream", of(0), of(0.9)), oneUser(0)),
    ).toMatch(/Too few users/);
  });
});

describe("closed loop", () => {
  const told = (coverages: number[], { end = 0, alike = 0, found = 0, niche = 0 } = {}) =>
    closedLoopSentence({
      settings: { rounds: coverages.length },
      policies: ["as is", "exploration", "propensity weights", "both", "independent feedback"].map(
        (name) => ({
          name,
          rounds: coverages.map((coverage) => ({ coverage: of(coverage) })),
          endLessIndependent: { coverage: of(end), homogeneity: of(alike) },
          foundLessIndependent: { niche: of(niche), mixed: of(0), mainstream: of(0) },
          foundLessAsIs: of(name === "exploration" ? found : 0),
        }),
      ),
    } as unknown as ClosedLoopFindings);

  it("says where the catalogue goes, who loses and what helps beyond noise", () => {
    expect(told([0.2, 0.1], { end: -0.05, alike: 0.02, found: 0.5, niche: -0.1 })).toBe(
      "Over 2 rounds of learning from clicks on its own lists, the catalogue on show goes from 20.0% (19.0% to 21.0%) to 10.0% (9.0% to 11.0%); with exploration it ends at 10.0% (9.0% to 11.0%). In the end lists show 5.00 (4.00 to 6.00) percentage points less of the catalogue than with independent feedback, and are more alike by 0.0200 (0.0100 to 0.0300). In the loop fewer likes are found per user and round than with independent feedback: for niche taste 0.10 (0.09 to 0.11). Against going on as is, exploration: 0.50 (0.49 to 0.51) more likes found per user; propensity weights and both together make no difference beyond noise.",
    );
    const nothing = told([0.1], { found: -0.5 });
    expect(nothing).toMatch(/^Over 1 round /);
    expect(nothing).toContain(
      "show as much of the catalogue, within noise, as with independent feedback, and are as alike, within noise",
    );
    expect(nothing).toContain("No taste finds fewer likes in the loop");
    expect(nothing).toContain("exploration: 0.50 (0.49 to 0.51) fewer likes found per user;");
  });
});

describe("fraud", () => {
  const attack = (kind: string, goal: string, moved: number, risen: number) => ({
    kind,
    goal,
    targetName: "Heat",
    attackers: 67,
    before: of(0.2),
    after: of(0.2 + moved),
    moved: of(moved),
    risen: of(risen),
    detection: { auc: of(0.9) },
  });
  type Attack = ReturnType<typeof attack>;
  const guard = (name: string, moved: number, risen: number, precision: number) => ({
    guard: name,
    after: of(0.2 + moved),
    moved: of(moved),
    risen: of(risen),
    precisionChange: of(precision),
  });
  const told = (attacks: Attack[], against: Attack, guards: ReturnType<typeof guard>[]) =>
    robustnessSentence({
      attacks,
      settings: { size: 0.1 },
      against: { kind: against.kind, goal: against.goal },
      guards: [{ ...against, guard: "none", precisionChange: of(0) }, ...guards].map((one) => ({
        ...one,
        movedLessUnguarded: of(one.moved.mean - against.moved.mean),
        risenLessUnguarded: of(one.risen.mean - against.risen.mean),
      })),
    } as unknown as RobustnessFindings);
  const onLists = attack("segment", "nuke", -0.1, -0.05);
  const inRanking = attack("random", "push", 0, 0.3);
  const nothing = attack("average", "push", 0, 0);

  it("leads with the attack that changes most lists", () => {
    expect(
      told([inRanking, onLists], onLists, [guard("cap", -0.05, 0, -0.02), guard("drop", -0.02, 0, 0.02)]),
    ).toBe(
      "The attack that changes most lists (segment, by 67 fake users, 10.0% of the real ones) sinks Heat from 20.0% of lists to 10.0%, a change of −10.0 (−11.0 to −9.0) percentage points. Of the guards, cap and drop hold that back beyond noise. Least is left by drop: it leaves Heat on 18.0% (17.0% to 19.0%) of lists; without an attack it comes with a gain of 0.0200 (0.0100 to 0.0300) in precision. In the ranking random lifts Heat by 30.0% (29.0% to 31.0%) of the catalogue. The detector’s AUC is 0.9000 (0.8900 to 0.9100), where 0.5 is guessing.",
    );
    // Neither what makes it worse nor what is within noise of no guard holds it back.
    expect(told([onLists], onLists, [guard("cap", -0.2, 0, 0), guard("drop", -0.095, 0, 0)])).toMatch(
      /^The attack \(segment, by .* No guard holds that back beyond noise\./,
    );
  });

  it("goes by the ranking where no attack reaches a list", () => {
    expect(told([inRanking, nothing], inRanking, [guard("cap", 0, 0.1, -0.02)])).toMatch(
      /^No attack by 67 fake users, 10\.0% of the real ones, moves its target on lists beyond noise\. In the ranking the strongest \(random\) lifts Heat by 30\.0% \(29\.0% to 31\.0%\) of the catalogue\. Of the guards, only cap holds that back beyond noise: it leaves a change of \+10\.0% \(\+9\.0% to \+11\.0%\); without an attack it comes at a cost of 0\.0200 .* in precision\./,
    );
    expect(told([inRanking], inRanking, [guard("cap", 0, -0.1, 0)])).toMatch(
      /leaves a change of −10\.0% .*; .* with no change in precision beyond noise\./,
    );
  });

  it("claims nothing within noise, nor without fake users", () => {
    expect(told([nothing], nothing, [guard("cap", 0, 0, 0)])).toBe(
      "The attack by 67 fake users, 10.0% of the real ones, does not move its target beyond noise, on lists or in the ranking. The detector’s AUC is 0.9000 (0.8900 to 0.9100), where 0.5 is guessing.",
    );
    const backfires = attack("random", "push", -0.1, -0.1);
    expect(told([backfires, nothing], nothing, [guard("cap", 0, 0, 0)])).toMatch(
      /^No attack by .* beyond noise, on lists or in/,
    );
    expect(told([{ ...nothing, attackers: 0 }], nothing, [])).toBe(
      "Without fake users nothing moves, and there is nobody to detect.",
    );
    expect(told([{ ...onLists, attackers: 1 }], onLists, [guard("cap", 0, 0, 0)])).toContain(
      "by 1 fake user, 10.0%",
    );
  });

  it("leaves guards out that were tried on different attacks by different seeds", () => {
    const pooled = { ...onLists, kind: "segment / random" };
    expect(told([inRanking, onLists], pooled, [guard("cap", 0, 0, 0)])).not.toContain("guard");
  });
});
