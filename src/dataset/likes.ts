/** From which rating on somebody liked it, by the highest rating of the scale: 3 of 5 stars, 6 of 10, 60 of 100. */
export function guessLikedFrom(ratings: Float32Array): number {
  const scale = scaleOf(ratings);
  if (scale !== null)
    return scale === 1 && ratings.every((rating) => rating === 0 || rating === 1) ? 1 : 0.6 * scale;
  // Counts have no end: whoever is above the middle liked it.
  return ratings.toSorted()[Math.floor(ratings.length / 2)];
}

/** The highest rating that the scale has; null where it is none of the usual ones. */
export function scaleOf(ratings: Float32Array): number | null {
  let highest = 0;
  for (const rating of ratings) if (rating > highest) highest = rating;
  return [1, 5, 10, 100].find((end) => highest <= end) ?? null;
}
