import { fork } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { LightFM } from "../src/model/LightFM.ts";
import { readData } from "./dataFolder.ts";

/** Bytes that training takes, the parameters (values and sums of both sides) left out. */
export interface Memory {
  /** The kernel's memory in training. */
  training: number;
  /** By which the process grows at most while it learns an epoch; null if the system does not tell. */
  growth: number | null;
  /** The parameters, once. */
  parameters: number;
}

const [, script, folder, components] = process.argv;
const file = fileURLToPath(import.meta.url);
if (script === file) process.send?.(await measure(folder, Number(components)));

/** Measured in a process that does nothing else. */
export function memoryOfTraining(folder: string, components: number): Promise<Memory> {
  return new Promise((resolve, reject) => {
    fork(file, [folder, `${components}`], { execArgv: [...process.execArgv, "--expose-gc"] })
      .once("message", (memory) => resolve(memory as Memory))
      .once("exit", (code) => reject(new Error(`The process that measures memory ended with ${code}.`)));
  });
}

async function measure(folder: string, noComponents: number): Promise<Memory> {
  const { interactions } = await readData(folder);
  const memories: WebAssembly.Memory[] = [];
  WebAssembly.Memory = class extends WebAssembly.Memory {
    constructor(descriptor: WebAssembly.MemoryDescriptor) {
      super(descriptor);
      memories.push(this);
    }
  };
  const model = new LightFM({ loss: "warp", noComponents });
  gc?.();
  const before = startGrowth();
  await model.fit(interactions);
  const grown = before && resident("VmHWM") - before;
  const { users, items } = model.state.tables;
  const parameters = [users, items].reduce(
    (sum, { values, sums }) => sum + values.byteLength + sums.byteLength,
    0,
  );
  const training = Math.max(...memories.map(({ buffer }) => buffer.byteLength)) - parameters;
  return { training, growth: grown && grown - parameters, parameters };
}

/** Sets the mark of the largest size back to the present one; null if that is not Linux. */
function startGrowth(): number | null {
  if (process.platform !== "linux") return null;
  writeFileSync("/proc/self/clear_refs", "5");
  return resident("VmRSS");
}

function resident(field: "VmRSS" | "VmHWM"): number {
  const line = readFileSync("/proc/self/status", "utf8")
    .split("\n")
    .find((own) => own.startsWith(field));
  return Number(line?.match(/\d+/)?.[0]) * 1024;
}
