import type { KindCase } from "./KindCase.ts";
import { ratingsOf, SAME, THREE, TITLED, three, titleOf, USERS } from "./sample.ts";

const rows = (count: number, of: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => of(i)).join("\n");

/** Files of real repositories that were read as ratings, or refused in other words than these deserve. */
export const PUBLISHED_TOO_CASES: readonly KindCase[] = [
  {
    name: "MovieLens' table of a thousand users alone",
    files: {
      "users.dat": rows(
        1000,
        (i) => `${i + 1}::${i % 3 ? "M" : "F"}::${[1, 18, 25, 35][i % 4]}::${i % 20}::4806${i % 10}`,
      ),
    },
    right: { refused: "no column says who rated what" },
  },
  {
    name: "a thousand films with years, genres and minutes, without a header",
    files: {
      "films.csv": rows(
        1000,
        (i) => `Фильм ${i};${1900 + ((i * 37) % 121)};Комедия;${30 + ((i * 13) % 140)};Хороший фильм`,
      ),
    },
    right: { refused: "no column says who rated what" },
  },
  {
    name: "which publisher each of a thousand books is of",
    files: { "book_publisher.dat": rows(1000, (i) => `${i + 1}\t${(i * 31) % 90}`) },
    right: { refused: "no column says who rated what" },
  },
  {
    name: "who liked each of a few things, sorted by these, is another matter",
    files: { "likes.tsv": rows(1000, (i) => `${5000 + ((i * 7) % 1000)}\t${Math.floor(i / 100)}`) },
    right: { dataset: { users: 1000, items: 10, ratings: 1000 } },
  },
  {
    name: "goodbooks' books alone, with how many gave each rating",
    files: {
      "books.csv": `book_id,work_id,authors,title,average_rating,ratings_count,ratings_1,ratings_2,ratings_3,ratings_4,ratings_5\n${rows(30, (i) => `${i},${i * 9},A. Nonym,Book ${i},4.${i % 10}4,${i + 4}780,${i + 66}71,${i + 12}7,${i + 560},${i + 148},${i + 270}6`)}\n`,
    },
    right: { refused: "who rated" },
  },
  {
    name: "baskets as a matrix of how many were bought",
    files: {
      "baskets.data": rows(60, (u) =>
        Array.from({ length: 20 }, (_, i) =>
          (u * 7 + i * 5) % 6 === 0 ? (u === 6 && i === 0 ? 3 : u === 12 ? 2 : 1) : 0,
        ).join("\t"),
      ),
    },
    right: { dataset: { users: 60, items: 20, ratings: 200, likes: 200 } },
  },
  {
    name: "films with the date on which their books were read",
    files: {
      "f.csv": three(
        "isbn13,title,authors,published_year,Date of reading",
        (t, y) => `978,${t},A,${y},2025-11-13`,
      ),
    },
    right: { own: { stars: [3, 3, 3] } },
  },
  {
    name: "three tables of what people did",
    files: {
      "view.dat": rows(40, (i) => `${i % 7}\t${i % 9}`),
      "buy.dat": rows(40, (i) => `${i % 6}\t${i % 9}`),
      "cart.dat": rows(40, (i) => `${i % 8}\t${i % 9}`),
    },
    right: { asks: "view.dat, buy.dat and cart.dat all hold ratings" },
  },
  {
    name: "a table of which some lines have a space, that no items stand behind",
    files: {
      "shares.csv": `type,Cos,Doves,Farm\n${rows(12, (i) => `${i % 3 ? `Kind${i}` : `Kind ${i}`},0.0${i}71264,0.1${i}47126,0.2${i}7264`)}\n`,
    },
    right: { refused: "." },
  },
  {
    name: "an id of what was rated, whatever it is",
    files: {
      "r.csv": `user_id,car_id,rating\n${rows(40, (i) => `P${i % 7},${(i * 3) % 11},${1 + (i % 5)}`)}\n`,
    },
    right: { dataset: { users: 7, items: 11, ratings: 40 } },
  },
  {
    name: "cars by make and model, which nobody rated",
    files: {
      "cars.csv": `car_id,car_make,car_models,car_type,price_per_day,year\n${rows(12, (i) => `${i * 2 + 1},${["Honda", "Kia", "Audi", "BMW"][(i * 7) % 4]},${["SUV", "Van", "Sedan"][i % 3]},${["Economy", "Luxury"][(i >> 1) % 2]},${90 + i * 3},20${10 + i}`)}\n`,
    },
    right: { refused: "no column" },
  },
  {
    name: "pairs of videos",
    files: {
      "graph.csv": `video1,video2,mutual\n${rows(60, (i) => `${3000 + (i % 12) * 71},${3000 + ((i * 5) % 13) * 71},${2 + ((i * 37) % 550)}`)}\n`,
    },
    right: { refused: "no column" },
  },
  {
    name: "a few people's scores within each",
    files: {
      "all.json": JSON.stringify(
        USERS.map((user) => ({
          user: `u${user}`,
          scores: ratingsOf(user).map(({ item, rating }) => ({ item, score: rating })),
        })),
      ),
    },
    right: SAME,
  },
  {
    name: "critics' votes by the names of films",
    files: {
      "all.json": JSON.stringify(
        USERS.map((user) => ({
          name: `Critic ${user}`,
          votes: Object.fromEntries(ratingsOf(user).map((one) => [titleOf(one), one.rating])),
        })),
      ),
    },
    right: TITLED,
  },
  {
    name: "what services think of films, by the names of both",
    files: {
      "films.json": JSON.stringify([
        { name: "Heat", year: 1995, scores: { imdb: 8.3, rt: 90 } },
        { name: "Jaws", year: 1975, scores: { imdb: 8.1, rt: 90 } },
      ]),
    },
    right: { refused: "no column says who rated" },
  },
  {
    name: "one's own points in an object beside everybody's",
    files: {
      "sc.json": JSON.stringify([
        { title: "Heat", year: 1995, rating: 8.3, otherUserInfos: { isDone: true, rating: 9 } },
        { title: "Jaws", year: 1975, rating: 8.1, otherUserInfos: { isDone: true, rating: 8 } },
        { title: "Fargo", year: 1996, rating: 8.1, otherUserInfos: { isDone: true, rating: 5 } },
      ]),
    },
    right: THREE,
  },
  {
    name: "how difficult each of a list is",
    files: {
      "quests.json": JSON.stringify(
        Array.from({ length: 12 }, (_, i) => ({ title: `Quest ${i}`, difficulty: i % 6 })),
      ),
    },
    right: { refused: "no column says who rated" },
  },
  {
    name: "what, when and how many stars",
    files: { "f.csv": three("What;When;Stars", (t, _, p) => `${t};01.0${Math.ceil(p)}.2020;${p}`, 1) },
    right: THREE,
  },
  {
    name: "Netflix' stars, which were thumbs later",
    files: {
      "Ratings.csv":
        "Profile Name,Title Name,Rating Type,Star Value,Thumbs Value,Device Model,Event Utc Ts\nAnn,Heat,star,5,,PC,2015-01-01 10:00:00\nAnn,Jaws,star,4,,PC,2016-01-01 10:00:00\nAnn,Fargo,thumb,,1,PC,2020-01-01 10:00:00\n",
    },
    right: { own: { found: 3, stars: [5, 4, 1] } },
  },
  {
    name: "Tautulli's history, with keys that are called after ratings",
    files: {
      "history.csv": three(
        "date,friendly_name,media_type,full_title,year,percent_complete,rating_key",
        (t, y) => `1600000000,ann,movie,${t},${y},98,1234`,
      ),
    },
    right: { asks: "lists films without ratings" },
  },
  {
    name: "IMDb's ratings with a header in Chinese",
    files: {
      "ratings.csv": three(
        "Const,您的评分,评分日期,片名,原片名,网址,片名类型,IMDb 评分,年份,评分人数",
        (t, y, p) => `,${p},2024-02-03,${t},${t},,电影,8.3,${y},700000`,
      ),
    },
    right: THREE,
  },
  {
    name: "what one person heard, of which no name is a person's",
    files: {
      "Streaming_History_Audio.json": JSON.stringify(
        Array.from({ length: 20 }, (_, i) => ({
          ts: "2023-01-01T00:00:00Z",
          ms_played: 200000,
          master_metadata_track_name: `Song ${i % 7}`,
          master_metadata_album_artist_name: `Band ${i % 4}`,
        })),
      ),
    },
    right: { refused: "no column says who rated" },
  },
  {
    name: "a file for each film, of which one alone could be out of 5",
    files: Object.fromEntries(
      [
        ["Heat", 1995, 9],
        ["Jaws", 1975, 8],
        ["Fargo", 1996, 5],
      ].map(([title, year, points]) => [
        `${title}.xml`,
        `<movie><title>${title}</title><year>${year}</year><userrating>${points}</userrating></movie>`,
      ]),
    ),
    right: THREE,
  },
];
