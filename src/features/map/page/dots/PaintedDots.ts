import type { Camera, Size } from "../camera.ts";
import { coloursOf, DotRaster } from "./DotRaster.ts";
import { type DotsScene, FADED, type Fame, growthOf } from "./DotsScene.ts";

/** Pixels beyond the canvas at which a dot no longer shows. */
const EDGE = 24;

/** Draws the dots on a 2D canvas, as pixels: where there is no graphics card, or as long as WebGL is lost. */
export class PaintedDots {
  readonly #raster = new DotRaster();
  #colours: { key: string; pixels: Int32Array } = { key: "", pixels: new Int32Array() };

  /** @param ground the colour that is drawn on */
  draw(
    context: CanvasRenderingContext2D,
    { layout: { positions }, colouring, selected }: DotsScene,
    { order, radii }: Fame,
    { camera, size, ground }: { camera: Camera; size: Size; ground: string },
  ): void {
    const { width, height } = context.canvas;
    const ratio = devicePixelRatio;
    const growth = ratio * growthOf(camera, size);
    const [groundPixel, ...colours] = this.#coloursFor([ground, ...colouring.inks]);
    const scale = camera.scale * ratio;
    this.#raster.begin(width, height, groundPixel);
    for (const item of order) {
      const x = (positions[2 * item] - camera.x) * scale + width / 2;
      const y = (positions[2 * item + 1] - camera.y) * scale + height / 2;
      if (x < -EDGE || y < -EDGE || x > width + EDGE || y > height + EDGE) continue;
      const alpha = selected === null || selected.has(item) ? 1 : FADED;
      this.#raster.dot(x, y, radii[item] * growth, colours[colouring.ofItem[item]], alpha);
    }
    context.putImageData(this.#raster.picture, 0, 0);
  }

  #coloursFor(inks: readonly string[]): Int32Array {
    const key = inks.join();
    if (this.#colours.key !== key) this.#colours = { key, pixels: coloursOf(inks) };
    return this.#colours.pixels;
  }
}
