import type { Column, Role, TableForm } from "./TableForm.ts";

/** The files of one of the formats of GroupLens, by name; whatever else lies beside them is not needed. */
export interface Layout {
  ratings: string;
  items: string;
  users: string | null;
  /** Names of the genres, one for each of the flags in `items`. */
  genres: string | null;
  /** Null for files that are none of these. */
  formOf(name: string, genres: readonly string[] | null): TableForm | null;
}

const OLD_GENRES =
  "unknown|Action|Adventure|Animation|Children's|Comedy|Crime|Documentary|Drama|Fantasy|Film-Noir|Horror|Musical|Mystery|Romance|Sci-Fi|Thriller|War|Western".split(
    "|",
  );

const OCCUPATIONS =
  "other|academic/educator|artist|clerical/admin|college/grad student|customer service|doctor/health care|executive/managerial|farmer|homemaker|K-12 student|lawyer|programmer|retired|sales/marketing|scientist|self-employed|technician/engineer|tradesman/craftsman|unemployed|writer".split(
    "|",
  );

/** Beside the 10 million. */
const TAGS = "tags.dat";

const RATINGS = columns("user", "item", "rating", "timestamp");

/** 100,000 ratings of 1998: tabs and bars, no headers, a flag for each genre, Latin-1. */
const HUNDRED_K: Layout = {
  ratings: "u.data",
  items: "u.item",
  users: "u.user",
  genres: "u.genre",
  formOf(name, genres) {
    if (name === this.ratings) return form("ratings", RATINGS);
    if (name === this.users) {
      return form("users", [
        ...columns("user", "age"),
        { name: "gender", role: "feature" },
        { name: "occupation", role: "feature" },
        { name: "zip", role: "unused" },
      ]);
    }
    if (name !== this.items) return null;
    const flags = (genres ?? OLD_GENRES).map(
      (genre): Column => ({ name: genre, role: genre === "unknown" ? "unused" : "flag" }),
    );
    return form("items", [
      ...columns("item", "title"),
      { name: "release date", role: "unused" },
      { name: "video release date", role: "unused" },
      { name: "IMDb URL", role: "unused" },
      ...flags,
    ]);
  },
};

/** 1 and 10 million ratings: colons, no headers; ages as bands and occupations as codes. */
const COLONS: Layout = {
  ratings: "ratings.dat",
  items: "movies.dat",
  users: "users.dat",
  genres: null,
  formOf(name) {
    if (name === this.ratings) return form("ratings", RATINGS);
    if (name === this.items) return form("items", columns("item", "title", "labels"));
    if (name === TAGS) {
      return form("tags", [
        { name: "user", role: "unused" },
        ...columns("item"),
        { name: "tag", role: "tags" },
        { name: "timestamp", role: "unused" },
      ]);
    }
    if (name !== this.users) return null;
    return form("users", [
      { name: "user", role: "user" },
      { name: "gender", role: "feature" },
      { name: "age", role: "age" },
      {
        name: "occupation",
        role: "feature",
        meanings: new Map(OCCUPATIONS.map((occupation, code) => [String(code), occupation])),
      },
      { name: "zip", role: "unused" },
    ]);
  },
};

/** Beside which file of ratings what else lies that holds nothing of use here. */
const BESIDES: readonly (readonly [ratings: string, others: RegExp])[] = [
  ["u.data", /^(README.*|allbut\.pl|mku\.sh|u\.(genre|info|occupation)|u[1-5ab]\.(base|test))$/],
  ["ratings.dat", /^(README.*|allbut\.pl|split_ratings\.sh|r[1-5ab]\.(train|test))$/],
  ["ratings.csv", /^(README.*|checksums\.txt|genome-tags\.csv)$/],
];

/** Whether a file lies beside the ratings in GroupLens' sets and holds nothing of use here. */
export function isBesides(name: string, names: readonly string[]): boolean {
  return BESIDES.some(([ratings, others]) => names.includes(ratings) && others.test(name));
}

/** The layout that these files have, by their names; null where it is none of the older ones. */
export function olderLayout(names: readonly string[]): Layout | null {
  return [HUNDRED_K, COLONS].find(({ ratings }) => names.includes(ratings)) ?? null;
}

/** The names in a file of genres, in the order of their numbers: "Action|1" a line. */
export function parseGenres(rows: readonly string[][]): string[] {
  return rows
    .filter((row) => row.length === 2)
    .sort(([, a], [, b]) => Number(a) - Number(b))
    .map(([name]) => name.trim());
}

/** The titles that lie beside the ratings of the Netflix Prize: number, year, and a title that may hold commas. */
export const PRIZE_TITLES = /^movie_titles\.(?:csv|txt)$/;

export function prizeTitles(): TableForm {
  return form("items", [...columns("item", "year"), { name: "title", role: "title", isRest: true }]);
}

function columns(...roles: Role[]): Column[] {
  return roles.map((role) => ({ name: role === "labels" ? "genres" : role, role }));
}

function form(kind: TableForm["kind"], all: Column[]): TableForm {
  return { kind, hasHeader: false, columns: all };
}
