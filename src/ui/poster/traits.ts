import type { Film } from "../../core/api/Film.ts";
import { ofText } from "../../matrix/pseudoRandom.ts";

/** A film's numbers for drawing: as many as are asked for, each from 0 to 1 and evenly spread over all films. */
export type Traits = (index: number) => number;

/** How fast numbers move as films grow less alike: a whole wall of close relatives must still be worth a look. */
const PACE = 1.9;
/** A number that no family asks for. */
const STAND_IN = 41;

/**
 * A film's place among films, as numbers for drawing. The model's own vector is looked at from fixed
 * directions, so films the model finds alike give nearly the same numbers. Before it has learnt,
 * the film's genres and title stand in.
 */
export function traitsOf(film: Film): Traits {
  const length = Math.hypot(...film.vector);
  if (!(length > 0)) return standIn(film);
  const { vector } = film;
  const scale = (PACE * Math.sqrt(vector.length)) / length;
  return (index) => toAndFro(seenFrom(index, vector) * scale);
}

/** A film's place on the colour circle, from 0 to 1. */
export function hueOf(film: Film): number {
  return film.hue ?? standIn(film)(STAND_IN);
}

function seenFrom(index: number, vector: Float32Array): number {
  const direction = directionOf(index, vector.length);
  let seen = 0;
  for (let j = 0; j < vector.length; j++) seen += vector[j] * direction[j];
  return seen;
}

/** By length and number: every poster asks for the same few dozen. */
const directions = new Map<string, Float64Array>();

/** Directions are the same for every film, and those with neighbouring numbers are unrelated. */
function directionOf(index: number, components: number): Float64Array {
  const key = `${components}/${index}`;
  const known = directions.get(key);
  if (known !== undefined) return known;
  const made = Float64Array.from({ length: components }, (_, component) => {
    const wave = Math.cos((index + 1) * (component + 1) * 2.399963 + index * 1.7);
    return wave * Math.sqrt(2 / components);
  });
  directions.set(key, made);
  return made;
}

/** Folds the line into 0 to 1 without a jump. */
function toAndFro(value: number): number {
  return 1 - Math.abs((((value % 2) + 2) % 2) - 1);
}

function standIn(film: Film): Traits {
  const genres = 1000 * ofText(film.genres.join());
  const title = 1000 * ofText(film.title);
  return (index) => {
    const ownShare = fraction(title * (index + 1) * 0.618034);
    const genreShare = fraction(genres * (index + 1) * 0.618034);
    return fraction(genreShare + 0.35 * ownShare);
  };
}

function fraction(value: number): number {
  return value - Math.floor(value);
}

/** The trait stretched over a range. */
export function between(trait: number, from: number, to: number): number {
  return from + trait * (to - from);
}

/** The trait as a choice. */
export function choose<T>(trait: number, options: readonly T[]): T {
  return options[Math.min(options.length - 1, Math.floor(trait * options.length))];
}
