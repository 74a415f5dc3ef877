import type { Film } from "../../core/api/Film.ts";
import { arches } from "./families/arches.ts";
import { arcs } from "./families/arcs.ts";
import { discs } from "./families/discs.ts";
import { dots } from "./families/dots.ts";
import type { Family } from "./families/Family.ts";
import { hills } from "./families/hills.ts";
import { mesa } from "./families/mesa.ts";
import { moon } from "./families/moon.ts";
import { orbits } from "./families/orbits.ts";
import { peaks } from "./families/peaks.ts";
import { rays } from "./families/rays.ts";
import { rings } from "./families/rings.ts";
import { scallops } from "./families/scallops.ts";
import { slats } from "./families/slats.ts";
import { spotlight } from "./families/spotlight.ts";
import { steps } from "./families/steps.ts";
import { sunset } from "./families/sunset.ts";
import { tiles } from "./families/tiles.ts";
import type { Shape } from "./geometry.ts";
import { PALETTES, type Palette } from "./palettes.ts";
import { choose, hueOf, traitsOf } from "./traits.ts";

/**
 * The most telling genre first: a Western that is also a drama is drawn as a Western. Three families at least, so that a wall of
 * one genre is not all of one.
 */
const FAMILIES: readonly (readonly [genre: string, families: readonly Family[]])[] = [
  ["Western", [mesa, sunset, rays]],
  ["Film-Noir", [slats, spotlight, rings]],
  ["Animation", [arcs, hills, scallops, dots, rays]],
  ["Musical", [spotlight, arcs, discs]],
  ["Horror", [moon, rings, spotlight]],
  ["Documentary", [tiles, steps, arches]],
  ["Sci-Fi", [orbits, rays, rings]],
  ["War", [peaks, slats, steps]],
  ["Children", [scallops, dots, hills]],
  ["Fantasy", [moon, hills, orbits]],
  ["Mystery", [rings, arches, spotlight]],
  ["Romance", [discs, sunset, arcs]],
  ["Crime", [slats, steps, spotlight]],
  ["Adventure", [hills, peaks, rays]],
  ["Action", [rays, peaks, slats]],
  ["Thriller", [rings, slats, steps]],
  ["Comedy", [dots, tiles, discs]],
  ["Drama", [arches, sunset, steps]],
];

const NO_GENRE: readonly Family[] = [tiles, dots, discs];

/** Traits from here on choose the family; those below are the family's own. */
const CHOICES = 40;

export interface Composition {
  palette: Palette;
  shapes: Shape[];
}

/** A film's poster: its leading genre and traits pick the family, its traits the numbers, its place among films the inks. */
export function compose(film: Film): Composition {
  const shapes = familyOf(film)(traitsOf(film));
  return { palette: choose(hueOf(film), PALETTES), shapes: joined(shapes) };
}

export function familyOf(film: Film): Family {
  const traits = traitsOf(film);
  const families = FAMILIES.find(([genre]) => film.genres.includes(genre))?.[1] ?? NO_GENRE;
  return choose((traits(CHOICES) + 2 * traits(CHOICES + 3)) % 1, families);
}

/** Neighbours of one ink become one path: a wall of posters is drawn several times as fast. */
function joined(shapes: Shape[]): Shape[] {
  const paths: Shape[] = [];
  for (const shape of shapes) {
    const last = paths.at(-1);
    if (last !== undefined && last.ink === shape.ink && last.width === shape.width) last.d += shape.d;
    else paths.push({ ...shape });
  }
  return paths;
}
