import type { KindCase } from "./KindCase.ts";
import {
  alphabet,
  ITEMS,
  LIKES,
  lines,
  RATINGS,
  SAME,
  STARS,
  singleByte,
  THREE,
  TITLED,
  TITLES,
  three,
  titleOf,
  USERS,
  WHOLE,
  zip,
} from "./sample.ts";

const apart = (sign: string) =>
  lines(["user", "movie", "rating"].join(sign), (one) => [one.user, titleOf(one), one.rating].join(sign));
const prizeOf = (item: number) =>
  `${item}:\n${RATINGS.filter((one) => one.item === item)
    .map(({ user, rating }) => `${user},${rating},2005-09-03\n`)
    .join("")}`;
const withWord = (word: string) =>
  lines("user,item,rating", ({ user, item, rating }) =>
    [user, item, (user + item) % 6 === 0 ? word : rating].join(","),
  );
const UNRATED = RATINGS.filter(({ user, item }) => (user + item) % 6 === 0).length;
const of = (user: number) => RATINGS.filter((one) => one.user === user).map(({ item }) => item);
const TIERS = new Map([
  [4.5, "S"],
  [4, "A"],
  [2.5, "C"],
]);
const OF_TIERS = { own: { found: 3, stars: [5, 4, 2] } };

/** Kinds met once two variants of each shared case, and the exports of forty services, had been tried. */
export const FURTHER_CASES: readonly KindCase[] = [
  ...["¦", "§", "->", ":::", "$$$", "\x1f", "，", "@"].map(
    (sign): KindCase => ({
      name: `between the fields, ${JSON.stringify(sign)}`,
      files: { "r.txt": apart(sign) },
      right: TITLED,
    }),
  ),
  {
    name: "a word that nobody foresaw where nobody rated",
    files: { "r.csv": withWord("absent") },
    right: { dataset: { ...WHOLE, ratings: 60 - UNRATED, says: "“absent”" } },
  },
  {
    name: "the same rating throughout is a like",
    files: { "r.csv": lines("user,item,rating", ({ user, item }) => `${user},${item},5`) },
    right: { dataset: { ...WHOLE, likes: 60, says: "All ratings in r.csv are 5" } },
  },
  {
    name: "impressions, some of which were clicked",
    files: {
      "r.csv": lines(
        "user_id,article_id,event",
        ({ user, item, rating }) => `${user},${item},${rating >= 3 ? "click" : "impression"}`,
      ),
    },
    right: { dataset: { ...WHOLE, likes: LIKES } },
  },
  {
    name: "things that are numbered twice",
    files: {
      "ratings.csv": lines("book_id,user_id,rating", (one) => `${one.item},${one.user},${one.rating}`),
      "books.csv": `id,book_id,best_book_id,title\n${ITEMS.map((item) => `${item},${item * 7},${item * 7},${titleOf({ item })}`).join("\n")}\n`,
    },
    right: { dataset: { ...WHOLE, titles: ["Amber Kite"], says: 'joined by "id"' } },
  },
  {
    name: "hours of games, in German",
    files: {
      "r.csv": lines("Spieler;Spiel-ID;Stunden", (one) => `${one.user};${one.item};${one.rating * 12},5`),
      "t.csv": `Spiel-ID;Spielname\n${ITEMS.map((item) => `${item};${titleOf({ item })}`).join("\n")}\n`,
    },
    right: { dataset: { ...WHOLE, titles: ["Amber Kite"], noun: "game" } },
  },
  {
    name: "Czech as older programs for Linux wrote it",
    files: {
      "r.csv": singleByte(
        lines("uživatel;film;hodnocení", ({ user, item, rating }) => `${user};Žlutý kůň ${item};${rating}`),
        alphabet("iso-8859-2"),
      ),
    },
    right: { dataset: { ...WHOLE, titles: ["Žlutý kůň 501"] } },
  },
  {
    name: "Thai that could be Chinese",
    files: {
      "r.csv": singleByte(
        lines("user,film,rating", ({ user, item, rating }) => `${user},แมวขาว ${item},${rating}`),
        alphabet("windows-874"),
      ),
    },
    right: [{ dataset: { ...WHOLE, titles: ["แมวขาว 501"] } }, { asks: "Which encoding" }],
  },
  {
    name: "years in square brackets",
    files: {
      "r.csv": lines(
        "user,title,rating",
        (one) => `${one.user},${titleOf(one)} [${1990 + (one.item % 9)}],${one.rating}`,
      ),
    },
    right: { dataset: { ...WHOLE, titles: ["Amber Kite"], noun: "film" } },
  },
  {
    name: "two films of the Netflix Prize",
    files: { "mv_0000501.txt": prizeOf(501), "mv_0000502.txt": prizeOf(502) },
    right: {
      dataset: { items: 2, ratings: RATINGS.filter(({ item }) => item < 503).length },
    },
  },
  {
    name: "parts of one table",
    files: {
      "a.csv": lines("user,item,rating", (one, i) => (i < 30 ? `${one.user},${one.item},${one.rating}` : "")),
      "b.csv": lines("user,item,rating", (one, i) => (i < 30 ? "" : `${one.user},${one.item},${one.rating}`)),
    },
    answers: { ratings: "*" },
    right: SAME,
  },
  {
    name: "in Bulgarian, people last",
    files: {
      "r.csv": lines("Оценка;Филм;Потребител", (one) => `${one.rating};${titleOf(one)};${one.user}`),
    },
    right: TITLED,
  },
  {
    name: "tiers behind titles, in a line each",
    files: { "f.txt": three("", (t, _, p) => `${t}: ${TIERS.get(p / 2)}`).trimStart() },
    right: OF_TIERS,
  },
  {
    name: "tiers by title, in JSON",
    files: { "f.json": JSON.stringify({ Heat: "S", Jaws: "A", Fargo: "C" }) },
    right: OF_TIERS,
  },
  {
    name: "fractions by title, in JSON",
    files: {
      "f.json": JSON.stringify({ "Heat (1995)": "9/10", "Jaws (1975)": "8/10", "Fargo (1996)": "5/10" }),
    },
    right: THREE,
  },
  {
    name: "one's own films of which the best has 54 points",
    files: { "f.csv": three("Film,Year,Points", (t, y, p) => `${t},${y},${p}`, 12) },
    right: { asks: "The highest rating in f.csv is 54" },
  },
  {
    name: "one's own films of which the best has 54 points, of 60",
    files: { "f.csv": three("Film,Year,Points", (t, y, p) => `${t},${y},${p}`, 12) },
    answers: { "scale:f.csv": "60" },
    right: THREE,
  },
  {
    name: "one's own films of which the best has 200 points",
    files: { "f.csv": "Film,Year,Points\nHeat,1995,200\nJaws,1975,160\nFargo,1996,80\n" },
    right: { asks: "The highest rating in f.csv is 200" },
  },
  {
    name: "points of 60 that say so",
    files: { "f.csv": three("Film,Year,Score", (t, y, p) => `${t},${y},${p}/60`, 12) },
    right: THREE,
  },
  {
    name: "a list of films with tenths of points",
    files: {
      "f.csv": `Title,Year,Rating\n${ITEMS.concat(ITEMS)
        .map((item, i) => `Film ${i},19${item - 420},${6 + ((item * 7 + i) % 37) / 10}`)
        .join("\n")}\n`,
    },
    right: { asks: "Whose are they" },
  },
  {
    name: "IMDb's numbers and ratings alone",
    files: { "f.csv": "const,rating\ntt0113277,9\ntt0073195,8\ntt0116282,5\n" },
    right: { own: { found: 0, stars: STARS } },
  },
  {
    name: "Jellyfin's items that were played",
    files: {
      "f.csv": three("Name,ProductionYear,Type,Played,PlayCount", (t, y) => `${t},${y},Movie,True,1`),
    },
    right: { own: { found: 3, stars: [3, 3, 3] } },
  },
  {
    name: "255 among points of 100, without a header",
    files: {
      "r.txt": lines("", ({ user, item, rating }) =>
        [user, item, (user + item) % 6 === 0 ? 255 : rating * 20].join("\t"),
      ),
    },
    right: { dataset: { ...WHOLE, ratings: 60 - UNRATED, says: "are 255, taken as not rated" } },
  },
  {
    name: "points of many, of 60",
    files: {
      "r.csv": lines("user,item,score", ({ user, item, rating }) => `${user},${item},${rating * 12}`),
    },
    right: SAME,
  },
  {
    name: "rows as pandas prints them, some of which were left out",
    files: {
      "r.txt": lines(
        "     userId  movieId  rating",
        (one, i) => `${i + Math.floor(i / 7)}    ${one.user}      ${one.item}     ${one.rating}.0`,
      ),
    },
    right: SAME,
  },
  {
    name: "items behind a user and a colon",
    files: { "r.txt": USERS.map((user) => `u${user}: ${of(user).join(" ")}`).join("\n") },
    right: { dataset: WHOLE },
  },
  {
    name: "items with commas behind a user and a tab",
    files: { "r.txt": USERS.map((user) => `${user}\t${of(user).join(",")}`).join("\n") },
    right: { dataset: WHOLE },
  },
  {
    name: "titles by id, in JSON",
    files: {
      "r.csv": lines("user,item,rating", (one) => `${one.user},${one.item},${one.rating}`),
      "titles.json": JSON.stringify(Object.fromEntries(TITLES)),
    },
    right: TITLED,
  },
  {
    name: "plays, in German",
    files: {
      "r.csv": lines("Hörer;Titel;Wiedergaben", (one) => `h${one.user};${titleOf(one)};${one.rating * 13}`),
    },
    right: { dataset: { ...WHOLE, titles: ["Amber Kite"], says: "Wiedergaben" } },
  },
  {
    name: "genres as PostgreSQL writes lists",
    files: {
      "r.csv": lines("user,item,rating", (one) => `${one.user},${one.item},${one.rating}`),
      "m.csv": `item,title,genres\n${ITEMS.map((item) => `${item},${titleOf({ item })},"{Drama,Comedy}"`).join("\n")}\n`,
    },
    right: { dataset: { ...WHOLE, genres: ["Drama", "Comedy"] } },
  },
  {
    name: "thumbs that are up or down",
    files: { "f.csv": "Movie,Year,Thumbs\nHeat,1995,up\nJaws,1975,up\nFargo,1996,down\n" },
    right: { own: { found: 3, stars: [4, 4, 1] } },
  },
  {
    name: "ČSFD's word for no star",
    files: { "f.csv": "Název;Rok;Hodnocení\nHeat;1995;****\nJaws;1975;*****\nFargo;1996;odpad!\n" },
    right: { own: { found: 3, stars: [4, 5, 0.5] } },
  },
  {
    name: "Letterboxd's hearts alone",
    files: {
      "l.zip": zip({
        "likes/films.csv": three(
          "Date,Name,Year,Letterboxd URI",
          (t, y) => `2021-01-01,${t},${y},https://boxd.it/x`,
        ),
        "profile.csv": "Date Joined,Username\n2017-01-01,ann\n",
      }),
    },
    right: { own: { found: 3, stars: [4, 4, 4] } },
  },
  {
    name: "what was deleted on Letterboxd, in an export without a profile",
    files: {
      "l.zip": zip({
        "ratings.csv": three(
          "Date,Name,Year,Letterboxd URI,Rating",
          (t, y, p) => `2021-01-01,${t},${y},x,${p}`,
          1,
        ),
        "deleted/diary.csv": "Date,Name,Year,Letterboxd URI,Rating\n2021-01-01,Casino,1995,y,1\n",
      }),
    },
    right: THREE,
  },
];
