import { readdirSync, readFileSync } from "node:fs";

/** Clock ticks to a second, as Linux has it everywhere. */
const TICKS = 100;

/** Seconds of processor that a process and all that it started have taken; null if there is no `/proc`. */
export function processorTime(pid: number): number | null {
  let entries: string[];
  try {
    entries = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  } catch {
    return null;
  }
  const stats = new Map(entries.flatMap((name) => statOf(Number(name)) ?? []));
  const timeOf = (one: number): number => {
    const own = stats.get(one)?.seconds ?? 0;
    const children = [...stats].filter(([, { parent }]) => parent === one);
    return children.reduce((sum, [child]) => sum + timeOf(child), own);
  };
  return timeOf(pid);
}

function statOf(pid: number): [number, { parent: number; seconds: number }][] | null {
  try {
    // The name may hold spaces and brackets; it ends at the last one.
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /s, "")
      .split(" ");
    return [[pid, { parent: Number(fields[1]), seconds: (Number(fields[11]) + Number(fields[12])) / TICKS }]];
  } catch {
    return null;
  }
}
