import { plainName } from "../dataset/columnNames.ts";
import { MATINEE_COLUMNS } from "./matineeColumns.ts";
import type { OwnSourceName } from "./OwnFilm.ts";

/** Where the columns of a table of one person's ratings are; -1 for those that it lacks. */
export interface OwnTable {
  source: OwnSourceName;
  title: number;
  otherTitle: number;
  year: number;
  rating: number;
  date: number;
  id: number;
  kind: number;
  /** A rating is divided by this to become stars. */
  pointsPerStar: number;
}

interface Form {
  source: OwnSourceName;
  /** Columns that together are found in no other table; of names joined by "|", one is enough. */
  signature: readonly string[];
  title: string;
  otherTitle?: string;
  year?: readonly string[];
  rating?: readonly string[];
  date?: readonly string[];
  id?: string;
  kind?: string;
  pointsPerStar?: number;
}

/** By header, never by position. */
const FORMS: readonly Form[] = [
  {
    source: "Matinee",
    signature: [plainName(MATINEE_COLUMNS[0]), plainName(MATINEE_COLUMNS[1]), plainName(MATINEE_COLUMNS[3])],
    title: plainName(MATINEE_COLUMNS[1]),
    year: [plainName(MATINEE_COLUMNS[2])],
    rating: [plainName(MATINEE_COLUMNS[3])],
    date: [plainName(MATINEE_COLUMNS[4])],
    id: plainName(MATINEE_COLUMNS[0]),
  },
  {
    source: "Letterboxd",
    signature: ["name", "letterboxduri"],
    title: "name",
    year: ["year"],
    rating: ["rating"],
    date: ["watcheddate", "date"],
  },
  {
    source: "IMDb",
    signature: ["const", "title", "titletype", "yourrating|yourated"],
    title: "title",
    otherTitle: "originaltitle",
    year: ["year"],
    rating: ["yourrating", "yourated"],
    date: ["daterated", "created"],
    kind: "titletype",
    pointsPerStar: 2,
  },
  {
    source: "MovieLens",
    signature: ["movieid", "title", "rating", "imdbid|tmdbid|averagerating"],
    title: "title",
    rating: ["rating"],
    id: "movieid",
  },
  {
    source: "Goodreads",
    signature: ["title", "author", "myrating"],
    title: "title",
    year: ["originalpublicationyear", "yearpublished"],
    rating: ["myrating"],
    date: ["dateread", "dateadded"],
  },
];

/** Two columns that other tables have too, so it has to be all. */
const NETFLIX: Form = { source: "Netflix", signature: ["title", "date"], title: "title", date: ["date"] };

/** Whose table of one person's ratings has this header; null where it is no such table. */
export function ownTable(header: string[]): OwnTable | null {
  const columns = header.map(plainName);
  const find = (names: readonly string[]) =>
    columns.indexOf(names.find((name) => columns.includes(name)) ?? "");
  const has = (names: string) => find(names.split("|")) >= 0;
  // Many people's ratings say whose each is.
  if (has("userid|user")) return null;
  const isNetflix = header.length === NETFLIX.signature.length && NETFLIX.signature.every(has);
  const form = FORMS.find(({ signature }) => signature.every(has)) ?? (isNetflix ? NETFLIX : null);
  if (form === null) return null;
  const place = (names: string | readonly string[] = []) => find([names].flat());
  return {
    source: form.source,
    title: place(form.title),
    otherTitle: place(form.otherTitle),
    year: place(form.year),
    rating: place(form.rating),
    date: place(form.date),
    id: place(form.id),
    kind: place(form.kind),
    pointsPerStar: form.pointsPerStar ?? 1,
  };
}
