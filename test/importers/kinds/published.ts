import type { KindCase } from "./KindCase.ts";
import {
  csv,
  ITEMS,
  LIKES,
  lines,
  RATINGS,
  ratingBy,
  SAME,
  TITLES,
  titleOf,
  USERS,
  WHOLE,
  workbook,
  zip,
} from "./sample.ts";

const TITLED = { dataset: { ...WHOLE, likes: LIKES, titles: ["Amber Kite"] } };
const NO_ONES = { refused: "no column says who rated" };
const nameOf = (user: number) =>
  ["Ana", "Ben", "Cleo", "Dan", "Eva", "Fay", "Gus", "Hal", "Ida", "Jo"][user - 1];
const titles = [...TITLES.values()];
const cellsOf = (user: number, blank: string, write: (rating: number) => string = String) =>
  ITEMS.map((item) => {
    const rating = ratingBy(user, item);
    return rating === null ? blank : write(rating);
  });
const SAID = [
  "Time lost, who pays me?",
  "some good moments, then none",
  "It was average",
  "I could see it again",
  "seen it twice!",
];
const THREE_FILMS = [
  ["Heat", 1995],
  ["Fargo", 1996],
  ["Alien", 1979],
] as const;
const listed = (header: string, write: (title: string, year: number, i: number) => string) =>
  `${header}\n${THREE_FILMS.map(([title, year], i) => write(title, year, i)).join("\n")}\n`;

