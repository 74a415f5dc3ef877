import type { MapItems, OwnPlace } from "../api.ts";

export type ColourBy = "genre" | "year" | "popularity" | "liking";

export const COLOUR_WORDS: Record<ColourBy, string> = {
  genre: "Genre",
  year: "Year",
  popularity: "Popularity",
  liking: "How much I would like it",
};

/** By what these can be told apart, the most telling first. */
export function colourChoices({ genreNames, years }: Pick<MapItems, "genreNames" | "years">): ColourBy[] {
  return [
    ...(genreNames.length > 0 ? (["genre"] as const) : []),
    ...(years.some((year) => year > 0) ? (["year"] as const) : []),
    "popularity",
    "liking",
  ];
}

/** Every item's place in a list of inks. */
export interface Colouring {
  inks: string[];
  ofItem: Uint8Array;
  /** What the inks stand for, in their order; two words for the ends of a scale. */
  legend: string[];
  isScale: boolean;
}

const STEPS = 8;

/** @param isDark on which ground the inks have to be told apart */
export function colouring(by: ColourBy, items: MapItems, own: OwnPlace | null, isDark: boolean): Colouring {
  if (by === "genre") {
    const names = items.genreNames;
    return {
      inks: [...names.map((_, place) => hue(place, names.length, isDark)), isDark ? "#5f6b7a" : "#9aa4b0"],
      ofItem: items.genres.map((genre) => Math.min(genre, names.length)),
      legend: [...names, "Others"],
      isScale: false,
    };
  }
  if (by === "year") {
    const known = [...items.years].filter((year) => year > 0).sort((a, b) => a - b);
    const [first, last] = [known[0] ?? 0, known[known.length - 1] ?? 0];
    const share = ranked(items.years);
    return { ...scale(share, 250, isDark), legend: [String(first), String(last)] };
  }
  if (by === "popularity") {
    return { ...scale(ranked(items.ratings), 155, isDark), legend: ["Rarely rated", "Often rated"] };
  }
  const liking = own?.liking ?? new Float32Array(items.ids.length);
  // Nearly everything is not for this person: the upper half of the catalogue has most of the inks.
  return {
    ...scale(
      liking.map((rank) => Math.max(0, 2 * rank - 1) ** 2),
      35,
      isDark,
    ),
    legend: ["Less for you", "More for you"],
  };
}

/** Hues around the circle; neighbours in the list are far apart on it. */
function hue(place: number, of: number, isDark: boolean): string {
  const angle = ((place * 5) % of) * (360 / of) + 20;
  const strength = place % 2 === 0 ? 0.17 : 0.13;
  return isDark
    ? `oklch(${place % 2 === 0 ? 0.72 : 0.82} ${strength} ${angle})`
    : `oklch(${place % 2 === 0 ? 0.6 : 0.48} ${strength} ${angle})`;
}

function scale(shares: Float32Array, angle: number, isDark: boolean) {
  const inks = Array.from({ length: STEPS }, (_, step) => {
    const share = step / (STEPS - 1);
    const lightness = isDark ? 0.36 + 0.48 * share : 0.86 - 0.42 * share;
    return `oklch(${lightness} ${0.03 + 0.15 * share} ${angle})`;
  });
  return {
    inks,
    ofItem: Uint8Array.from(shares, (share) => Math.min(STEPS - 1, Math.floor(share * STEPS))),
    isScale: true,
  };
}

/** The share of all that have less. */
function ranked(values: ArrayLike<number>): Float32Array {
  const sorted = Float64Array.from(values).sort();
  const first = new Map<number, number>();
  sorted.forEach((value, place) => {
    if (!first.has(value)) first.set(value, place);
  });
  return Float32Array.from(values, (value) => (first.get(value) ?? 0) / Math.max(1, sorted.length));
}
