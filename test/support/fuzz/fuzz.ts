import { SeededRandom } from "../../../src/matrix/random.ts";
import { mutated } from "./mutate.ts";
import { read } from "./oracle.ts";
import { SEEDS, type Seed } from "./seeds.ts";

/** Files that were read in a way that must not be. */
export interface Failure {
  kind: string;
  run: number;
  files: ReadonlyMap<string, Uint8Array>;
  error: unknown;
}

/** Of one kind of file: how many were tried, and how many of them were refused. */
export interface Tally {
  runs: number;
  refused: number;
  failures: Failure[];
}

const UNPACKED = SEEDS.filter((seed) => !seed.packed);

/** Which seed the run of this number starts from: each in turn, archives a quarter as often, as they take ten times as long. */
export function seedOf(run: number): Seed {
  const seed = SEEDS[run % SEEDS.length];
  const round = Math.floor(run / SEEDS.length);
  return seed.packed && round % 4 > 0 ? UNPACKED[round % UNPACKED.length] : seed;
}

/** The files of a run: the same for the same two numbers. */
export function filesOf(seed: number, run: number): { files: Map<string, Uint8Array>; random: SeededRandom } {
  const random = new SeededRandom(seed * 2 ** 32 + run);
  return { files: mutated(seedOf(run), random), random };
}

/** Adds runs to the tallies of their kinds. */
export async function fuzz(
  tallies: Map<string, Tally>,
  seed: number,
  from: number,
  to: number,
  onRun: (run: number) => void = () => {},
): Promise<void> {
  for (let run = from; run < to; run++) {
    onRun(run);
    const { kind } = seedOf(run);
    const tally = tallies.get(kind) ?? { runs: 0, refused: 0, failures: [] };
    tallies.set(kind, tally);
    tally.runs++;
    const { files, random } = filesOf(seed, run);
    try {
      if (typeof (await read(files, random)) === "object") tally.refused++;
    } catch (error) {
      tally.failures.push({ kind, run, files, error });
    }
  }
}
