import type { Film } from "../../../core/api/Film.ts";

/** What an answer did to the list: "Rated Heat 4 stars. New at the top: Ronin." */
export function newsOf(changed: string, before: readonly Film[] | null, now: readonly Film[] | null): string {
  if (before === null || now === null) return `${changed}.`;
  const known = new Set(before.map(({ id }) => id));
  const first = now.find(({ id }) => !known.has(id));
  return first === undefined
    ? `${changed}. The list stays as it is.`
    : `${changed}. New at the top: ${first.title}.`;
}
