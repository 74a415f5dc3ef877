import type { Timeline } from "../../api.ts";

/** Opacity of one dot; where several lie on each other it adds up. */
const ONE_DOT = 0.45;
const MOST_ON_EACH_OTHER = 255;

/**
 * Every dot of the timeline as opacity, for ink to be poured over: time runs across, the first user to come
 * stands lowest.
 * @param size of a dot, in pixels.
 */
export function dotMask(
  { users, dots }: Timeline,
  width: number,
  height: number,
  size: number,
): Uint8ClampedArray<ArrayBuffer> {
  const opacities = Uint8ClampedArray.from({ length: MOST_ON_EACH_OTHER + 1 }, (_, dotsHere) =>
    Math.round(255 * (1 - (1 - ONE_DOT) ** dotsHere)),
  );
  const mask = new Uint8ClampedArray(width * height * 4);
  const across = width - size;
  const up = height - size;
  for (let i = 0; i < dots.times.length; i++) {
    const left = Math.round(dots.times[i] * across);
    const top = Math.round((1 - placeUp(dots.users[i], users)) * up);
    for (let y = top; y < top + size; y++) {
      for (let x = left; x < left + size; x++) mask[(y * width + x) * 4 + 3]++;
    }
  }
  for (let alpha = 3; alpha < mask.length; alpha += 4) mask[alpha] = opacities[mask[alpha]];
  return mask;
}

/** The height of a user's dots, from 0 for the first user to 1 for the last. */
export function placeUp(user: number, users: number): number {
  return users > 1 ? user / (users - 1) : 0;
}

/** Pixels of a dot: large if there are few. */
export function dotSize(interactions: number, pixelRatio: number): number {
  const cssPixels = interactions > 50_000 ? 1.5 : interactions > 5_000 ? 2 : 3;
  return Math.max(1, Math.round(cssPixels * pixelRatio));
}
