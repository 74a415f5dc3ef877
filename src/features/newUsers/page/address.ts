import { LAST_CUT, LEAST_CUT } from "./timeline/cuts.ts";

export const PLACE = "#/new-users";

/** The line is the article's: nine tenths of the ratings are known. */
const DEFAULT_CUT = 900;

/** The line that an address names in per cent, as a cut; the article's if it names none or an invalid one. */
export function cutIn(address: string): number {
  const [path, query] = address.split("?");
  const line = path === PLACE ? new URLSearchParams(query).get("line") : null;
  const cut = Math.round(10 * Number(line ?? Number.NaN));
  return cut >= LEAST_CUT && cut <= LAST_CUT ? cut : DEFAULT_CUT;
}

/** The address of the page, or of a step on it, with this line; the article's is left out. */
export function addressOf(cut: number, step?: string): string {
  const named = new URLSearchParams();
  if (cut !== DEFAULT_CUT) named.set("line", String(cut / 10));
  if (step !== undefined) named.set("step", step);
  return named.size === 0 ? PLACE : `${PLACE}?${named}`;
}
