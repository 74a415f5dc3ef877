import { readdirSync, readFileSync } from "node:fs";

/** The processes that show pages, of every Chromium on this machine, by their ids. Needs Linux. */
export function renderers(): string[] {
  return readdirSync("/proc").filter((id) => {
    try {
      return /^\d+$/.test(id) && readFileSync(`/proc/${id}/cmdline`, "utf8").includes("--type=renderer");
    } catch {
      // It has ended meanwhile.
      return false;
    }
  });
}
