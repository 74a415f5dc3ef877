import type { OwnRating } from "../../../../core/api/Film.ts";

export const PLACE = "#/together";
/** A longer address is cut or refused by what it is sent with. */
const MOST_RATINGS = 200;

/** "#/together?ratings=1~10.318~9": each film with its half stars, and nothing else about the person. */
export function toLink(ratings: readonly OwnRating[]): string {
  const words = ratings.slice(0, MOST_RATINGS).map(({ filmId, stars }) => `${escaped(filmId)}~${2 * stars}`);
  return `${PLACE}?${new URLSearchParams({ ratings: words.join(".") })}`;
}

/** The ratings in an address; null if it is no such link. Invalid ratings are left out. */
export function fromLink(address: string): OwnRating[] | null {
  const [place, query] = address.split("?");
  const words = new URLSearchParams(query).get("ratings");
  if (place !== PLACE || words === null) return null;
  const ratings = new Map<string, number>();
  for (const word of words.split(".")) {
    const [id, halves] = word.split("~");
    const stars = Number(halves) / 2;
    if (!Number.isInteger(2 * stars) || stars < 0.5 || stars > 5) continue;
    try {
      ratings.set(decodeURIComponent(id), stars);
    } catch {}
  }
  return [...ratings].map(([filmId, stars]) => ({ filmId, stars }));
}

/** Without the two signs that stand between ratings. */
const escaped = (id: string) => encodeURIComponent(id).replaceAll(".", "%2E").replaceAll("~", "%7E");
