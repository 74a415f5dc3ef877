import type { Timeline } from "../../api.ts";
import { dotMask, dotSize, placeUp } from "./dotMask.ts";

/** Whose dots: everyone before the line, and after it known users and new ones. */
const INKS = { known: "--ink-secondary", byKnownUsers: "--ink", byNewUsers: "--on-accent" } as const;
type Side = keyof typeof INKS;

/**
 * The dots of a timeline on a canvas, drawn once in each ink. Since users are ordered by date joined, each side
 * of the line is a rectangle, and moving the line only crops the three drawings differently.
 */
export class TimelineDrawing {
  readonly #canvas: HTMLCanvasElement;
  readonly #timeline: Timeline;
  #mask: HTMLCanvasElement | null = null;
  #layers: Record<Side, HTMLCanvasElement> | null = null;
  #grounds = { after: "", newUsers: "" };

  constructor(canvas: HTMLCanvasElement, timeline: Timeline) {
    this.#canvas = canvas;
    this.#timeline = timeline;
  }

  /** Takes the size that the canvas has on the page now. */
  fit(): void {
    const { clientWidth, clientHeight } = this.#canvas;
    const width = Math.max(1, Math.round(clientWidth * devicePixelRatio));
    const height = Math.max(1, Math.round(clientHeight * devicePixelRatio));
    this.#canvas.width = width;
    this.#canvas.height = height;
    const size = dotSize(this.#timeline.dots.times.length, devicePixelRatio);
    const image = new ImageData(dotMask(this.#timeline, width, height, size), width, height);
    this.#mask = this.#blank();
    this.#mask.getContext("2d")?.putImageData(image, 0, 0);
    this.ink();
  }

  /** Takes the inks of the colour scheme now. */
  ink(): void {
    const mask = this.#mask;
    if (mask === null) return;
    const style = getComputedStyle(this.#canvas);
    const colour = (name: string) => style.getPropertyValue(name).trim();
    const layer = (name: string) => {
      const poured = this.#blank();
      const context = poured.getContext("2d");
      if (context !== null) {
        context.drawImage(mask, 0, 0);
        context.globalCompositeOperation = "source-in";
        context.fillStyle = colour(name);
        context.fillRect(0, 0, poured.width, poured.height);
      }
      return poured;
    };
    this.#layers = {
      known: layer(INKS.known),
      byKnownUsers: layer(INKS.byKnownUsers),
      byNewUsers: layer(INKS.byNewUsers),
    };
    this.#grounds = { after: colour("--line"), newUsers: colour("--accent") };
  }

  /** @param cut the per mille that is known */
  draw(cut: number): void {
    const context = this.#canvas.getContext("2d");
    if (context === null || this.#layers === null) return;
    const { width, height } = this.#canvas;
    const { from, to, users, cuts } = this.#timeline;
    const line = Math.round(placeInTime(cuts.seconds[cut], from, to) * width);
    const top = Math.round((1 - placeUp(Math.max(0, cuts.knownUsers[cut] - 0.5), users)) * height);
    context.clearRect(0, 0, width, height);
    context.fillStyle = this.#grounds.after;
    context.fillRect(line, top, width - line, height - top);
    context.fillStyle = this.#grounds.newUsers;
    context.fillRect(line, 0, width - line, top);
    const part = (side: HTMLCanvasElement, x: number, y: number, w: number, h: number) => {
      if (w > 0 && h > 0) context.drawImage(side, x, y, w, h, x, y, w, h);
    };
    part(this.#layers.known, 0, 0, line, height);
    part(this.#layers.byKnownUsers, line, top, width - line, height - top);
    part(this.#layers.byNewUsers, line, 0, width - line, top);
  }

  #blank(): HTMLCanvasElement {
    const canvas = document.createElement("canvas");
    canvas.width = this.#canvas.width;
    canvas.height = this.#canvas.height;
    return canvas;
  }
}

/** From 0, the first interaction, to 1, the last. */
export function placeInTime(seconds: number, from: number, to: number): number {
  return to > from ? (seconds - from) / (to - from) : 0;
}
