import { expect, it } from "vitest";
import { Interactions } from "../../../src/matrix/Interactions.ts";
import { SeededRandom } from "../../../src/matrix/random.ts";
import { type Likes, likesOf } from "../../../src/model/neighbours/likes.ts";
import type { NeighbourRows } from "../../../src/model/neighbours/NeighbourVectors.ts";
import { NeighbourTerm } from "../../../src/model/scorer/NeighbourTerm.ts";
import { type NeighbourChoice, neighbourChoiceFor } from "../../../src/model/scorer/neighbourChoice.ts";
import {
  interceptShareFor,
  neighbourWeightFor,
  weightFor,
} from "../../../src/model/scorer/neighbourWeightFor.ts";

/** Each user likes `each` items, one after the other. */
function likesFor(users: number, items: number, each: number): Likes {
  const userIds = Int32Array.from({ length: users * each }, (_, i) => Math.floor(i / each));
  const itemIds = Int32Array.from({ length: users * each }, (_, i) => i % items);
  const values = new Float32Array(users * each).fill(1);
  return likesOf(new Interactions(users, items, userIds, itemIds, values));
}

const weightOf = (...size: [users: number, items: number, each: number]) =>
  neighbourWeightFor(likesFor(...size));

it("is 12 where an average like is shared by three in a hundred or more", () => {
  expect(weightOf(60, 30, 10)).toEqual({ few: 12, many: 12 });
});

it("is more where few like the same, up to 24", () => {
  // Each item is liked by six, or by two, of 300 users.
  expect(weightOf(300, 500, 10).few).toBeCloseTo(18, 5);
  expect(weightOf(300, 1500, 10)).toEqual({ few: 24, many: 24 });
});

it("is more where people like fewer than six things each, up to three times", () => {
  expect(weightOf(60, 12, 6).few).toBe(12);
  expect(weightOf(60, 12, 3).few).toBe(24);
  expect(weightOf(60, 12, 1).few).toBe(36);
});

it("is more for those of whom many likes are known, where items have many", () => {
  const weight = weightOf(4800, 2000, 100);
  expect(weight).toEqual({ few: 12, many: 24 });
  expect(weightFor(weight, 0)).toBe(12);
  expect(weightFor(weight, 50)).toBe(18);
  expect(weightFor(weight, 150)).toBe(21);
});

it("is more for those of whom many likes are known, where few like the same and people like many", () => {
  // Each item is liked by three of 300 users; by nine of 300, who are no longer few.
  expect(weightOf(300, 5000, 50)).toEqual({ few: 24, many: 48 });
  expect(weightOf(300, 9000, 90)).toEqual({ few: 24, many: 72 });
  expect(weightOf(300, 3000, 90)).toEqual({ few: 12, many: 12 });
});

it("is more for all where many like each of few items, up to four times, and comes with what everybody likes", () => {
  // 2,000 people like each of 30 items, and a hundred each of 100.
  const { few, many } = weightOf(6000, 30, 10);
  expect(many).toBe(48);
  expect(few).toBeCloseTo(12 * (1 + 3 * (1 - 30 / 1800)), 5);
  expect(interceptShareFor(likesFor(1000, 100, 10))).toBeCloseTo(0.5 * (1 - 33 / 100), 5);
  expect(interceptShareFor(likesFor(330, 1800, 100))).toBe(0);
});

it.each<[string, Likes, Partial<NeighbourChoice> | null]>([
  ["the usual weight", likesFor(60, 30, 10), { weight: 12, weightOfMany: 12, reasons: [] }],
  [
    "few like the same, people many",
    likesFor(300, 5000, 50),
    { weight: 24, weightOfMany: 48, reasons: ["scattered"] },
  ],
  ["people like few of few", likesFor(6000, 30, 3), { reasons: ["short", "crowded"] }],
  [
    "too many for the exact score",
    likesFor(12_000, 9000, 100),
    { weight: 12, weightOfMany: 12, isShortened: true },
  ],
  ["no likes", likesFor(2, 2, 0), null],
])("is told with its reasons: %s", (_, likes, told) => {
  if (told === null) expect(neighbourChoiceFor(likes)).toBeNull();
  else expect(neighbourChoiceFor(likes)).toMatchObject(told);
});

it("is the same in a published form, however many likes are known", async () => {
  const random = new SeededRandom(1);
  const [users, items, count] = [400, 150, 24_000];
  const at = Array.from({ length: count }, () => [random.below(users), random.below(items)]);
  const [userIds, itemIds] = [0, 1].map((side) => Int32Array.from(at, (pair) => pair[side]));
  const likes = likesOf(new Interactions(users, items, userIds, itemIds, new Float32Array(count).fill(1)));
  const term = (await NeighbourTerm.create(likes)) as NeighbourTerm;
  const rows = (await term.rows()) as NeighbourRows;
  expect(rows.growth).toBeGreaterThan(1.05);
  const published = await NeighbourTerm.published(rows, items, null);
  const { intercept } = term;
  const scores = (by: NeighbourTerm, known: number) => {
    const all = new Float32Array(items);
    by.addTo(
      all,
      Int32Array.from({ length: known }, (_, i) => i),
    );
    return all;
  };
  for (const known of [2, 100]) {
    const exact = scores(term, known);
    const other = scores(published, known).map((score, item) => score + (intercept?.[item] ?? 0));
    for (let item = 0; item < items; item++) expect(other[item]).toBeCloseTo(exact[item], 3);
  }
});
