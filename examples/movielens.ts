/** The embedded MovieLens files, for the examples that need more than a few lines of data. */
import { readFileSync } from "node:fs";

export interface Rating {
  user: string;
  film: string;
  /** 0.5 to 5 stars. */
  stars: number;
  /** Seconds since 1970. */
  timestamp: number;
}

export interface Film {
  title: string;
  genres: string[];
}

/** In order of time. */
export function readRatings(): Rating[] {
  return rowsOf("ratings.csv")
    .map((row) => {
      const [user, film, stars, timestamp] = row.split(",");
      return { user, film, stars: Number(stars), timestamp: Number(timestamp) };
    })
    .sort((a, b) => a.timestamp - b.timestamp);
}

/** By their ids. */
export function readFilms(): Map<string, Film> {
  return new Map(
    rowsOf("movies.csv").map((row) => {
      // Titles with a comma stand in quotes.
      const title = row.slice(row.indexOf(",") + 1, row.lastIndexOf(","));
      const genres = row.slice(row.lastIndexOf(",") + 1).split("|");
      return [
        row.slice(0, row.indexOf(",")),
        {
          title: title.replace(/^"|"$/g, "").replaceAll('""', '"'),
          genres: genres.filter((genre) => genre !== "(no genres listed)"),
        },
      ];
    }),
  );
}

function rowsOf(file: string): string[] {
  const url = new URL(`../public/data/ml-latest-small/${file}`, import.meta.url);
  return readFileSync(url, "utf8").trim().split(/\r?\n/).slice(1);
}
