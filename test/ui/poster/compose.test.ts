import fc from "fast-check";
import { expect, test } from "vitest";
import type { Film } from "../../../src/core/api/Film.ts";
import { SeededRandom } from "../../../src/matrix/random.ts";
import { compose, familyOf } from "../../../src/ui/poster/compose.ts";
import { PALETTES } from "../../../src/ui/poster/palettes.ts";
import { traitsOf } from "../../../src/ui/poster/traits.ts";

const GENRES =
  "Action Adventure Animation Children Comedy Crime Documentary Drama Fantasy Film-Noir Horror IMAX Musical Mystery Romance Sci-Fi Thriller War Western".split(
    " ",
  );

const film = fc.record<Film>({
  id: fc.string(),
  title: fc.string(),
  year: fc.constant(1995),
  genres: fc.subarray(GENRES),
  vector: fc
    .array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 0, maxLength: 64 })
    .map((values) => Float32Array.from(values)),
  hue: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
});

test("any film has a poster with only finite numbers in it, the same every time", () => {
  fc.assert(
    fc.property(film, (one) => {
      const poster = compose(one);
      expect(poster.shapes.length).toBeGreaterThan(0);
      for (const { d } of poster.shapes) expect(d).toMatch(/^[MLACZ0-9 .e-]+$/);
      expect(compose(structuredClone(one))).toEqual(poster);
    }),
  );
});

/** Of 16 rows, which lap most, each has its scales in four inks at most and their cores in three. */
const MOST_SCALES = 16 * 7;

test("a poster is a handful of paths, since each costs a rating time; scales, row over row, are more", () => {
  fc.assert(
    fc.property(film, (one) => {
      const hasScales = one.genres.some((genre) => genre === "Animation" || genre === "Children");
      expect(compose(one).shapes.length).toBeLessThanOrEqual(hasScales ? MOST_SCALES : 12);
    }),
  );
});

test("films that the model finds nearly alike get nearly the same numbers", () => {
  const vector = Float32Array.from({ length: 10 }, (_, i) => Math.sin(i * 1.3 + 1));
  const near = vector.map((value, i) => value * (1 + 0.005 * Math.cos(i)));
  const base = { id: "1", title: "", year: null, genres: [], hue: null };
  const [one, other] = [traitsOf({ ...base, vector }), traitsOf({ ...base, vector: near })];
  for (let i = 0; i < 20; i++) expect(Math.abs(one(i) - other(i))).toBeLessThan(0.05);
});

/** Points in all directions. */
function vectors(count: number): Float32Array[] {
  const random = new SeededRandom(1);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random.float())) * Math.cos(2 * Math.PI * random.float());
  return Array.from({ length: count }, () => Float32Array.from({ length: 32 }, normal));
}

test("of the films of a genre, no family draws more than half", () => {
  const many = vectors(300);
  for (const genre of [...GENRES, "(no genres listed)"]) {
    const drawn = new Map<unknown, number>();
    for (const vector of many) {
      const family = familyOf({ id: "1", title: "", year: null, genres: [genre], vector, hue: null });
      drawn.set(family, (drawn.get(family) ?? 0) + 1);
    }
    expect(Math.max(...drawn.values()), genre).toBeLessThan(150);
  }
});

test("white is readable on every band", () => {
  for (const { band } of PALETTES) expect(1.05 / (luminance(band) + 0.05)).toBeGreaterThan(4.5);
});

function luminance(colour: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
