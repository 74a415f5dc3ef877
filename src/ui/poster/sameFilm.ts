import type { Film } from "../../core/api/Film.ts";

/** Whether two answers of the worker speak of one film in the same way, so that nothing has to be redrawn. */
export function sameFilm(one: Film, other: Film): boolean {
  if (one === other) return true;
  return (
    one.id === other.id &&
    one.title === other.title &&
    one.hue === other.hue &&
    one.vector.length === other.vector.length &&
    one.vector.every((value, i) => value === other.vector[i])
  );
}
