import { PythonProcess } from "../scripts/PythonProcess.ts";
import { type Entrant, type Problem, settingsOf } from "./contestants.ts";

export interface NativeCommand {
  do: string;
  [argument: string]: unknown;
}

/** Python LightFM in a process of its own, which waits between commands so that it can be timed in turn; null if there is none. */
export function startNative(): PythonProcess | null {
  return PythonProcess.start(new URL("lightfmPeer.py", import.meta.url).pathname, "lightfm");
}

export function nativeName(threads: number): string {
  return `native LightFM, ${threads} thread${threads === 1 ? "" : "s"}`;
}

/** A model of the native code that has learnt some epochs of the data in a folder. */
export async function nativeEntrant(
  native: PythonProcess,
  folder: string,
  problem: Problem,
  threads: number,
  { command, epochsBefore }: { command: (model: string) => NativeCommand; epochsBefore: number },
): Promise<Entrant> {
  const model = `${threads}`;
  const { hybrid } = problem;
  await native.ask({ do: "create", model, folder, hybrid, threads, settings: nativeSettings(problem) });
  for (let epoch = 0; epoch < epochsBefore; epoch++) await native.ask({ do: "epoch", model });
  const run = () => native.ask<number>(command(model));
  return { peer: nativeName(threads), threads, contestant: { run } };
}

/** By the names of `LightFM`'s arguments in Python. */
function nativeSettings(problem: Problem): Record<string, number | undefined> {
  const { noComponents, learningRate, itemAlpha, userAlpha, maxSampled } = settingsOf(problem);
  return {
    no_components: noComponents,
    learning_rate: learningRate,
    item_alpha: itemAlpha,
    user_alpha: userAlpha,
    max_sampled: maxSampled,
  };
}
