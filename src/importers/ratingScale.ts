import { denominatorOf, isUnrated, ratingOf } from "../dataset/cells/ratingOf.ts";
import { signScale } from "../dataset/cells/signScale.ts";
import { verbalScale } from "../dataset/cells/verbalScale.ts";
import { scaleNamed } from "../dataset/columns/columnNames.ts";
import { areOfFifty } from "../dataset/reading/likes.ts";
import { unratedValues } from "../dataset/reading/unrated.ts";
import type { Importer } from "./Importer.ts";

const STARS = 5;
const BEST_GRADE = 6;
/** So many ratings of 1 to 3 are hardly those of somebody who gives up to 5. */
const LEAST_OF_THREE = 8;
/** Somebody who gives points of 100 gave one film as many as this. */
const NEAR_HUNDRED = 80;

/** By what the ratings say themselves, "8/10", or their name, "Score /5"; else the highest of all has to tell. */
export function scaleOf(
  name: string,
  ratings: readonly string[],
  isOfGrades: boolean,
): Pick<Importer, "pointsPerStar" | "ratingOf" | "isUnrated" | "assumed" | "isOfThree" | "highest"> {
  const signs = signScale(ratings);
  if (signs)
    return {
      pointsPerStar: 1,
      ratingOf: signs.pointsOf,
      isUnrated: (text) => Number.isNaN(signs.pointsOf(text)),
      assumed: `Signs are read as stars: ${signs.told}.`,
    };
  const words = verbalScale(ratings.filter((text) => !isUnrated(text)));
  if (words)
    return {
      pointsPerStar: 1,
      ratingOf: words.pointsOf,
      isUnrated,
      assumed: `Words are read as stars: ${words.told}.`,
    };
  const said = new Set(ratings.map(denominatorOf).filter((end) => end !== null));
  if (said.size > 1) {
    const inStars = (text: string) => (ratingOf(text) * STARS) / (denominatorOf(text) ?? Math.max(...said));
    return { pointsPerStar: 1, ratingOf: inStars };
  }
  const points = ratings.map(ratingOf).filter(Number.isFinite);
  if (new Set(points.filter((value) => value < 0)).size > 1) return aroundZero(scaleNamed(name), points);
  const end = [...said][0] ?? (isOfGrades ? BEST_GRADE : scaleNamed(name));
  if (end === null) {
    if (areShares(points)) return ofOne();
    const marks = unratedValues(name, Float32Array.from(points), "ratings").values;
    // One alone may be a total.
    const [highest, next] = points.filter((value) => !marks.includes(value)).toSorted((a, b) => b - a);
    if ([highest, next].every(isOfNoScale) && !areOfFifty(points)) return { highest };
    return areOfThree(points) ? { isOfThree: true } : {};
  }
  return {
    pointsPerStar: end / STARS,
    ...(isOfGrades ? { assumed: `${name}: 1 is read as the best grade.` } : {}),
  };
}

/** Too high for a scale of 20, and far from the end of one of 100. */
function isOfNoScale(highest: number): boolean {
  return highest > 20 && (highest < NEAR_HUNDRED || highest > 100);
}

function areOfThree(points: readonly number[]): boolean {
  return points.length >= LEAST_OF_THREE && [...new Set(points)].sort().join() === "1,2,3";
}

/** From 0 to 1, with more between than thumbs and halves. */
function areShares(points: readonly number[]): boolean {
  return (
    points.every((value) => value >= 0 && value <= 1) && points.some((value) => !Number.isInteger(value * 2))
  );
}

function ofOne(): Pick<Importer, "pointsPerStar" | "ratingOf" | "isUnrated" | "assumed"> {
  return {
    pointsPerStar: 1,
    ratingOf: (text) => Math.max(0.5, ratingOf(text) * STARS),
    isUnrated,
    assumed: "Ratings from 0 to 1 are spread over the stars.",
  };
}

/** From −5 to 5, say: −5 is half a star, and 0 two and a half. */
function aroundZero(
  named: number | null,
  points: readonly number[],
): Pick<Importer, "pointsPerStar" | "ratingOf" | "isUnrated" | "assumed"> {
  const end = named ?? Math.max(...points.map(Math.abs));
  return {
    pointsPerStar: 1,
    ratingOf: (text) => Math.max(0.5, ((ratingOf(text) + end) * STARS) / (2 * end)),
    isUnrated,
    assumed: `Ratings from \u2212${end} to ${end} are spread over the stars.`,
  };
}