/** Ways of writing that were met in files published on GitHub. */
export const PUBLISHED_CASES: readonly KindCase[] = [
  {
    name: "pandas' rows under their numbers",
    files: {
      "r.json": JSON.stringify(
        Object.fromEntries(
          RATINGS.map(({ user, item, rating }, i) => [i, { userId: user, movieId: item, rating }]),
        ),
      ),
    },
    right: SAME,
  },
  {
    name: "pandas' pivot with null",
    files: {
      "m.json": JSON.stringify(
        Object.fromEntries(
          USERS.map((user) => [
            `u${user}`,
            Object.fromEntries(ITEMS.map((item) => [item, ratingBy(user, item)])),
          ]),
        ),
      ),
    },
    right: SAME,
  },
  {
    name: "a workbook of titles in a zip, beside ratings",
    files: {
      "data.zip": zip({
        "ratings.csv": csv(),
        "movies.xlsx": workbook({ Films: [["movieId", "title"], ...TITLES].map((row) => [...row]) }),
      }),
    },
    right: TITLED,
  },
  {
    name: "a name and a title",
    files: {
      "r.csv": lines("name,title,rating", (one) => `${nameOf(one.user)},${titleOf(one)},${one.rating}`),
    },
    right: TITLED,
  },
  {
    name: "remarks behind the values",
    files: {
      "r.csv": lines(
        "userId,movieId,rating\n# from memory",
        (one) => `${one.user},${one.item},${one.rating}.0  # ${titleOf(one)}, ${one.time}`,
      ),
    },
    right: SAME,
  },
  {
    name: "rows that a spreadsheet took for cells",
    files: {
      "ratings.csv": lines("userId,movieId,rating;;", (one) => `${one.user},${one.item},${one.rating};;`),
      "movies.csv": `movieId,title,genres;\n${ITEMS.map((item, i) => (i % 2 ? `"${item},""${titleOf({ item })}, Part 2"",Drama";` : `${item},${titleOf({ item })},Comedy;`)).join("\n")}\n`,
    },
    right: {
      dataset: { ...WHOLE, titles: ["Amber Kite", "Blue Lantern, Part 2"], genres: ["Drama", "Comedy"] },
    },
  },
  {
    name: "a matrix with the name behind it",
    files: {
      "m.csv": `id,${titles.join(",")},name\n${USERS.map((user) => `${user},${cellsOf(user, "NULL").join(",")},${nameOf(user)}`).join("\n")}\n`,
    },
    right: TITLED,
  },
  {
    name: "a matrix with blanks whose rows have no name",
    files: {
      "m.csv": `${titles.join(",")}\n${USERS.map((user) => cellsOf(user, "").join(",")).join("\n")}\n`,
    },
    right: TITLED,
  },
  {
    name: "answers in sentences, of nobody",
    files: {
      "s.csv": `Timestamp,${titles.map((title) => `Rate ${title} (2019)`).join(",")}\n${USERS.map((user) => `2023/01/${10 + user} 11:20:20 AM PST,${cellsOf(user, "[N/A] I have not seen it", (rating) => `"${rating} - ${SAID[rating - 1]}"`).join(",")}`).join("\n")}\n`,
    },
    right: TITLED,
  },
  {
    name: "without a header, each judge's points of each thing in several matters",
    files: {
      "r.tsv": ["fun", "art", "craft"]
        .map((matter, i) =>
          lines("", (one) => `${matter}\t${titleOf(one)}\t${nameOf(one.user)}\t${(one.rating + i) % 6}`),
        )
        .join(""),
    },
    right: { refused: "no column says who rated what" },
  },
  ...[
    ["titulo;puntuacion_media;votos", "Spanish"],
    ["Titel;Bewertung;Anzahl Bewertungen", "German"],
    ["name;rating;reviews_count", "a shop's"],
  ].map(([header, whose]) => ({
    name: `everybody's means (${whose})`,
    files: { "films.csv": listed(header, (title, _, i) => `${title};${7 + i / 10};${1000 + i}`) },
    right: NO_ONES,
  })),
  {
    name: "IMDb's mean and votes beside one's own rating, in Polish",
    files: {
      "r.csv": listed(
        "Tytuł,Rok,Ocena,Ocena IMDb,Liczba głosów",
        (title, year, i) => `${title},${year},${8 + i / 2},8.1,${1000 + i}`,
      ),
    },
    right: { own: { found: 3, stars: [4, 4.5, 4.5] } },
  },
  {
    name: "a rating of 0 for each film",
    files: { "films.csv": listed("Title,Year,Rating", (title, year) => `${title},${year},0`) },
    right: { refused: "no ratings" },
  },
  {
    name: "days of a diary without a film",
    files: {
      "2024.csv": listed(
        "Date,Film,Rating",
        (title, _, i) => `2024-03-0${i + 1},${title},4\n2024-04-0${i + 1},,`,
      ),
    },
    right: { own: { found: 3, stars: [4, 4, 4] } },
  },
  {
    name: "Org's links with boxes",
    files: {
      "films.org": listed(
        "#+title: Films\n* General",
        (title, _, i) => `- [${i ? "X" : " "}] [[https://www.imdb.com/title/tt000000${i}/][${title}]]`,
      ),
    },
    right: { own: { found: 2, stars: [3, 3] } },
  },
  {
    name: "when something was last watched, within its state",
    files: {
      "library.json": JSON.stringify(
        THREE_FILMS.map(([name]) => ({ _id: name, name, state: { lastWatched: "2024-03-01T00:00:00Z" } })),
      ),
    },
    right: { own: { found: 3, stars: [3, 3, 3] } },
  },
  {
    name: "half of a symmetric matrix",
    files: { "m.mtx": "%%MatrixMarket matrix coordinate real symmetric\n3 3 3\n2 1 0.5\n3 1 0.2\n3 2 0.7\n" },
    right: { refused: "symmetric matrix" },
  },
  {
    name: "SQL in one line",
    files: { "r.sql": "INSERT INTO ratings (user_id, movie_id, rating) VALUES (1, 2, 3), (1, 3, 4);\n" },
    right: { refused: "SQL" },
  },
  {
    name: "arrays of NumPy that are no model",
    files: { "train.npz": zip({ "arr_0.npy": "\x93NUMPY" }) },
    right: { refused: "NumPy arrays \\(arr_0\\) and no model" },
  },
];
