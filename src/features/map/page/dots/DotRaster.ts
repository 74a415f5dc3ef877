/** A disc of `edge` times `edge` pixels. */
interface Mask {
  edge: number;
  /** From 0 to 255. */
  coverage: Uint8Array;
  /** Pixels that it covers wholly, and those at its rim with their coverage, counted from its corner in this picture. */
  solid: Int32Array;
  rim: Int32Array;
  rimCoverage: Uint8Array;
}

/**
 * Draws dots straight into pixels: without a graphics card that takes a fraction of the time that as many calls of a
 * canvas take, or WebGL by the processor: a map that is dragged keeps 60 frames a second (`npm run latency`).
 */
export class DotRaster {
  #image = new ImageData(1, 1);
  #pixels = new Int32Array(this.#image.data.buffer);
  readonly #masks = new Map<number, Mask>();

  /** Starts a picture of one colour. @param ground as `coloursOf` tells it */
  begin(width: number, height: number, ground: number): void {
    if (this.#image.width !== width || this.#image.height !== height) {
      this.#image = new ImageData(width, height);
      this.#pixels = new Int32Array(this.#image.data.buffer);
      this.#masks.clear();
    }
    this.#pixels.fill(ground);
  }

  /**
   * @param x and y of the middle, in pixels
   * @param radius in pixels, rounded to a quarter
   * @param alpha from 0 to 1
   */
  dot(x: number, y: number, radius: number, colour: number, alpha: number): void {
    const mask = this.#maskOf(Math.round(radius * 4) / 4);
    const { edge } = mask;
    const { width, height } = this.#image;
    const left = Math.round(x) - (edge >> 1);
    const top = Math.round(y) - (edge >> 1);
    const isWithin = left >= 0 && top >= 0 && left + edge <= width && top + edge <= height;
    if (isWithin && alpha === 1) this.#stamp(mask, top * width + left, colour);
    else this.#blend(mask, left, top, colour, alpha);
  }

  get picture(): ImageData {
    return this.#image;
  }

  /** What nearly every dot is: opaque, and within the picture. */
  #stamp({ solid, rim, rimCoverage }: Mask, corner: number, colour: number): void {
    const pixels = this.#pixels;
    for (let i = 0; i < solid.length; i++) pixels[corner + solid[i]] = colour;
    for (let i = 0; i < rim.length; i++) {
      const at = corner + rim[i];
      const under = pixels[at];
      // Where dots are dense, most of what lies below is of the same colour.
      if (under !== colour) pixels[at] = mixed(under, colour, rimCoverage[i]);
    }
  }

  #blend({ edge, coverage }: Mask, left: number, top: number, colour: number, alpha: number): void {
    const { width, height } = this.#image;
    for (let row = Math.max(0, -top); row < edge && top + row < height; row++) {
      const from = (top + row) * width + left;
      for (let column = Math.max(0, -left); column < edge && left + column < width; column++) {
        const share = coverage[row * edge + column] * alpha;
        if (share > 0) this.#pixels[from + column] = mixed(this.#pixels[from + column], colour, share);
      }
    }
  }

  #maskOf(radius: number): Mask {
    let mask = this.#masks.get(radius);
    if (mask === undefined) {
      mask = maskOf(radius, this.#image.width);
      this.#masks.set(radius, mask);
    }
    return mask;
  }
}

function maskOf(radius: number, pictureWidth: number): Mask {
  const reach = Math.ceil(radius);
  const edge = 2 * reach + 1;
  const coverage = Uint8Array.from({ length: edge * edge }, (_, i) => {
    const distance = Math.hypot((i % edge) - reach, Math.floor(i / edge) - reach);
    return 255 * Math.min(1, Math.max(0, radius + 0.5 - distance));
  });
  const places = [...coverage.keys()];
  const inPicture = (place: number) => Math.floor(place / edge) * pictureWidth + (place % edge);
  const rim = places.filter((place) => coverage[place] > 0 && coverage[place] < 255);
  return {
    edge,
    coverage,
    solid: Int32Array.from(
      places.filter((place) => coverage[place] === 255),
      inPicture,
    ),
    rim: Int32Array.from(rim, inPicture),
    rimCoverage: Uint8Array.from(rim, (place) => coverage[place]),
  };
}

/** @param share of the upper one, from 0 to 255; two channels at a time have room between them for the product */
function mixed(under: number, over: number, share: number): number {
  const part = (share * 257) >>> 8;
  const outer = ((under & 0xff00ff) * (256 - part) + (over & 0xff00ff) * part) >>> 8;
  const inner = ((under & 0xff00) * (256 - part) + (over & 0xff00) * part) >>> 8;
  return 0xff000000 | (outer & 0xff00ff) | (inner & 0xff00);
}

/** CSS colours as pixels: signed, since the engine has no fast integers beyond 31 bits without a sign. */
export function coloursOf(inks: readonly string[]): Int32Array {
  const canvas = document.createElement("canvas");
  canvas.width = inks.length;
  canvas.height = 1;
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (context === null) return new Int32Array(inks.length);
  inks.forEach((ink, place) => {
    context.fillStyle = ink;
    context.fillRect(place, 0, 1, 1);
  });
  return new Int32Array(context.getImageData(0, 0, inks.length, 1).data.buffer);
}
