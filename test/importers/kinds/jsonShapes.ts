import type { KindCase } from "./KindCase.ts";
import { ITEMS, RATINGS, ratingsOf, SAME, THREE, TITLED, titleOf, USERS, WHOLE } from "./sample.ts";

const LAST = "abcdefghij";
const FIRST = ["Anna", "Ben", "Carla", "Dora", "Emil", "Fritz", "Greta", "Hugo", "Ida", "Jan"];
const firstName = (user: number) => FIRST[user - 1];
const oneWord = ({ item }: { item: number }) => titleOf({ item }).split(" ")[0];

/** Whose ratings of what, or those of what by whom. */
function nested(
  nameOf: (user: number) => string,
  title: (one: { item: number }) => string,
  isTurned: boolean,
): string {
  const all: Record<string, Record<string, number>> = {};
  for (const one of RATINGS) {
    const [outer, inner] = isTurned ? [title(one), nameOf(one.user)] : [nameOf(one.user), title(one)];
    all[outer] = { ...all[outer], [inner]: one.rating };
  }
  return JSON.stringify(all);
}

/** Ways in which JSON and code tell of ratings other than a list of objects. */
export const JSON_SHAPE_CASES: readonly KindCase[] = [
  {
    name: "the ratings of each film by person, in JSON",
    files: {
      "r.json": JSON.stringify(
        Object.fromEntries(
          ITEMS.map((item) => [
            titleOf({ item }),
            Object.fromEntries(
              RATINGS.filter((one) => one.item === item).map(({ user, rating }) => [`ann${user}`, rating]),
            ),
          ]),
        ),
      ),
    },
    right: TITLED,
  },
  ...[
    [
      "people who have first and last names, and films",
      (user: number) => `Ann Smith${LAST[user - 1]}`,
      false,
      TITLED,
    ],
    [
      "films, and people who have first and last names",
      (user: number) => `Ann Smith${LAST[user - 1]}`,
      true,
      TITLED,
    ],
  ].map(
    ([name, nameOf, isTurned, right]): KindCase => ({
      name: `${name}, all of capitals, in JSON`,
      files: { "r.json": nested(nameOf as (user: number) => string, titleOf, isTurned as boolean) },
      right: right as KindCase["right"],
    }),
  ),
  {
    name: "names of one word on both sides, in JSON",
    files: { "r.json": nested(firstName, oneWord, false) },
    right: { asks: "Blue within Anna. Who rated what" },
  },
  {
    name: "names of one word on both sides, in JSON, the films in front",
    files: { "r.json": nested(firstName, oneWord, true) },
    answers: { "sides:r.json": "people last" },
    right: { dataset: { ...WHOLE, titles: ["Amber"] } },
  },
  {
    name: "titles by rating, in JSON",
    files: {
      "f.json": JSON.stringify({ "4.5": ["Heat (1995)"], 4: ["Jaws (1975)"], 2.5: ["Fargo (1996)"] }),
    },
    right: THREE,
  },
  {
    name: "ratings by title, in JSON",
    files: { "f.json": JSON.stringify({ "Heat (1995)": 4.5, "Jaws (1975)": 4, "Fargo (1996)": 2.5 }) },
    right: THREE,
  },
  {
    name: "what is said of each film by its title, in JSON",
    files: {
      "f.json": JSON.stringify({
        Heat: { year: 1995, stars: 4.5 },
        "Fargo (US)": { year: 1996, stars: 2.5 },
        Jaws: { year: 1975, stars: 4 },
      }),
    },
    right: { own: { stars: [4.5, 4, 2.5] } },
  },
  {
    name: "cells of a spreadsheet as Google's interface gives them",
    files: {
      "values.json": JSON.stringify({
        range: "Sheet1!A1:C61",
        majorDimension: "ROWS",
        values: [
          ["user", "film", "rating"],
          ...RATINGS.map(({ user, item, rating }) => [`ann${user}`, titleOf({ item }), String(rating)]),
        ],
      }),
    },
    right: TITLED,
  },
  {
    name: "one's own rating within the title, in JSON",
    files: {
      "r.json": JSON.stringify({
        edges: [
          ["Heat", 1995, 9],
          ["Jaws", 1975, 8],
          ["Fargo", 1996, 5],
        ].map(([text, year, value]) => ({
          node: {
            title: {
              titleText: { text },
              releaseYear: { year },
              ratingsSummary: { aggregateRating: 8.1, voteCount: 900 },
              userRating: { value, date: "2021-03-01" },
            },
          },
        })),
      }),
    },
    right: THREE,
  },
  {
    name: "what was watched, called within what is told of it",
    files: {
      "r.json": JSON.stringify({
        objects: ["Heat", "Jaws"].map((name) => ({
          type: "follow",
          entity_type: "movie",
          watched_at: "2021-03-01",
          meta: { name, first_release_date: name === "Heat" ? "1995-12-15" : "1975-06-20" },
        })),
      }),
    },
    right: { own: { found: 2, stars: [3, 3] } },
  },
  {
    name: "the ratings of each person by film, both with capitals, in JSON",
    files: {
      "r.json": JSON.stringify(
        Object.fromEntries(
          USERS.map((user) => [
            `Ann Smith ${user}`,
            Object.fromEntries(ratingsOf(user).map((one) => [titleOf(one).split(" ")[0], one.rating])),
          ]),
        ),
      ),
    },
    right: SAME,
  },
  {
    name: "tuples with commas behind them, as SQL and Python write them",
    files: {
      "r.txt": `${RATINGS.map((one) => `(${one.user}, '${titleOf(one)}', ${one.rating})`).join(",\n")};\n`,
    },
    right: TITLED,
  },
  {
    name: "lists of a number and a rating each, by user",
    files: {
      "r.json": JSON.stringify(
        Object.fromEntries(USERS.map((user) => [user, ratingsOf(user).map((one) => [one.item, one.rating])])),
      ),
    },
    right: SAME,
  },
  {
    name: "reviews by their users below each title",
    files: {
      "reviews.json": JSON.stringify(
        Object.fromEntries(
          ITEMS.map((item) => [
            titleOf({ item }),
            RATINGS.filter((one) => one.item === item).map(({ user, rating }) => ({
              user: firstName(user),
              text: "Seen.",
              rating,
            })),
          ]),
        ),
      ),
    },
    right: TITLED,
  },
];
