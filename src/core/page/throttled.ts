interface Throttled {
  /** Acts within the interval. */
  soon: () => void;
  /** Acts at once if something is due. */
  now: () => void;
}

/** Acts at most once in `interval` milliseconds however often it is asked to, and never misses the last time. */
export function throttled(interval: number, act: () => void): Throttled {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let last = Number.NEGATIVE_INFINITY;
  const now = () => {
    if (timer === null) return;
    clearTimeout(timer);
    timer = null;
    last = performance.now();
    act();
  };
  return {
    soon: () => {
      timer ??= setTimeout(now, Math.max(0, last + interval - performance.now()));
    },
    now,
  };
}
