import { expect, test } from "vitest";
import type { MapItems } from "../../../src/features/map/api.ts";
import { regionsOf } from "../../../src/features/map/worker/regions.ts";

/** Nine clumps in a grid, the first of which holds all the horror films and the second all those of the forties. */
const CLUMPS = 9;
const EACH = 30;
const places = Array.from({ length: CLUMPS * EACH }, (_, item) => item);
const clumpOf = (item: number) => Math.floor(item / EACH);
const items: MapItems = {
  ids: places.map(String),
  titles: places.map((item) => `Film ${item}`),
  years: Int16Array.from(places, (item) => (clumpOf(item) === 1 ? 1944 : 1990 + (item % 30))),
  genres: new Uint8Array(places.length),
  genreNames: ["Drama"],
  ratings: Int32Array.from(places, (item) => 1000 - item),
};
const genres = places.map((item) => (clumpOf(item) === 0 ? ["Horror", "Drama"] : ["Drama"]));
const positions = Float32Array.from(
  places.flatMap((item) => {
    const clump = clumpOf(item);
    return [(clump % 3) - 1 + 0.01 * (item % 5), Math.floor(clump / 3) - 1 + 0.01 * (item % 7)];
  }),
);

test("regions are named after what sets them apart, else after their best-known film, and no name comes twice", () => {
  const regions = regionsOf(items, genres, positions);
  const whole = regions.filter(({ level }) => level === 0);
  expect(whole).toHaveLength(CLUMPS);
  expect(whole.slice(0, 3).map(({ name }) => name)).toEqual(["Horror", "The 1940s", "Around Film 60"]);
  expect(whole[0]).toMatchObject({ items: EACH, best: [0, 1, 2, 3, 4] });
  expect(whole[0].x).toBeCloseTo(-0.98, 2);
  expect(new Set(regions.map(({ name }) => name)).size).toBe(regions.length);
});

test("the examples of a region bear out its name", () => {
  // The best known of the first clump are not horror films.
  const withOthers = genres.map((own, item) => (item < 3 ? ["Drama"] : own));
  const [horror] = regionsOf(items, withOthers, positions);
  expect(horror).toMatchObject({ name: "Horror", items: EACH, best: [3, 4, 5, 6, 7] });
});
