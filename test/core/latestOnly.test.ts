import { expect, test } from "vitest";
import { latestOnly } from "../../src/core/page/latestOnly.ts";

test("asks one question at a time, and only the last answer arrives", async () => {
  const open: ((answer: number) => void)[] = [];
  const delivered: number[] = [];
  const ask = latestOnly(
    () => new Promise<number>((resolve) => open.push(resolve)),
    (answer) => delivered.push(answer),
    () => {},
  );

  for (let i = 0; i < 5; i++) ask();
  expect(open).toHaveLength(1);
  open[0](1);
  await new Promise(setImmediate);
  expect(open).toHaveLength(2);
  open[1](2);
  await new Promise(setImmediate);

  expect(open).toHaveLength(2);
  expect(delivered).toEqual([2]);
});

test("a failure is told, and the next question is asked all the same", async () => {
  const failures: unknown[] = [];
  const delivered: string[] = [];
  let answers = [() => Promise.reject(new Error("no")), () => Promise.resolve("yes")];
  const ask = latestOnly<string>(
    () => {
      const [next, ...rest] = answers;
      answers = rest;
      return next();
    },
    (answer) => delivered.push(answer),
    (error) => failures.push(error),
  );

  ask();
  await new Promise(setImmediate);
  ask();
  await new Promise(setImmediate);
  expect(failures).toEqual([new Error("no")]);
  expect(delivered).toEqual(["yes"]);
});
