import { expect, test } from "vitest";
import { latestOnly } from "../../../src/core/page/latestOnly.ts";

/** Questions that are answered when the test says so, by their number; what was delivered, and whether as the latest. */
function asked() {
  const answers: (() => void)[] = [];
  const delivered: [answer: number, isLatest: boolean][] = [];
  const call = latestOnly(
    () => new Promise<number>((resolve) => answers.push(() => resolve(answers.length))),
    (...answer) => void delivered.push(answer),
    (error) => {
      throw error;
    },
  );
  const answer = async () => {
    answers.at(-1)?.();
    await new Promise((next) => setTimeout(next));
  };
  return { answers, delivered, call, answer };
}

test("what changed while a question was pending is asked once more, and the first answer dropped", async () => {
  const { answers, delivered, call, answer } = asked();
  call();
  call();
  call(true);
  await answer();
  expect(answers).toHaveLength(2);
  expect(delivered).toEqual([]);
  await answer();
  expect(delivered).toEqual([[2, true]]);
});

test("steps of one move are answered on the way, and the last of them as the latest", async () => {
  const { answers, delivered, call, answer } = asked();
  call(true);
  for (let step = 1; step <= 2; step++) {
    call(true);
    call(true);
    await answer();
  }
  await answer();
  expect(answers).toHaveLength(3);
  expect(delivered).toEqual([
    [1, false],
    [2, false],
    [3, true],
  ]);
});
