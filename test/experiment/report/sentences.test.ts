import { describe, expect, it } from "vitest";
import type { AccuracyFindings } from "../../../src/experiment/challenges/accuracy.ts";
import type { RobustnessFindings } from "../../../src/experiment/challenges/attacks.ts";
import type { ClosedLoopFindings } from "../../../src/experiment/challenges/closedLoop.ts";
import type { BeyondAccuracyFindings } from "../../../src/experiment/challenges/frontier.ts";
import type { PopularityBiasFindings } from "../../../src/experiment/challenges/popularityBias.ts";
import { change, changeOfShare, coarseInterval, share } from "../../../src/experiment/report/format.ts";
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
      "Of ten recommendations, 3.0 on average are likes that were held back, more than the 2.0 of recommending the most liked.";
    expect(
      accuracySentence(
        found([
          ["few", of(0.1)],
          ["many", of(0.4)],
        ]),
      ),
    ).toBe(
      `${lead} For users of whom little is known (few) it is 1.0, for those of whom much is (many) 4.0; but those also have more left to find.`,
    );
    expect(
      accuracySentence(
        found([
          ["few", of(0.4)],
          ["many", of(0.1)],
        ]),
      ),
    ).toMatch(/\(many\) 1\.0\.$/);
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
    costs: number[],
    { rare = 0, diversity = [0.5, 0.6, 0.7] as (number | null)[], genres = [] as unknown[] } = {},
  ) =>
    ({
      model: { coverage: 0.1, diversity: diversity[0] === null ? null : of(diversity[0]) },
      popularityControl: [{ value: -1, coverage: 0.3, cost: of(rare) }],
      varietyControl: [0, ...costs].map((cost, i) => ({
        ...{ value: i / 2, cost: of(cost) },
        diversity: diversity[i] === null ? null : of(diversity[i] as number),
      })),
      genres,
    }) as unknown as BeyondAccuracyFindings;

  it("calls variety free up to where it first costs", () => {
    expect(frontierSentence(found([0, -0.02]))).toBe(
      "Variety up to 0.5 costs no precision beyond noise and raises diversity from 0.5000 to 0.6000. Lists reach 10.0% of the catalogue; with the popularity control at “rare” it is 30.0%, at no cost in precision beyond noise.",
    );
    // A gain is no cost, and what is free beyond a cost is not reached.
    expect(frontierSentence(found([0.02, 0.02]))).toContain("Variety up to 1 costs no precision");
    expect(frontierSentence(found([-0.02, 0]))).toContain("Any variety costs precision.");
    expect(frontierSentence(found([0, 0], { diversity: [0.5, 0.4, 0.4] }))).toContain(
      "lowers diversity from 0.5000",
    );
    expect(frontierSentence(found([0, 0], { diversity: [0.5, 0.5, 0.5] }))).toContain(
      "leaves diversity at 0.5000.",
    );
  });

  it("needs no genres", () => {
    expect(frontierSentence(found([0, 0], { diversity: [null, null, null] }))).toMatch(
      /^Variety up to 1 costs no precision beyond noise\. /,
    );
  });

  it("words a loss as a cost and a gain as a gain", () => {
    expect(frontierSentence(found([0, 0], { rare: -0.02 }))).toMatch(/at a cost of 0\.0200 in precision\.$/);
    expect(frontierSentence(found([0, 0], { rare: 0.02 }))).toMatch(/with a gain of 0\.0200 in precision\.$/);
  });

  it("names the genre that is overdone most beyond noise, if any is", () => {
    const genre = (name: string, excess: ReturnType<typeof of>) => ({
      ...{ name, profiles: 0.1, lists: 0.2, listsLessProfiles: excess },
    });
    const genres = [genre("War", of(0.02)), genre("Noir", of(0.1, 0.2)), genre("Drama", of(0.05))];
    expect(frontierSentence(found([0, 0], { genres }))).toMatch(
      /most is Drama: 20\.0% of lists, 10\.0% of what users like\.$/,
    );
    expect(frontierSentence(found([0, 0], { genres: [genre("Noir", oneUser(0.1))] }))).not.toContain("Noir");
  });
});

