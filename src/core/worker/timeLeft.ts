import type { Progress } from "../api/work.ts";

/** Times work from now on: given the share done, it estimates how long the rest takes. */
export function timeLeft(): (done: number) => Progress {
  const began = performance.now();
  return (done) => {
    const seconds = (performance.now() - began) / 1000;
    return { done, secondsLeft: done > 0 ? (seconds / done) * (1 - done) : null };
  };
}
