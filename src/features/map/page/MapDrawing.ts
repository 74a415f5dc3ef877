import { LIKED_FROM } from "../../../core/api/Film.ts";
import type { MapItems, MapLayout } from "../api.ts";
import { type Camera, type Size, toScreen, zoomOf } from "./camera.ts";
import { type DotsScene, type Fame, fameOf } from "./dots/DotsScene.ts";
import { PaintedDots } from "./dots/PaintedDots.ts";
import { WebGlDots } from "./dots/WebGlDots.ts";
import { type Label, placeLabels } from "./placeLabels.ts";

/** All that a picture of the map follows from. */
export interface Scene extends DotsScene {
  /** What the person rated, by place. */
  ratings: ReadonlyMap<number, number>;
  /** The middle of the person's own list. */
  centre: number | null;
  /** Under the pointer or just found. */
  pointed: number | null;
}

interface MapLabel extends Label {
  font: string;
}

/** Zoom from which the regions of each level show, and from which films have their titles. */
const LEVELS = [0, 1.5, 3.2];
const TITLES_FROM = 4;
const MOST_TITLES = 60;

export interface Canvases {
  /** Below the other, for the dots where a graphics card draws them. */
  dots: HTMLCanvasElement;
  /** For what has lines and letters; without a card for the dots, too. */
  over: HTMLCanvasElement;
}

/** Draws the map: its dots, and over them what has lines and letters. */
export class MapDrawing {
  readonly #dots: HTMLCanvasElement;
  readonly #canvas: HTMLCanvasElement;
  readonly #context: CanvasRenderingContext2D;
  /** Live: it follows the colour scheme. */
  readonly #style: CSSStyleDeclaration;
  readonly #webGl: WebGlDots | null;
  readonly #painted = new PaintedDots();
  #fame: Fame | null = null;

