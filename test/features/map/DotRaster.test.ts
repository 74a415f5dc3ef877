import { afterAll, expect, test, vi } from "vitest";

/** Node has none. */
class Picture {
  readonly data: Uint8ClampedArray;
  constructor(
    readonly width: number,
    readonly height: number,
  ) {
    this.data = new Uint8ClampedArray(4 * width * height);
  }
}
vi.stubGlobal("ImageData", Picture);
afterAll(() => vi.unstubAllGlobals());
const { DotRaster } = await import("../../../src/features/map/page/dots/DotRaster.ts");

const GROUND = 0xffffffff | 0;
const INK = 0xff204080 | 0;

function pictureOf(...dots: [x: number, y: number, radius: number][]): Int32Array {
  const raster = new DotRaster();
  raster.begin(20, 20, GROUND);
  for (const [x, y, radius] of dots) raster.dot(x, y, radius, INK, 1);
  return new Int32Array(raster.picture.data.buffer);
}

test("a dot cut by the edge shows the same pixels as the part of a whole one", () => {
  for (const radius of [1.6, 2.4, 3.6, 5]) {
    const whole = pictureOf([10, 10, radius]);
    const cut = pictureOf([0, 19, radius]);
    expect(whole[10 * 20 + 10]).toBe(INK);
    for (let y = 0; y <= 10; y++) {
      for (let x = 10; x < 20; x++) expect(cut[(y + 9) * 20 + x - 10]).toBe(whole[y * 20 + x]);
    }
  }
});

test("the rim of a dot lets what lies below show through, and its own colour is left as it is", () => {
  const once = pictureOf([10, 10, 2.4]);
  expect(once.some((pixel) => pixel !== GROUND && pixel !== INK)).toBe(true);
  expect(once[0]).toBe(GROUND);
  const overInk = pictureOf([10, 10, 6], [10, 10, 2.4]);
  expect(overInk).toEqual(pictureOf([10, 10, 6]));
});
