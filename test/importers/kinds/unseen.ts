import type { KindCase } from "./KindCase.ts";
import { ITEMS, lines, ratingBy, SAME, STARS, THREE, TITLED, three, titleOf, USERS } from "./sample.ts";

const titles = ITEMS.map((item) => titleOf({ item }));
const ratingsOf = (user: number) => ITEMS.map((item) => ratingBy(user, item) ?? "");
const numbers = (count: number, of: (i: number) => number | string) =>
  Array.from({ length: count }, (_, i) => of(i));

/** Kinds that were met once all those beside this file were read rightly. */
export const UNSEEN_CASES: readonly KindCase[] = [
  {
    name: "ratings from 0 to 1",
    files: {
      "f.csv": three("Film;Jahr;Bewertung", (t, y, p) => `${t};${y};${String(p).replace(".", ",")}`, 0.2),
    },
    right: THREE,
  },
  {
    name: "as many skulls as points",
    files: { "f.csv": "Movie,Year,Rating\nHeat,1995,💀💀💀💀💀\nJaws,1975,💀💀\nFargo,1996,💀\n" },
    right: { own: { found: 3, stars: [5, 2, 1] } },
  },
  {
    name: "fractions with a half and a sign of their own",
    files: { "f.csv": "Film,Year,Verdict\nHeat,1995,4½⁄5\nJaws,1975,4⁄5\nFargo,1996,2½⁄5\n" },
    right: THREE,
  },
  {
    name: "marks that nobody sees, behind names and numbers",
    files: { "f.csv": three("\u200fTitle\u200e,Year,Rating\u200b", (t, y, p) => `${t},${y},${p}\u200b`) },
    right: THREE,
  },
  {
    name: "the year in milliseconds since 1970",
    files: {
      "f.json": JSON.stringify(
        [
          ["Heat", 1995, 9],
          ["Jaws", 1975, 8],
          ["Fargo", 1996, 5],
        ].map(([title, year, rating]) => ({ title, released_utc_ms: Date.UTC(Number(year), 5), rating })),
      ),
    },
    right: THREE,
  },
  {
    name: "months between films without a header",
    files: {
      "f.csv":
        "January,,\nHeat,1995,4.5\nJaws,1975,4\nAlien,1979,3\nFebruary,,\nFargo,1996,2.5\nJumanji,1995,2\n",
    },
    right: { own: { found: 5, stars: [...STARS, 3, 2] } },
  },
  {
    name: "lists by year are one person's",
    files: {
      "f.json":
        '{"2019":[{"title":"Heat (1995)","score":9},{"title":"Jaws (1975)","score":8}],"2020":[{"title":"Fargo (1996)","score":5}]}',
    },
    right: THREE,
  },
  {
    name: "headings over several names",
    files: {
      "f.csv": three(
        "Film,,,Ratings,\nTitle,Year,Director,Mine,IMDb",
        (t, y, p) => `${t},${y},X,${p},8.${y % 10}`,
      ),
    },
    right: THREE,
  },
  {
    name: "a question over the names of what was rated",
    files: {
      "survey.csv": [
        `Respondent ID,Collector ID,Rate these${",".repeat(ITEMS.length - 1)}`,
        `,,${titles.join(",")}`,
        ...USERS.map((user) => [11_000_000 + user, 4000, ...ratingsOf(user)].join(",")),
      ].join("\n"),
    },
    right: TITLED,
  },
  {
    name: "a survey's language, the same in each row, in front of its questions",
    files: {
      "survey.csv": [
        `id,startlanguage,${titles.map((title) => `Films [${title}]`).join(",")}`,
        ...USERS.map((user) => [user, "en", ...ratingsOf(user)].join(",")),
      ].join("\n"),
    },
    right: TITLED,
  },
  {
    name: "a matrix with what people are like in front, and one with statistics behind",
    files: {
      "m.csv": [
        `Name,Age,Gender,${titles.join(",")},Mean,SD,N`,
        ...USERS.map((user) =>
          [`Person ${user}`, 20 + user, "MF"[user % 2], ...ratingsOf(user), 3.1, 0.4, 6].join(","),
        ),
      ].join("\n"),
    },
    right: TITLED,
  },
  {
    name: "facts of Prolog",
    files: { "r.pl": lines("", ({ user, item, rating }) => `rating(u${user}, f${item}, ${rating}).`) },
    right: SAME,
  },
  {
    name: "a table of distances",
    files: {
      "d.csv": `City,${numbers(6, (i) => `Town ${i}`).join(",")}\n${numbers(6, (i) => `Town ${i},${numbers(6, (j) => Math.abs(i - Number(j)) * 211).join(",")}`).join("\n")}\n`,
    },
    right: { refused: "compares things with each other" },
  },
  {
    name: "words as vectors",
    files: {
      "glove.txt": numbers(
        9,
        (i) => `word${i} ${numbers(50, (j) => (((i + 2) * (Number(j) + 3)) % 97) / 100 + 0.00001).join(" ")}`,
      ).join("\n"),
    },
    right: { refused: "glove|no column|doesn't look" },
  },
  {
    name: "a table of a league",
    files: {
      "league.csv": `Pos,Team,P,W,D,L,GF,GA,Pts\n${numbers(10, (i) => `${Number(i) + 1},Club ${i},38,${28 - Number(i)},${i},${10 + Number(i)},${90 - Number(i)},${30 + Number(i)},${84 - 2 * Number(i)}`).join("\n")}\n`,
    },
    right: { refused: "no column" },
  },
  {
    name: "flights, of which many columns could be who or what",
    files: {
      "flights.csv": `MONTH,DAY,AIRLINE,FLIGHT_NUMBER,ORIGIN,DEST,DELAY\n${numbers(60, (i) => `1,${(Number(i) % 28) + 1},${["AA", "UA", "DL"][Number(i) % 3]},${100 + (Number(i) % 9)},${["JFK", "LAX"][Number(i) % 2]},${["ORD", "ATL", "SFO"][Number(i) % 3]},${(Number(i) % 20) - 5}`).join("\n")}\n`,
    },
    right: { refused: "no column" },
  },
  {
    name: "links to films and no titles",
    files: {
      "f.txt":
        "https://www.imdb.com/title/tt0113277/ 9\nhttps://www.imdb.com/title/tt0073195/ 8\nhttps://www.imdb.com/title/tt0116282/ 5\n",
    },
    right: [{ refused: "." }, { own: { stars: STARS } }],
  },
  {
    name: "ARFF",
    files: { "r.arff": "% A comment\n@relation ratings\n@attribute user numeric\n@data\n1,2,3\n" },
    right: { refused: "Weka" },
  },
];
