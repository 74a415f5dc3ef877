import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dragged, toMap, toScreen, wholeMap, zoomed, zoomOf } from "../../../src/features/map/page/camera.ts";
import { colourChoices } from "../../../src/features/map/page/colours.ts";
import { enclosed, thinned } from "../../../src/features/map/page/lasso.ts";
import { placeLabels } from "../../../src/features/map/page/placeLabels.ts";
import { itemsWithin, nearestItem } from "../../../src/features/map/page/pointed.ts";

const size = { width: 800, height: 500 };
const whole = wholeMap(size);

describe("labels", () => {
  const label = fc.record({
    text: fc.constant("Horror, 1980s"),
    x: fc.integer({ min: -50, max: 850 }),
    y: fc.integer({ min: -50, max: 550 }),
    width: fc.integer({ min: 10, max: 200 }),
    height: fc.integer({ min: 10, max: 30 }),
  });

  test("never overlap, never leave the view, and the first one that is in it has its place", () => {
    fc.assert(
      fc.property(fc.array(label, { maxLength: 40 }), (labels) => {
        const placed = placeLabels(labels, size);
        placed.forEach((one, i) => {
          expect(one.x - one.width / 2).toBeGreaterThanOrEqual(0);
          expect(one.x + one.width / 2).toBeLessThanOrEqual(size.width);
          expect(one.y - one.height / 2).toBeGreaterThanOrEqual(0);
          expect(one.y + one.height / 2).toBeLessThanOrEqual(size.height);
          for (const other of placed.slice(i + 1)) {
            const isApart =
              Math.abs(one.x - other.x) >= (one.width + other.width) / 2 ||
              Math.abs(one.y - other.y) >= (one.height + other.height) / 2;
            expect(isApart).toBe(true);
          }
        });
        const isInView = ({ x, y }: { x: number; y: number }) => x >= 0 && x <= 800 && y >= 0 && y <= 500;
        expect(placed.length > 0).toBe(labels.some(isInView));
      }),
    );
  });
});

describe("the camera", () => {
  test("what is on the screen comes back from the map, however far it was moved and zoomed", () => {
    const camera = zoomed(dragged(whole, 120, -40), size, 3, [200, 100]);
    const [x, y] = toMap(camera, size, [310, 77]);
    const [left, top] = toScreen(camera, size, [x, y]);
    expect(left).toBeCloseTo(310, 6);
    expect(top).toBeCloseTo(77, 6);
  });

  test("zooming keeps the point under the pointer, and has its bounds", () => {
    const before = toMap(whole, size, [300, 200]);
    const nearer = zoomed(whole, size, 4, [300, 200]);
    const after = toMap(nearer, size, [300, 200]);
    expect(after[0]).toBeCloseTo(before[0], 9);
    expect(after[1]).toBeCloseTo(before[1], 9);
    expect(zoomOf(zoomed(nearer, size, 1e9, [0, 0]), size)).toBe(60);
    expect(zoomOf(zoomed(nearer, size, 1e-9, [0, 0]), size)).toBeCloseTo(0.7, 9);
  });
});

test("a click finds the nearest item within reach", () => {
  const layout = { positions: Float32Array.of(0, 0, 0.5, 0, -1, 1) };
  const [x, y] = toScreen(whole, size, [0.5, 0]);
  expect(nearestItem(layout, whole, size, [x + 5, y - 5], 14)).toBe(1);
  expect(nearestItem(layout, whole, size, [x + 50, y], 14)).toBeNull();
});

describe("what a drag encloses", () => {
  // A square of items, one in the middle, and one beside it.
  const layout = { positions: Float32Array.of(-1, -1, 1, -1, 1, 1, -1, 1, 0, 0, 3, 0) };
  const circle = (corners: number, radius: number) =>
    Array.from({ length: corners }, (_, i) => {
      const angle = (2 * Math.PI * i) / corners;
      return [radius * Math.cos(angle), radius * Math.sin(angle)] as const;
    });

  test("straight across, the box between its ends, drawn in any direction", () => {
    const path = [
      [1.5, 0.5],
      [0.4, 0],
      [-1.5, -1.5],
    ] as const;
    expect(itemsWithin(layout, enclosed(path))).toEqual([0, 1, 4]);
    expect(itemsWithin(layout, enclosed(path.toReversed()))).toEqual([0, 1, 4]);
  });

  test("around, what lies within: not all that a box would hold", () => {
    expect(itemsWithin(layout, enclosed(circle(500, 1.2)))).toEqual([4]);
    expect(itemsWithin(layout, thinned(circle(500, 1.2)))).toEqual([4]);
    expect(thinned(circle(500, 1.2))).toHaveLength(32);
    // A hollow, open to the right, holds nothing of what it goes around.
    const hollow = [...circle(40, 2).slice(2, 38), ...circle(40, 1).slice(2, 38).reverse()];
    expect(itemsWithin(layout, enclosed(hollow))).toEqual([0, 1, 2, 3]);
  });

  test("ending where it began is no straight line", () => {
    const path = [...circle(20, 1.2), circle(20, 1.2)[0]];
    expect(enclosed(path)).toBe(path);
  });
});

test("colours stand for what is known: genres and years only where there are any", () => {
  const years = Int16Array.of(0, 1994);
  expect(colourChoices({ genreNames: ["Drama"], years })).toEqual(["genre", "year", "popularity", "liking"]);
  expect(colourChoices({ genreNames: [], years: new Int16Array(2) })).toEqual(["popularity", "liking"]);
});
