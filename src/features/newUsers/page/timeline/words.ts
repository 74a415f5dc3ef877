import { count, day } from "../../../../ui/words.ts";
import type { Parted } from "./cuts.ts";

/** "90 %", and where a tenth counts "87.3 %", of a per mille. */
export const percent = (perMille: number) => `${Number((perMille / 10).toFixed(1))}\u00a0%`;

/** What a line between current and new means, in a sentence or two. */
export function aboutCut(cut: number, parted: Parted): string {
  const { seconds, current, currentUsers, newUsers, byNewUsers } = parted;
  const known = `${percent(cut)} are current: ${count(current, "rating")} by ${count(currentUsers, "user")}, before ${day(seconds)}.`;
  const came = `${count(parted.new, "rating")} came after`;
  if (newUsers === 0) return `${known} ${came}, all of them by users known before.`;
  if (byNewUsers === parted.new) {
    return `${known} ${came}, all of them by ${count(newUsers, "user")} never seen before.`;
  }
  return `${known} ${came}, ${count(byNewUsers)} of them by ${count(newUsers, "user")} never seen before.`;
}
