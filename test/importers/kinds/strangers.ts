import type { KindCase } from "./KindCase.ts";
import { ITEMS, lines, RATINGS, SAME, THREE, TITLED, three, titleOf, WHOLE, workbook } from "./sample.ts";

const TEAMS = ["France", "Ghana", "Japan", "Chile", "Spain"];
const matches = Array.from({ length: 40 }, (_, i) => [
  TEAMS[i % 5],
  TEAMS[(i * 2 + 1) % 5],
  i % 4,
  (i * 3) % 5,
]);
const rowsOf = (count: number, of: (i: number) => string) => Array.from({ length: count }, (_, i) => of(i));

/** Kinds of files that strangers publish, met after all others were read rightly. */
export const STRANGER_CASES: readonly KindCase[] = [
  {
    name: "matches of teams, which are on both sides",
    files: {
      "results.csv": `home_team,away_team,home_score,away_score\n${matches.map((row) => row.join()).join("\n")}\n`,
    },
    right: { refused: "no column says" },
  },
  {
    name: "the numbered questions of several scales",
    files: {
      "big5.csv": `${["id", ...rowsOf(12, (i) => `${"ENA"[Math.floor(i / 4)]}${1 + (i % 4)}`)].join()}\n${rowsOf(9, (i) => [i, ...rowsOf(12, (j) => String(1 + ((i * j + i) % 5)))].join()).join("\n")}\n`,
    },
    right: { refused: "." },
  },
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
    name: "titles without a header beside ratings",
    files: {
      "pairs.csv": lines("user,item,timestamp", ({ user, item, time }) => `${user},${item},${time}`),
      "titles.csv": `${ITEMS.map((item) => `${item},${titleOf({ item })}`).join("\n")}\n`,
    },
    right: { dataset: { ...WHOLE, titles: ["Amber Kite"] } },
  },
  {
    name: "columns that say of what they are, and reviews with a number each",
    files: {
      "r.csv": lines(
        "id,name,city,reviews.date,reviews.id,reviews.rating,reviews.title,reviews.username",
        (one, i) =>
          `h${one.item},${titleOf(one)},Town ${one.item % 3},2016-03-${10 + (i % 9)},${i},${one.rating},Fine ${i},ann${one.user}`,
      ),
    },
    right: SAME,
  },
  {
    name: "a number of each review that is called as users are",
    files: {
      "reviews.csv": lines(
        "uid,profile,anime_uid,score",
        ({ user, item, rating }, i) => `${i + 9000},ann${user},${item},${rating}`,
      ),
      "animes.csv": `uid,title,genre,members,score\n${ITEMS.map((item, i) => `${item},${titleOf({ item })},Drama,4000${i},8.1${i}`).join("\n")}\n`,
    },
    right: TITLED,
  },
  {
    name: "Amazon's stars in German, and who wrote",
    files: {
      "r.csv": lines(
        "ASIN;Produkt;Rezensent;Bewertung",
        (one) => `B00X000${one.item};${titleOf(one)};Ann ${one.user};${one.rating},0 von 5 Sternen`,
      ),
    },
    right: SAME,
  },
  {
    name: "a star in front of a fraction",
    files: { "f.csv": three("Title,Year,Rating", (t, y, p) => `${t},${y},⭐ ${p}/10`) },
    right: THREE,
  },
  {
    name: "who made each film, behind its year",
    files: { "seen.txt": three("Seen so far:", (t, y, p) => `1. ${t} (${y}, dir. Ann Lee) ${p}/10`) },
    right: THREE,
  },
  {
    name: "a sheet of totals beside the films",
    files: {
      "f.xlsx": workbook({
        Films: [
          ["Film", "Year", "Stars"],
          ["Heat", 1995, 4.5],
          ["Jaws", 1975, 4],
          ["Fargo", 1996, 2.5],
        ],
        Stats: [
          ["Total", 3],
          ["Average", 3.7],
        ],
      }),
    },
    right: THREE,
  },
  {
    name: "a year within the date of release, as Collectorz writes it",
    files: {
      "movies.xml": `<movielist>${[
        ["Heat", 1995, 9],
        ["Jaws", 1975, 8],
        ["Fargo", 1996, 5],
      ]
        .map(
          ([t, y, p]) =>
            `<movie><title>${t}</title><releasedate><year><displayname>${y}</displayname></year></releasedate><myrating>${p}</myrating></movie>`,
        )
        .join("")}</movielist>`,
    },
    right: THREE,
  },
  {
    name: "what was bought, with a quantity and no ratings",
    files: {
      "orders.csv": `Website,Order Date,Unit Price,Quantity,Product Name\n${rowsOf(9, (i) => `Shop,2021-03-0${i + 1},${i}.99,${(i % 3) + 1},Thing ${i} of steel`).join("\n")}\n`,
    },
    right: [{ refused: "." }, { asks: "." }],
  },
];
