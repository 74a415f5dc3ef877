import type { Progress } from "../../features/serving/api.ts";

/** Watches some work from now on: of a share that is done, it tells how long the rest will take. */
export function timeLeft(): (done: number) => Progress {
  const began = performance.now();
  return (done) => {
    const seconds = (performance.now() - began) / 1000;
    return { done, secondsLeft: done > 0 ? (seconds / done) * (1 - done) : null };
  };
}
