/** An act that is done at most once in so many milliseconds, however often it is asked for, and never forgotten. */
export function seldom(pause: number, act: () => void): () => void {
  let waiting = false;
  let last = Number.NEGATIVE_INFINITY;
  return () => {
    if (waiting) return;
    waiting = true;
    const wait = Math.max(0, last + pause - performance.now());
    setTimeout(() => {
      waiting = false;
      last = performance.now();
      act();
    }, wait);
  };
}
