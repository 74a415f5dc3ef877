import type { KindCase } from "./KindCase.ts";
import {
  csv,
  gzip,
  ITEMS,
  itemsCsv,
  LIKES,
  openDocument,
  RATINGS,
  ratingsOf,
  SAME,
  THREE,
  TITLED,
  TITLES,
  titleOf,
  USERS,
  WHOLE,
  workbook,
  zip,
} from "./sample.ts";

const jsonl = (write: (one: (typeof RATINGS)[number], i: number) => unknown) =>
  RATINGS.map((one, i) => JSON.stringify(write(one, i))).join("\n");
/** Many people's ratings in JSON, archives and workbooks. */
export const DOCUMENT_CASES: readonly KindCase[] = [
  {
    name: "ratings under titles under names",
    files: {
      "critics.json": JSON.stringify(
        Object.fromEntries(
          USERS.map((user) => [
            `Person ${user}`,
            Object.fromEntries(ratingsOf(user).map((one) => [titleOf(one), one.rating])),
          ]),
        ),
      ),
    },
    right: TITLED,
  },
  {
    name: "ratings under titles within users",
    files: {
      "people.json": JSON.stringify({
        users: USERS.map((user) => ({
          name: `Person ${user}`,
          ratings: Object.fromEntries(ratingsOf(user).map((one) => [titleOf(one), one.rating])),
        })),
      }),
    },
    right: { dataset: { ...WHOLE, likes: LIKES } },
  },
  {
    name: "wrapped twice",
    files: {
      "r.json": JSON.stringify({
        status: "ok",
        result: {
          count: 60,
          ratings: RATINGS.map(({ user, item, rating }) => ({ userId: user, movieId: item, rating })),
        },
      }),
    },
    right: SAME,
  },
  {
    name: "split by pandas",
    files: {
      "r.json": JSON.stringify({
        columns: ["userId", "movieId", "rating"],
        index: RATINGS.map((_, i) => i),
        data: RATINGS.map(({ user, item, rating }) => [user, item, rating]),
      }),
    },
    right: SAME,
  },
  {
    name: "a table of pandas",
    files: {
      "r.json": JSON.stringify({
        schema: { fields: [{ name: "userId", type: "integer" }], pandas_version: "1.4.0" },
        data: RATINGS.map(({ user, item, rating }) => ({ userId: user, movieId: item, rating })),
      }),
    },
    right: SAME,
  },
  {
    name: "lists of numbers",
    files: {
      "r.json": JSON.stringify(RATINGS.map(({ user, item, rating, time }) => [user, item, rating, time])),
    },
    right: SAME,
  },
  {
    name: "films with their reviews",
    files: {
      "films.json": JSON.stringify(
        ITEMS.map((item) => ({
          id: item,
          title: titleOf({ item }),
          reviews: RATINGS.filter((one) => one.item === item).map(({ user, rating }) => ({
            user: `p${user}`,
            rating,
          })),
        })),
      ),
    },
    right: { dataset: { ...WHOLE, titles: ["Amber Kite"] } },
  },
  {
    name: "playlists",
    files: {
      "mpd.json": JSON.stringify({
        info: { slice: "0-9" },
        playlists: USERS.map((user) => ({
          pid: user,
          name: `list ${user}`,
          num_tracks: 6,
          tracks: ratingsOf(user).map((one, pos) => ({
            pos,
            artist_name: "A",
            track_uri: `t:${one.item}`,
            track_name: titleOf(one),
            album_name: "B",
            duration_ms: 200_000 + pos,
          })),
        })),
      }),
    },
    right: { dataset: { users: 10, items: 8, ratings: 60 } },
  },
  {
    name: "MongoDB's export",
    files: {
      "r.json": jsonl((one) => ({
        _id: { $oid: `5a9427648b0beebeb6957${one.time}` },
        user: { $numberInt: String(one.user) },
        movie: { $oid: `f${one.item}` },
        rating: { $numberDouble: `${one.rating}.0` },
        date: { $date: "2016-01-01T00:00:00Z" },
      })),
    },
    right: SAME,
  },
  { name: "packed with gzip", files: { "ratings.csv.gz": gzip(csv()) }, right: SAME },
  { name: "packed with gzip and called CSV", files: { "ratings.csv": gzip(csv()) }, right: SAME },
  {
    name: "gzips in a zip",
    files: {
      "data.zip": zip({ "data/ratings.csv.gz": gzip(csv()), "data/movies.csv.gz": gzip(itemsCsv()) }),
    },
    right: TITLED,
  },
  {
    name: "a workbook with a sheet of films",
    files: {
      "ratings.xlsx": workbook({
        Ratings: [
          ["userId", "movieId", "rating"],
          ...RATINGS.map(({ user, item, rating }) => [user, item, rating]),
        ],
        Films: [["movieId", "title"], ...ITEMS.map((item) => [item, TITLES.get(item) ?? ""])],
      }),
    },
    right: TITLED,
  },
  {
    name: "an OpenDocument spreadsheet with a sheet of films",
    files: {
      "ratings.ods": openDocument({
        Ratings: [
          ["userId", "movieId", "rating"],
          ...RATINGS.map(({ user, item, rating }) => [user, item, rating]),
        ],
        Films: [["movieId", "title"], ...ITEMS.map((item) => [item, TITLES.get(item) ?? ""])],
      }),
    },
    right: TITLED,
  },
  {
    name: "a workbook of one's own films by year, with a sheet of notes",
    files: {
      "films.xlsx": workbook({
        2024: [
          ["Title", "Year", "Rating"],
          ["Heat", 1995, 4.5],
          ["Jaws", 1975, 4],
        ],
        2025: [
          ["Title", "Year", "Rating"],
          ["Fargo", 1996, 2.5],
          ["The Matrix", 1999, 5],
        ],
        Notes: [["Watch more!"], ["Ask Ann"]],
      }),
    },
    right: { own: { found: 4, confirm: 0, stars: [4.5, 4, 2.5, 5] } },
  },
  {
    name: "events of sessions, in the plural",
    files: {
      "train.jsonl": USERS.map((session) =>
        JSON.stringify({
          session,
          events: ratingsOf(session).map(({ item, rating, time }) => ({
            aid: item,
            ts: time * 1000,
            type: ["clicks", "clicks", "carts", "orders", "clicks"][rating - 1],
          })),
        }),
      ).join("\n"),
    },
    right: { dataset: { ...WHOLE, says: "3 for a purchase" } },
  },
  {
    name: "lists of a title, a year and stars are no people",
    files: { "f.json": '[["Heat",1995,4.5],["Jaws",1975,4],["Fargo",1996,2.5]]' },
    right: THREE,
  },
  {
    name: "tuples that Python printed",
    files: {
      "r.txt": `[${RATINGS.map((one) => `('u${one.user}', '${titleOf(one)}', ${one.rating})`).join(",\n ")}]\n`,
    },
    right: TITLED,
  },
  {
    name: "titles and everybody's points in one object, one's own beside it",
    files: {
      "douban.json": JSON.stringify(
        [
          ["Heat", "1995", 4.5],
          ["Jaws", "1975", 4],
          ["Fargo", "1996", 2.5],
        ].map(([title, year, value]) => ({
          subject: { id: "7", title, year, rating: { value: 8.9, count: 100 } },
          rating: { value, max: 5 },
        })),
      ),
    },
    right: THREE,
  },
  {
    name: "Kitsu's answer, the films beside the ratings",
    files: {
      "kitsu.json": JSON.stringify({
        data: [
          [1, 10],
          [2, 4],
        ].map(([id, ratingTwenty]) => ({
          id: `9${id}`,
          type: "libraryEntries",
          attributes: { ratingTwenty, status: "completed" },
          relationships: { movie: { data: { type: "movie", id: String(id) } } },
        })),
        included: ["Heat", "Fargo"].map((canonicalTitle, i) => ({
          id: String(i + 1),
          type: "movie",
          attributes: { canonicalTitle, startDate: `${1995 + i}-01-01`, averageRating: "82.31" },
        })),
      }),
    },
    right: { own: { stars: [2.5, 1] } },
  },
];
