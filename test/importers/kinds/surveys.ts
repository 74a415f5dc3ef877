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
