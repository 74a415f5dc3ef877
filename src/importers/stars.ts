/** What a film counts as that was watched and not rated: the least that is a like. */
export const STARS_FOR_WATCHED = 3;

/** A rating on a scale of so many points a star, in half stars; null where it is none. */
export function starsOf(text: string, pointsPerStar: number): number | null {
  const rating = text.trim() === "" ? Number.NaN : Number(text);
  const stars = Math.round((rating / pointsPerStar) * 2) / 2;
  return stars >= 0.5 && stars <= 5 && rating <= 5 * pointsPerStar ? stars : null;
}
