import { expect, it } from "vitest";
import type { Interactions } from "../../../src/matrix/Interactions.ts";
import { SeededRandom } from "../../../src/matrix/random.ts";
import { checkFoldInMap, LearntFoldIn } from "../../../src/model/foldIn/LearntFoldIn.ts";
import { likesOf } from "../../../src/model/neighbours/likes.ts";
import { atOnce } from "../../../src/steps.ts";
import { interactionsOf } from "../../support/problems.ts";

/** Likes of so many items by each user, items one after the other from the user's number on. */
function likesBy(counts: readonly number[], items: number): Interactions {
  const entries = counts.flatMap((count, user) =>
    Array.from({ length: count }, (_, i) => [user, (user + i) % items, 1] as const),
  );
  return interactionsOf(counts.length, items, entries);
}

/** Two components each. */
const embeddingsOf = (items: number) =>
  Float32Array.from({ length: 2 * items }, (_, i) => Math.sin(3 * i + 1));
const vectorOf = (user: number) => Float32Array.of(Math.cos(user), Math.sin(2 * user));

it("a vector is the mean of what is liked, that by the root of their number, one, and one by that root, through the map", () => {
  const embeddings = Float32Array.of(1, 2, 3, 4, 5, 8);
  const map = Float32Array.of(1, 0, 0, 1, 10, 0, 0, 10, 100, 200, 1000, 2000);
  const learnt = new LearntFoldIn({ embeddings, noComponents: 2 }, map);
  expect([...learnt.foldIn([])]).toEqual([0, 0]);
  // Item 1 alone: 3 and 4, each once and ten times.
  expect([...learnt.foldIn([1])]).toEqual([3 + 30 + 100 + 1000, 4 + 40 + 200 + 2000]);
  // Four: a mean of 2.5 and 4, and a root of 2.
  const four = [0, 2, 0, 1];
  expect([...learnt.foldIn(four)]).toEqual([2.5 + 12.5 + 100 + 500, 4 + 20 + 200 + 1000]);
  // The second weighs three of six: a mean of 3 and (2 + 24 + 4 + 4) / 6.
  const [first, second] = learnt.foldIn(four, [1, 3, 1, 1]);
  expect(first).toBeCloseTo((1 + 15 + 1 + 3) / 6 + (5 * (1 + 15 + 1 + 3)) / 6 + 600, 3);
  expect(second).toBeCloseTo(6 * ((2 + 24 + 2 + 4) / 6) + 1200, 3);
});

/** The same map by a loop that is slow and obvious: eight parts of each user's likes, and a ridge on their traits. */
function slowMap(likes: Interactions, embeddings: Float32Array, seed: number): number[] {
  const random = new SeededRandom(seed);
  const teachers = Int32Array.from({ length: likes.users }, (_, user) => user);
  random.shuffle(teachers);
  const gram = Array.from({ length: 6 }, () => new Array<number>(6).fill(0));
  const targets = Array.from({ length: 6 }, () => [0, 0]);
  for (const user of teachers) {
    const own = [...likes.itemIds].filter((_, i) => likes.userIds[i] === user).sort((a, b) => a - b);
    for (let part = 0; part < 8; part++) {
      const count = Math.round(2 * (Math.min(80, own.length) / 2) ** random.float());
      for (let i = 0; i < count; i++) {
        const j = i + random.below(own.length - i);
        [own[i], own[j]] = [own[j], own[i]];
      }
      const mean = [0, 1].map(
        (c) => own.slice(0, count).reduce((sum, item) => sum + embeddings[2 * item + c], 0) / count,
      );
      const traits = [...mean, ...mean.map((x) => x / Math.sqrt(count)), 1, 1 / Math.sqrt(count)];
      traits.forEach((a, row) => {
        traits.forEach((b, column) => {
          gram[row][column] += a * b;
        });
        vectorOf(user).forEach((x, c) => {
          targets[row][c] += a * x;
        });
      });
    }
  }
  const trace = gram.reduce((sum, row, i) => sum + row[i], 0);
  gram.forEach((row, i) => {
    row[i] += (0.001 * trace) / 6;
  });
  // Gauss and Jordan: a row at a time is taken from all others.
  gram.forEach((row, i) => {
    gram.forEach((other, j) => {
      const share = other[i] / row[i];
      if (i === j) return;
      row.forEach((x, column) => {
        other[column] -= share * x;
      });
      targets[i].forEach((x, c) => {
        targets[j][c] -= share * x;
      });
    });
  });
  return targets.flatMap((target, i) => target.map((x) => x / gram[i][i]));
}

it.each([
  ["a few", Array.from({ length: 9 }, (_, user) => 3 + user), 12],
  ["more than eighty", [120, 90, 100, 5, 81], 130],
])("the map is a ridge from parts of likes to whole vectors: of %s", (_, counts, items) => {
  const likes = likesBy(counts, items);
  const embeddings = embeddingsOf(items);
  const learnt = atOnce(
    LearntFoldIn.teach({ embeddings, noComponents: 2 }, vectorOf, likesOf(likes), { seed: 4 }),
  );
  const expected = slowMap(likes, embeddings, 4);
  expect(learnt?.map).toHaveLength(12);
  learnt?.map.forEach((x, i) => {
    expect(x).toBeCloseTo(expected[i], 3);
  });
  expect(learnt?.foldIn([1])).toHaveLength(2);
});

/** Who is asked for a vector. */
function teachersAmong(counts: readonly number[]): number[] {
  const items = { embeddings: embeddingsOf(40), noComponents: 2 };
  const asked: number[] = [];
  const remember = (user: number) => {
    asked.push(user);
    return vectorOf(user);
  };
  const learnt = atOnce(LearntFoldIn.teach(items, remember, likesOf(likesBy(counts, 40)), { seed: 1 }));
  expect(learnt === null).toBe(asked.length === 0);
  return asked.toSorted((a, b) => a - b);
}

const numbered = (count: number) => Array.from({ length: count }, (_, i) => i);

it("those teach who have twenty likes, or ten, five or three where they are not a hundred", () => {
  const users = (many: number, likes: number, rest: number) => [
    ...new Array<number>(many).fill(likes),
    ...new Array<number>(10).fill(rest),
  ];
  expect(teachersAmong(users(100, 20, 19))).toEqual(numbered(100));
  expect(teachersAmong(users(99, 20, 19))).toEqual(numbered(109));
  expect(teachersAmong(users(99, 20, 9))).toEqual(numbered(109));
  expect(teachersAmong(users(100, 10, 9))).toEqual(numbered(100));
  expect(teachersAmong(users(100, 5, 4))).toEqual(numbered(100));
  expect(teachersAmong(users(99, 5, 3))).toEqual(numbered(109));
  expect(teachersAmong(users(5, 3, 2))).toEqual(numbered(5));
  expect(teachersAmong([2, 1, 0])).toEqual([]);
  expect(teachersAmong([])).toEqual([]);
  const most = teachersAmong(new Array(2010).fill(3));
  expect([most.length, new Set(most).size]).toEqual([2000, 2000]);
  expect(most).not.toEqual(numbered(2000));
});

it("a map of another size or kind is refused", () => {
  checkFoldInMap(new Float32Array(12), 2);
  expect(() => checkFoldInMap(new Float32Array(11), 2)).toThrow(
    "foldInMap must hold 12 numbers for 2 components, not 11.",
  );
  expect(() => checkFoldInMap([] as never, 2)).toThrow("foldInMap must be of type Float32Array");
});
