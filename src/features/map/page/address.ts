import type { Area, Point } from "./lasso.ts";

/** What is in view: the point in the middle, and how much nearer than the whole map it is. */
export interface View {
  x: number;
  y: number;
  zoom: number;
}

/** The state of the map that its address holds, in the map's own units: a link shows the same. */
export interface MapAddress {
  /** The id of a film that was searched for. */
  film: string | null;
  /** Null for the whole map, or where the film is. */
  view: View | null;
  area: Area | null;
}

/** "#/map?film=6&view=0.12_-0.3_4&area=0_0_0.2_0.1_0_0.1" */
export function toAddress({ film, view, area }: MapAddress): string {
  const query = new URLSearchParams();
  if (film !== null) query.set("film", film);
  if (view !== null) query.set("view", written([view.x, view.y, view.zoom]));
  if (area !== null) query.set("area", written(area.flat()));
  return query.size === 0 ? "#/map" : `#/map?${query}`;
}

/** Whatever in the address is invalid is left out. */
export function fromAddress(address: string): MapAddress {
  const query = new URLSearchParams(address.split("?")[1]);
  const view = numbersIn(query.get("view"));
  const area = numbersIn(query.get("area"));
  return {
    film: query.get("film"),
    view: view?.length === 3 && view[2] > 0 ? { x: view[0], y: view[1], zoom: view[2] } : null,
    area: area && area.length >= 6 && area.length % 2 === 0 ? pairs(area) : null,
  };
}

/** Finer than a pixel of the nearest view. */
const written = (numbers: readonly number[]) => numbers.map((number) => Number(number.toFixed(4))).join("_");

function numbersIn(text: string | null): number[] | null {
  const numbers = text?.split("_").map((part) => (part === "" ? Number.NaN : Number(part))) ?? [];
  return numbers.every(Number.isFinite) ? numbers : null;
}

const pairs = (numbers: readonly number[]): Point[] =>
  Array.from({ length: numbers.length / 2 }, (_, i) => [numbers[2 * i], numbers[2 * i + 1]]);

/** Notes it in the address, so that a link shows the map as it is now. */
export function note(change: Partial<MapAddress>): void {
  history.replaceState(history.state, "", toAddress({ ...fromAddress(window.location.hash), ...change }));
}
