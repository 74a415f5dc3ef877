/** A disc as coverage from 0 to 255, `edge` times `edge` pixels. */
interface Mask {
  edge: number;
  coverage: Uint8Array;
}

/**
 * Draws dots straight into pixels: ten thousand of them take about 10 ms without a graphics card, where as many calls
 * of a canvas take many times that. A map that is dragged keeps 60 frames a second with them, so WebGL has nothing to
 * add (`npm run latency`).
 */
export class DotRaster {
  #image = new ImageData(1, 1);
  #pixels = new Uint32Array(this.#image.data.buffer);
  readonly #masks = new Map<number, Mask>();

  /** Starts a picture of one colour. @param ground as `coloursOf` tells it */
  begin(width: number, height: number, ground: number): void {
    if (this.#image.width !== width || this.#image.height !== height) {
      this.#image = new ImageData(width, height);
      this.#pixels = new Uint32Array(this.#image.data.buffer);
    }
    this.#pixels.fill(ground);
  }

  /**
   * @param x and y of the middle, in pixels
   * @param radius in pixels, rounded to a quarter
   * @param alpha from 0 to 1
   */
  dot(x: number, y: number, radius: number, colour: number, alpha: number): void {
    const { edge, coverage } = this.#maskOf(radius);
    const { width, height } = this.#image;
    const left = Math.round(x) - (edge >> 1);
    const top = Math.round(y) - (edge >> 1);
    for (let row = Math.max(0, -top); row < edge && top + row < height; row++) {
      const from = (top + row) * width + left;
      for (let column = Math.max(0, -left); column < edge && left + column < width; column++) {
        const share = coverage[row * edge + column] * alpha;
        if (share >= 255) this.#pixels[from + column] = colour;
        else if (share > 0) this.#pixels[from + column] = mixed(this.#pixels[from + column], colour, share);
      }
    }
  }

  get picture(): ImageData {
    return this.#image;
  }

  #maskOf(radius: number): Mask {
    const rounded = Math.round(radius * 4) / 4;
    let mask = this.#masks.get(rounded);
    if (mask === undefined) {
      const reach = Math.ceil(rounded);
      const edge = 2 * reach + 1;
      const coverage = Uint8Array.from({ length: edge * edge }, (_, i) => {
        const distance = Math.hypot((i % edge) - reach, Math.floor(i / edge) - reach);
        return 255 * Math.min(1, Math.max(0, rounded + 0.5 - distance));
      });
      mask = { edge, coverage };
      this.#masks.set(rounded, mask);
    }
    return mask;
  }
}

/** @param share of the upper one, from 0 to 255; two channels at a time have room between them for the product */
function mixed(under: number, over: number, share: number): number {
  const part = (share * 257) >>> 8;
  const outer = ((under & 0xff00ff) * (256 - part) + (over & 0xff00ff) * part) >>> 8;
  const inner = ((under & 0xff00) * (256 - part) + (over & 0xff00) * part) >>> 8;
  return (0xff000000 | (outer & 0xff00ff) | (inner & 0xff00)) >>> 0;
}

/** CSS colours as pixels. */
export function coloursOf(inks: readonly string[]): Uint32Array {
  const canvas = document.createElement("canvas");
  canvas.width = inks.length;
  canvas.height = 1;
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (context === null) return new Uint32Array(inks.length);
  inks.forEach((ink, place) => {
    context.fillStyle = ink;
    context.fillRect(place, 0, 1, 1);
  });
  return new Uint32Array(context.getImageData(0, 0, inks.length, 1).data.buffer);
}
