import type { KindCase } from "./KindCase.ts";
import { ITEMS, lines, ratingBy, titleOf, USERS, WHOLE } from "./sample.ts";

const TITLED = { dataset: { ...WHOLE, titles: ["Amber Kite"] } };
const TITLES = ITEMS.map((item) => titleOf({ item }));
const FIRST = ["Anna", "Ben", "Carla", "Dora", "Emil", "Fritz", "Greta", "Hugo", "Ida", "Jan"];
const WORDS = ["", "1 - DISAPPOINTING", "2 - BAD", "3 - OKAY", "4 - GOOD", "5 - AMAZING"];

/** A row of somebody's answers, one for each film. */
const answers = (user: number, unseen: string, told = (rating: number) => String(rating)) =>
  ITEMS.map((item) => {
    const rating = ratingBy(user, item);
    return rating === null ? unseen : told(rating);
  }).join(",");

/** What people answered who were asked about the same films, and who rated what in words and sides of other names. */
export const SURVEY_CASES: readonly KindCase[] = [
  {
    name: "answers in numbers and words, with what is said of them behind",
    files: {
      "answers.csv": `Timestamp,Name,${TITLES.join(",")},Record ID,Result,Timestamp\n${USERS.map(
        (user) =>
          `1/1${user % 10}/2023 17:42:0${user % 10},Ann ${user},${answers(user, "I did not watch this movie", (rating) => WORDS[rating])},Ann ${user},OK,2023-02-02 15:19`,
      ).join("\n")}\n`,
    },
    right: TITLED,
  },
  ...[
    "never seen it",
    "noch nicht gesehen",
    "je ne l’ai pas vu",
    "no lo he visto",
    "haven't read this book yet",
  ].map(
    (unseen): KindCase => ({
      name: `answers, “${unseen}” where there is none`,
      files: {
        "answers.csv": `Name,${TITLES.join(",")}\n${USERS.map((user) => `Ann ${user},${answers(user, unseen)}`).join("\n")}\n`,
      },
      right: TITLED,
    }),
  ),
  {
    name: "answers behind a first name and a surname that some share",
    files: {
      "answers.csv": `Nome,Cognome,${TITLES.join(",")}\n${USERS.map((user) => `Ann${"abcdefghij"[user - 1]},${["Rossi", "Verdi"][user % 2]},${answers(user, "")}`).join("\n")}\n`,
    },
    right: TITLED,
  },
  {
    name: "films in front of people, without a header",
    files: {
      "r.csv": lines("", ({ user, item, rating }) => [titleOf({ item }), FIRST[user - 1], rating].join(",")),
    },
    right: TITLED,
  },
  {
    name: "rows as Python prints objects",
    files: {
      "r.txt": lines(
        "",
        ({ user, item, rating }) => `Rating(user=${user}, product=${item}, rating=${rating}.0)`,
      ),
    },
    right: { dataset: WHOLE },
  },
  {
    name: "tuples within a list in Python",
    files: {
      "ratings.py": `ratings = [\n${lines("", ({ user, item, rating }) => `    ("ann${user}", "${titleOf({ item })}", ${rating}),`)}]\n`,
    },
    right: TITLED,
  },
  {
    name: "an object a line, as text within quotes",
    files: {
      "r.json": lines("", ({ user, item, rating }) => JSON.stringify(JSON.stringify({ user, item, rating }))),
    },
    right: { dataset: WHOLE },
  },
  {
    name: "−99 where there is no rating, and 88 and 99",
    files: {
      "r.csv": lines(
        "user,item,rating",
        ({ user, item, rating }) => `${user},${item},${rating === 1 ? -99 : rating}`,
      ),
    },
    right: { dataset: { says: "−99, taken as not rated" } },
  },
  {
    name: "88 where nobody knew and 99 where nobody answered",
    files: {
      "r.csv": lines(
        "user,item,rating",
        ({ user, item, rating }) => `${user},${item},${rating > 2 ? rating : 77 + 11 * rating}`,
      ),
    },
    right: { dataset: { says: "88 or 99, taken as not rated" } },
  },
  {
    name: "a matrix whose first row is what the points are out of",
    files: {
      "m.csv": `Film,${USERS.map((user) => FIRST[user - 1])}\nOut of,${USERS.map(() => 5)}\n${ITEMS.map((item) => `${titleOf({ item })},${USERS.map((user) => ratingBy(user, item) ?? "")}`).join("\n")}\n`,
    },
    right: TITLED,
  },
  {
    name: "a matrix of numbered films and more people",
    files: {
      "m.csv": `movieId,${USERS}\n${ITEMS.map((item, i) => `${i + 1},${USERS.map((user) => ratingBy(user, item) ?? "")}`).join("\n")}\n`,
    },
    right: { dataset: WHOLE },
  },
  {
    name: "games by platform, which nobody is",
    files: { "games.csv": "Game,Platform,Trophies,Hours\nQuest,PS4,20,30\nRaid,PS5,10,12\nDoom,PS4,33,9\n" },
    right: [{ refused: "." }, { asks: "." }],
  },
  {
    name: "who rated, in a column whose name does not say so",
    files: {
      "r.csv": lines(
        "jumper,film,rating",
        ({ user, item, rating }) => `ann${user},${titleOf({ item })},${rating}`,
      ),
    },
    right: { dataset: { ...WHOLE, says: "jumper. in r.csv is read as who rated\\.$" } },
  },
  {
    name: "columns that pandas has numbered",
    files: { "r.csv": lines("0,1,2", ({ user, item, rating }) => [user + 10, item, rating].join(",")) },
    right: { dataset: WHOLE },
  },
  {
    name: "the weather at several stations",
    files: {
      "data.csv": `station,date,tmin,tmax,prcp\n${Array.from({ length: 40 }, (_, i) => `S${i % 4},2021-01-${10 + Math.floor(i / 4)},${(i % 5) - 3},${4 + (i % 7)},${i % 3}`).join("\n")}\n`,
    },
    right: { refused: "no column says" },
  },
  {
    name: "what I think, beside two services",
    files: {
      "f.csv": "Movie,IMDb,RT,Me\nHeat (1995),8.3,84%,9\nJaws (1975),8.1,97%,8\nFargo (1996),8.1,94%,5\n",
    },
    right: { own: { stars: [4.5, 4, 2.5] } },
  },
  {
    name: "uid and pid",
    files: { "r.csv": lines("uid,pid,rating", ({ user, item, rating }) => [user, item, rating].join(",")) },
    right: { dataset: WHOLE },
  },
  {
    name: "films by genre, which are nobody's",
    files: {
      "f.json": JSON.stringify({
        Drama: ["Heat", "Casablanca"],
        Comedy: ["Fargo", "Jaws"],
        Horror: ["Alien", "Psycho"],
      }),
    },
    right: [{ refused: "." }, { asks: "." }],
  },
  {
    name: "recipes",
    files: { "recipes.csv": "Recipe,Rating\nPad Thai,5\nPho,4\nBibimbap,3\nLasagne,5\n" },
    right: { refused: "music, food, drinks or places" },
  },
];
