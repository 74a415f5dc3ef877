import { count, day } from "../../../../ui/words.ts";
import type { Sides } from "./cuts.ts";

/** "90%", and where a tenth counts "87.3%", of a per mille. */
export const percent = (perMille: number) => `${Number((perMille / 10).toFixed(1))}%`;

/** What a line between known and new means, in a sentence or two. */
export function aboutCut(sides: Sides): string {
  const { seconds, known, knownUsers, newUsers, byNewUsers } = sides;
  const before = `Known: ${count(known, "rating")} by ${count(knownUsers, "user")} until ${day(seconds)}.`;
  const after = `New: ${count(sides.new, "rating")}`;
  if (newUsers === 0) return `${before} ${after}, none of them from first-time users.`;
  return `${before} ${after}, ${count(byNewUsers)} of them from ${count(newUsers, "first-time user")}.`;
}

/** What this step is about, and once it is known how many joined after the line. */
export function timelineClaim(
  found: (Pick<Sides, "newUsers" | "seconds"> & { users: number }) | null,
): string {
  if (found === null) return "Whoever joins after training is somebody the model has never seen.";
  const { newUsers, users, seconds } = found;
  if (newUsers === 0)
    return `Nobody joined after ${day(seconds)}: all new ratings come from users the model knows.`;
  return `Of ${count(users, "user")}, ${count(newUsers)} joined after ${day(seconds)}: a model trained on what came before has never seen them.`;
}