  /** @param changed called when something has to be drawn anew. @throws Error where a canvas cannot be drawn on */
  constructor({ dots, over }: Canvases, changed: () => void) {
    this.#dots = dots;
    this.#canvas = over;
    this.#webGl = WebGlDots.on(dots, changed);
    const context = over.getContext("2d", { willReadFrequently: this.#webGl === null });
    if (context === null) throw new Error("The browser has no canvas.");
    this.#context = context;
    this.#style = getComputedStyle(over);
  }

  close(): void {
    this.#webGl?.close();
  }

  get size(): Size {
    return { width: this.#canvas.clientWidth, height: this.#canvas.clientHeight };
  }

  draw(scene: Scene, camera: Camera): void {
    const { width, height } = this.size;
    // A canvas that is not shown has no size, and no picture can be made for it.
    if (width === 0 || height === 0) return;
    const ratio = devicePixelRatio;
    for (const canvas of [this.#dots, this.#canvas]) setSize(canvas, width * ratio, height * ratio);
    this.#context.setTransform(ratio, 0, 0, ratio, 0, 0);
    this.#points(scene, camera);
    this.#ownRatings(scene, camera);
    this.#labels(scene, camera);
    this.#marks(scene, camera);
  }

  #points(scene: Scene, camera: Camera): void {
    const { size } = this;
    const fame = this.#fameOf(scene.items);
    if (this.#webGl?.draw(scene, fame, camera, size)) {
      this.#context.clearRect(0, 0, size.width, size.height);
    } else {
      const ground = this.#ink("--panel");
      this.#painted.draw(this.#context, scene, fame, { camera, size, ground });
    }
  }

  #ownRatings({ layout, ratings }: Scene, camera: Camera): void {
    const context = this.#context;
    context.lineWidth = 2;
    context.strokeStyle = this.#ink("--ink");
    for (const [item, stars] of ratings) {
      const [x, y] = this.#placeOf(layout, item, camera);
      context.beginPath();
      context.arc(x, y, 6, 0, 2 * Math.PI);
      context.fillStyle = this.#ink(stars >= LIKED_FROM ? "--accent" : "--ground");
      context.fill();
      context.stroke();
    }
  }

  #labels(scene: Scene, camera: Camera): void {
    const context = this.#context;
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.lineJoin = "round";
    context.lineWidth = 4;
    context.strokeStyle = this.#ink("--panel");
    context.fillStyle = this.#ink("--ink");
    for (const { text, x, y, font } of placeLabels(this.#wishes(scene, camera), this.size)) {
      context.font = font;
      context.strokeText(text, x, y);
      context.fillText(text, x, y);
    }
  }

  /** The labels that would be good to have, the most wanted first. */
  #wishes({ items, layout, centre }: Scene, camera: Camera): MapLabel[] {
    const zoom = zoomOf(camera, this.size);
    const family = this.#ink("--text");
    const wishes: MapLabel[] = [];
    if (centre !== null) {
      const [x, y] = this.#placeOf(layout, centre, camera);
      wishes.push(this.#label("You", x, y - 18, `700 14px ${family}`, 20));
    }
    for (const { name, x, y, level } of layout.regions) {
      if (zoom < LEVELS[level]) continue;
      const [left, top] = toScreen(camera, this.size, [x, y]);
      wishes.push(this.#label(name, left, top, `${level === 0 ? 700 : 600} ${15 - level}px ${family}`, 18));
    }
    if (zoom < TITLES_FROM) return wishes;
    const { order } = this.#fameOf(items);
    for (let i = order.length - 1, titles = 0; i >= 0 && titles < MOST_TITLES; i--) {
      const [x, y] = this.#placeOf(layout, order[i], camera);
      if (x < 0 || y < 0 || x > this.size.width || y > this.size.height) continue;
      titles++;
      wishes.push(this.#label(items.titles[order[i]], x, y - 13, `400 12px ${family}`, 15));
    }
    return wishes;
  }

  #marks({ items, layout, centre, pointed }: Scene, camera: Camera): void {
    const context = this.#context;
    if (centre !== null) {
      const [x, y] = this.#placeOf(layout, centre, camera);
      context.beginPath();
      context.arc(x, y, 8, 0, 2 * Math.PI);
      context.lineWidth = 4;
      context.strokeStyle = this.#ink("--ink");
      context.stroke();
      context.lineWidth = 2;
      context.strokeStyle = this.#ink("--accent");
      context.stroke();
    }
    if (pointed === null) return;
    const [x, y] = this.#placeOf(layout, pointed, camera);
    const year = items.years[pointed];
    const text = `${items.titles[pointed]}${year > 0 ? ` (${year})` : ""}`;
    context.font = `600 13px ${this.#ink("--text")}`;
    const width = context.measureText(text).width + 20;
    const left = Math.min(Math.max(x - width / 2, 4), Math.max(4, this.size.width - width - 4));
    const top = y > 44 ? y - 40 : y + 14;
    context.beginPath();
    context.arc(x, y, 7, 0, 2 * Math.PI);
    context.lineWidth = 2;
    context.strokeStyle = this.#ink("--ink");
    context.stroke();
    context.beginPath();
    context.roundRect(left, top, width, 26, 8);
    context.fillStyle = this.#ink("--ink");
    context.fill();
    context.fillStyle = this.#ink("--ground");
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.fillText(text, left + width / 2, top + 13.5);
  }

  #label(text: string, x: number, y: number, font: string, height: number): MapLabel {
    this.#context.font = font;
    return { text, x, y, font, height, width: this.#context.measureText(text).width };
  }

  #placeOf({ positions }: MapLayout, item: number, camera: Camera): readonly [number, number] {
    return toScreen(camera, this.size, [positions[2 * item], positions[2 * item + 1]]);
  }

  /** In the colour scheme of now. */
  #ink(name: "--ink" | "--accent" | "--ground" | "--panel" | "--text"): string {
    return this.#style.getPropertyValue(name).trim();
  }

  #fameOf(items: MapItems): Fame {
    if (this.#fame?.items !== items) this.#fame = fameOf(items);
    return this.#fame;
  }
}

function setSize(canvas: HTMLCanvasElement, width: number, height: number): void {
  const [across, down] = [Math.round(width), Math.round(height)];
  // Setting a size empties a canvas, even where it is the same.
  if (canvas.width !== across) canvas.width = across;
  if (canvas.height !== down) canvas.height = down;
}
