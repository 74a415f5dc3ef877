import type { Explanation } from "../api.ts";
import { FIRST_FILMS } from "../firstFilms.ts";

/** More than these are counted instead of named. */
const NAMED = 4;
const AND = new Intl.ListFormat("en-GB");

/** What would have to change for a film to leave the first posters; nothing of one that is not there. */
export function leavingOf({
  place,
  carriers,
  keptBy,
}: Pick<Explanation, "place" | "carriers" | "keptBy">): string {
  if (carriers.length === 0) return "None of your answers explains that.";
  if (place > FIRST_FILMS) return "";
  if (keptBy === null) return `It would be among the first ${FIRST_FILMS} even without these answers.`;
  const some =
    keptBy.length > NAMED
      ? `${keptBy.length} of your answers, above all ${AND.format(keptBy.slice(0, NAMED - 1))}`
      : AND.format(keptBy);
  return `Without ${some}, it would not be among the first ${FIRST_FILMS}.`;
}