describe("popularity bias", () => {
  const group = (name: string, lift: number, precision: unknown, users = 9) => ({
    name,
    lift,
    precision,
    users,
  });
  const told = (niche: unknown, mainstream: unknown) =>
    popularityBiasSentence({
      deciles: [{ likes: 0.6, model: 0.7 }],
      groups: [niche, {}, mainstream],
    } as unknown as PopularityBiasFindings);

  it("says how much more or less popular lists are, and who is served better beyond noise", () => {
    expect(told(group("niche", 0.5, of(0.1)), group("mainstream", -0.2, of(0.3)))).toBe(
      "The most liked tenth of the catalogue has 60.0% of likes and 70.0% of recommendations. Lists are 50% more popular than what niche users like, and 20% less popular than what mainstream users like. Niche taste is served worse: fewer recommendations are liked, beyond noise.",
    );
    expect(told(group("niche", 0.001, of(0.3)), group("mainstream", 0, of(0.1)))).toMatch(
      /as popular as what niche users like, and as popular as what mainstream users like\. Niche taste is served better/,
    );
    expect(told(group("niche", 0, of(0.1)), group("mainstream", 0, of(0.11)))).toMatch(
      /either, within noise\.$/,
    );
  });

  it("says nothing of groups without users, and does not judge by one", () => {
    const none = told(group("niche", Number.NaN, nobody, 0), group("mainstream", Number.NaN, nobody, 0));
    expect(none).toMatch(
      /of recommendations\. Too few users have such tastes to say who is served better\.$/,
    );
    expect(told(group("niche", 0.5, oneUser(0), 1), group("mainstream", 0, of(0.9)))).toMatch(
      /Too few users/,
    );
  });
});

describe("closed loop", () => {
  const told = (coverages: number[], found: number) =>
    closedLoopSentence({
      settings: { rounds: coverages.length },
      policies: ["as is", "exploration", "propensity weights", "both", "independent feedback"].map(
        (name) => ({
          name,
          rounds: coverages.map((coverage) => ({ coverage })),
          foundLessAsIs: of(name === "exploration" ? found : 0),
        }),
      ),
    } as unknown as ClosedLoopFindings);

  it("says where the catalogue goes, and what helps beyond noise", () => {
    expect(told([0.2, 0.1], 0.5)).toBe(
      "Over 2 rounds of learning from clicks on its own lists, the catalogue on show narrows from 20.0% to 10.0%. It ends at 10.0% with independent feedback and at 10.0% with exploration. Against going on as is: exploration finds more likes; propensity weights make no difference beyond noise; both make no difference beyond noise.",
    );
    expect(told([0.1, 0.2], -0.5)).toMatch(/widens from 10\.0% to 20\.0%\..* exploration finds fewer likes;/);
    expect(told([0.1], 0)).toMatch(/^Over 1 round .* on show stays at 10\.0%\./);
  });
});

describe("fraud", () => {
  const attack = (kind: string, goal: string, moved: number, risen: number) => ({
    ...{ kind, goal, targetName: "Heat", attackers: 67, before: of(0.2), after: of(0.2 + moved) },
    ...{ moved: of(moved), risen: of(risen), detection: { auc: 0.9 } },
  });
  type Attack = ReturnType<typeof attack>;
  const guard = (name: string, moved: number, risen: number, cost: number) => ({
    ...{ guard: name, after: of(0.2 + moved), moved: of(moved), risen: of(risen), cost: of(cost) },
  });
  const told = (attacks: Attack[], against: Attack, guards: ReturnType<typeof guard>[]) =>
    robustnessSentence({
      ...{ attacks, settings: { size: 0.1 }, against: { kind: against.kind, goal: against.goal } },
      guards: [{ ...against, guard: "none", cost: of(0) }, ...guards],
    } as unknown as RobustnessFindings);
  const onLists = attack("segment", "nuke", -0.1, -0.05);
  const inRanking = attack("random", "push", 0, 0.3);
  const nothing = attack("average", "push", 0, 0);

  it("leads with the attack that changes most lists", () => {
    expect(
      told([inRanking, onLists], onLists, [guard("cap", -0.05, 0, -0.02), guard("drop", -0.02, 0, 0.02)]),
    ).toBe(
      "The strongest attack (segment, by 67 fake users, 10.0% of the real ones) sinks Heat from 20.0% of lists to 10.0%. The best guard, drop, leaves it on 18.0% of them; without an attack it comes with a gain of 0.0200 in precision. The detector tells fake users from real ones with an AUC of 0.9000.",
    );
    expect(told([onLists], onLists, [guard("cap", -0.2, 0, 0)])).toMatch(
      /^The attack \(segment, by .* No guard holds that back\./,
    );
  });

  it("goes by the ranking where no attack reaches a list", () => {
    expect(told([inRanking, nothing], inRanking, [guard("cap", 0, 0.1, -0.02)])).toMatch(
      /^No attack by 67 fake users, 10\.0% of the real ones, moves its target on lists beyond noise\. In the ranking the strongest \(random\) lifts Heat by 30\.0% of the catalogue\. The best guard, cap, holds that to 10\.0%; without an attack it comes at a cost of 0\.0200 in precision\./,
    );
    expect(told([inRanking], inRanking, [guard("cap", 0, -0.1, 0)])).toMatch(
      /undoes that; .* at no cost in precision beyond noise\./,
    );
  });

  it("claims nothing within noise, nor without fake users", () => {
    expect(told([nothing], nothing, [guard("cap", 0, 0, 0)])).toBe(
      "The attack by 67 fake users, 10.0% of the real ones, does not move its target beyond noise, on lists or in the ranking. The detector tells fake users from real ones with an AUC of 0.9000.",
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
