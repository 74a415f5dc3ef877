import { mediaQuery } from "../../../ui/mediaQuery.ts";
import type { View } from "./address.ts";
import { between, type Camera, dragged, type Size, toMap, wholeMap, zoomed, zoomOf } from "./camera.ts";
import { type Area, boxBetween, type Point } from "./lasso.ts";
import { type Canvases, MapDrawing, type Scene } from "./MapDrawing.ts";
import { nearestItem } from "./pointed.ts";

const FLIGHT = 600;

/** A map on a canvas and what of it is in view; it draws at most once a frame. */
export class MapViewer {
  readonly #drawing: MapDrawing;
  #scene: Scene | null = null;
  /** Null while all of the map is in view, whatever the size of the canvas. */
  #camera: Camera | null = null;
  #frame = 0;
  #isFlying = false;

  /** @throws Error where a canvas cannot be drawn on */
  constructor(canvases: Canvases) {
    this.#drawing = new MapDrawing(canvases, () => this.redraw());
  }

  show(scene: Scene): void {
    this.#scene = scene;
    this.redraw();
  }

  redraw = (): void => {
    // A flight draws by itself.
    if (!this.#isFlying) this.#inNextFrame(() => this.#draw());
  };

  /** By pixels. */
  drag(dx: number, dy: number): void {
    this.#moveTo(dragged(this.#look, dx, dy));
  }

  zoom(factor: number, at: Point = this.#middle): void {
    this.#moveTo(zoomed(this.#look, this.#size, factor, at));
  }

  /** Without a flight. */
  lookAt({ x, y, zoom }: View): void {
    // An address is held to the same limits as a hand.
    this.#moveTo(
      dragged(zoomed({ x, y, scale: wholeMap(this.#size).scale }, this.#size, zoom, this.#middle), 0, 0),
    );
  }

  flyTo({ x, y, zoom }: View): void {
    this.#fly({ x, y, scale: wholeMap(this.#size).scale * zoom });
  }

  flyToWhole(): void {
    this.#fly(wholeMap(this.#size), () => {
      this.#camera = null;
    });
  }

  /** The item nearest to a point of the screen, of those within `reach` pixels. */
  itemAt(at: Point, reach: number): number | null {
    return this.#scene && nearestItem(this.#scene.layout, this.#look, this.#size, at, reach);
  }

  get itemInMiddle(): number | null {
    return this.itemAt(this.#middle, Number.POSITIVE_INFINITY);
  }

  /** Where an area of the screen is on the map. */
  areaAt(area: Area): Area {
    return area.map((point) => toMap(this.#look, this.#size, point));
  }

  /** All that is in view. */
  get areaInView(): Area {
    const { width, height } = this.#size;
    return this.areaAt(boxBetween([0, 0], [width, height]));
  }

  get view(): View {
    const { x, y } = this.#look;
    return { x, y, zoom: zoomOf(this.#look, this.#size) };
  }

  close(): void {
    cancelAnimationFrame(this.#frame);
    this.#drawing.close();
  }

  get #size(): Size {
    return this.#drawing.size;
  }

  get #look(): Camera {
    return this.#camera ?? wholeMap(this.#size);
  }

  get #middle(): Point {
    return [this.#size.width / 2, this.#size.height / 2];
  }

  #moveTo(camera: Camera): void {
    this.#camera = camera;
    this.#isFlying = false;
    this.redraw();
  }

  #fly(to: Camera, arrived: () => void = () => {}): void {
    const from = this.#look;
    const began = performance.now();
    const isStill = mediaQuery("(prefers-reduced-motion: reduce)").matches;
    const step = () => {
      const share = isStill ? 1 : Math.min(1, (performance.now() - began) / FLIGHT);
      this.#camera = between(from, to, share * share * (3 - 2 * share));
      this.#draw();
      this.#isFlying = share < 1;
      if (this.#isFlying) this.#inNextFrame(step);
      else arrived();
    };
    this.#isFlying = true;
    this.#inNextFrame(step);
  }

  #draw(): void {
    if (this.#scene !== null) this.#drawing.draw(this.#scene, this.#look);
  }

  /** In place of what was due in that frame: a new move ends a flight. */
  #inNextFrame(act: () => void): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(act);
  }
}
