import { createHash } from "node:crypto";
import { root } from "../run.js";

/**
 * Lets Stryker try only the mutants of one shard (MUTATION_SHARD, such as 2/40). A mutant's shard is drawn from a hash of where it
 * is and what it changes, so that each shard is a random sample of all mutants. The others count as not compiling, which leaves
 * them out of every score.
 */
class Shard {
  async init() {}

  /** @param {import("@stryker-mutator/api/core").Mutant[]} mutants */
  async check(mutants) {
    const [part = 1, parts = 1] = (process.env.MUTATION_SHARD ?? "").split("/").map(Number);
    return Object.fromEntries(
      mutants.map((mutant) => [
        mutant.id,
        numberOf(mutant) % parts === part - 1
          ? { status: "passed" }
          : { status: "compileError", reason: "In another shard." },
      ]),
    );
  }

  /** @param {import("@stryker-mutator/api/core").Mutant[]} mutants */
  async group(mutants) {
    return [mutants.map(({ id }) => id)];
  }
}

/** @param {import("@stryker-mutator/api/core").Mutant} mutant */
function numberOf({ fileName, location, mutatorName, replacement }) {
  const text = JSON.stringify([fileName.slice(root.length), location, mutatorName, replacement]);
  return createHash("sha256").update(text).digest().readUIntBE(0, 6);
}

export const strykerPlugins = [{ kind: "Checker", name: "shard", injectableClass: Shard }];
