/** Something that is timed; each run goes on from where the last one ended. */
export interface Contestant {
  /** Seconds that it took, measured as close to the work as can be. */
  run(): Promise<number>;
}

export interface Rounds {
  /** They warm up. */
  dropped: number;
  measured: number;
  /** Runs of a turn, one after the other; 1 if left out. */
  inARow?: number;
}

/** Milliseconds between two turns: threads that still spin, and collections of garbage, end in it. */
const PAUSE = 15;

/**
 * Runs all contestants in turn, every other round backwards, so that whatever else the machine does, and
 * whatever one leaves behind for the next, falls on all alike. The first rounds warm up and are dropped.
 * @returns the seconds of a run, the mean of a turn, the median of the turns, of each contestant.
 */
export async function alternate(
  contestants: readonly Contestant[],
  { dropped, measured, inARow = 1 }: Rounds,
): Promise<number[]> {
  const seconds: number[][] = contestants.map(() => []);
  for (let round = 0; round < dropped + measured; round++) {
    const turn = [...contestants.keys()];
    if (round % 2 === 1) turn.reverse();
    for (const i of turn) {
      let taken = 0;
      for (let run = 0; run < inARow; run++) taken += await contestants[i].run();
      if (round >= dropped) seconds[i].push(taken / inARow);
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
  }
  return seconds.map(median);
}

function median(figures: number[]): number {
  const sorted = figures.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
