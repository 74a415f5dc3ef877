import type { Sorting, Steering } from "../../api.ts";
import { NEUTRAL } from "../../neutral.ts";

const SLIDERS = { popularity: [-1, 1], variety: [0, 1], familiarity: [-1, 1] } as const;
export type SliderName = keyof typeof SLIDERS;
const SLIDER_NAMES = Object.keys(SLIDERS) as SliderName[];
export const SORTINGS: readonly Sorting[] = ["best", "newest", "oldest", "popular", "title"];

export function isNeutral(steering: Steering): boolean {
  return toAddress(steering) === toAddress(NEUTRAL);
}

/** Whether films are left out that the list would hold otherwise. */
export function isNarrow(steering: Steering): boolean {
  const { genres, withoutGenres, decades, withoutSequels, onlyWatchlist } = steering;
  return genres.length + withoutGenres.length + decades.length > 0 || withoutSequels || onlyWatchlist;
}

/** "#/?popularity=40&genres=Comedy": the list's settings, and nothing about the person. */
export function toAddress(steering: Steering): string {
  const query = new URLSearchParams();
  for (const name of SLIDER_NAMES) {
    const percent = Math.round(steering[name] * 100);
    if (percent !== 0) query.set(name, String(percent));
  }
  for (const name of ["genres", "withoutGenres", "decades"] as const) {
    for (const value of steering[name]) query.append(name, String(value));
  }
  for (const name of ["withoutSequels", "onlyWatchlist"] as const) {
    if (steering[name]) query.set(name, "1");
  }
  if (steering.sorting !== NEUTRAL.sorting) query.set("sorting", steering.sorting);
  return query.size === 0 ? "#/" : `#/?${query}`;
}

/** The steering in an address; anything invalid in it is left out. */
export function fromAddress(address: string): Steering {
  const query = new URLSearchParams(address.startsWith("#/?") ? address.slice(3) : "");
  const steering = { ...NEUTRAL };
  for (const name of SLIDER_NAMES) {
    const [least, most] = SLIDERS[name];
    const value = Number(query.get(name)) / 100;
    if (Number.isFinite(value)) steering[name] = Math.min(Math.max(value, least), most);
  }
  const years = query.getAll("decades").map(Number);
  return {
    ...steering,
    genres: query.getAll("genres"),
    withoutGenres: query.getAll("withoutGenres"),
    withoutSequels: query.get("withoutSequels") === "1",
    onlyWatchlist: query.get("onlyWatchlist") === "1",
    decades: years.filter((year) => Number.isInteger(year) && year % 10 === 0),
    sorting: SORTINGS.find((sorting) => sorting === query.get("sorting")) ?? NEUTRAL.sorting,
  };
}

/** From any to only these, to none of these, and back. */
export function withNextState(steering: Steering, genre: string): Steering {
  const { genres, withoutGenres } = steering;
  const without = (list: string[]) => list.filter((other) => other !== genre);
  if (genres.includes(genre)) {
    return { ...steering, genres: without(genres), withoutGenres: [...withoutGenres, genre] };
  }
  if (withoutGenres.includes(genre)) return { ...steering, withoutGenres: without(withoutGenres) };
  return { ...steering, genres: [...genres, genre] };
}

export function withDecade(steering: Steering, decade: number): Steering {
  const { decades } = steering;
  return {
    ...steering,
    decades: decades.includes(decade) ? decades.filter((other) => other !== decade) : [...decades, decade],
  };
}
