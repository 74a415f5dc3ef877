import type { LoadedData } from "../../../core/worker/LoadedData.ts";
import type { MapItems } from "../api.ts";

/** Genres with a colour of their own. */
const GENRES = 12;
const NONE = 255;

/** The catalogue as columns. Of an item's genres the rarest that has a colour tells most. */
export function mapItemsOf({ catalogue, ratingCounts }: LoadedData): MapItems {
  const counts = new Map<string, number>();
  for (const { genres } of catalogue.items) {
    for (const genre of genres) counts.set(genre, (counts.get(genre) ?? 0) + 1);
  }
  const genreNames = [...counts]
    .sort(([, one], [, other]) => other - one)
    .slice(0, GENRES)
    .map(([genre]) => genre);
  return {
    ids: catalogue.items.map(({ id }) => id),
    titles: catalogue.items.map(({ title }) => title),
    years: Int16Array.from(catalogue.items, ({ year }) => year ?? 0),
    genres: Uint8Array.from(catalogue.items, ({ genres }) => {
      const places = genres.map((genre) => genreNames.indexOf(genre)).filter((place) => place >= 0);
      return places.length === 0 ? NONE : Math.max(...places);
    }),
    genreNames,
    ratings: ratingCounts,
  };
}
