import { expose } from "comlink";
import { type BenchData, fromFiles } from "../BenchData.ts";
import { type Entrant, epochEntrants, foldInEntrants, type Problem } from "../contestants.ts";

/** The library, and the plain loop beside it, where the page runs them: in a worker. */
export class BenchWorker {
  #data: BenchData | null = null;
  #entrants: Entrant[] = [];

  async load(folder: string): Promise<void> {
    this.#data = await fromFiles(async (file) => (await fetch(`${folder}/${file}`)).arrayBuffer());
  }

  prepareEpochs(problem: Problem, epochs: number, threadCounts: number[]): Named[] {
    return this.#prepared(epochEntrants(this.#loaded(), problem, epochs, threadCounts));
  }

  async prepareFoldIns(problem: Problem): Promise<Named[]> {
    return this.#prepared(await foldInEntrants(this.#loaded(), problem));
  }

  run(entrant: number): Promise<number> {
    return this.#entrants[entrant].contestant.run();
  }

  #prepared(entrants: Entrant[]): Named[] {
    this.#entrants = entrants;
    return entrants.map(({ peer, threads }) => ({ peer, threads }));
  }

  #loaded(): BenchData {
    if (!this.#data) throw new Error("No data is loaded.");
    return this.#data;
  }
}

export type Named = Omit<Entrant, "contestant">;

expose(new BenchWorker());
