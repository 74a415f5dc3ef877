import type { KindCase } from "./KindCase.ts";
import { csv, ITEMS, LIKES, lines, RATINGS, ratingBy, SAME, titleOf, USERS, WHOLE, zip } from "./sample.ts";

const TITLED = { dataset: { ...WHOLE, likes: LIKES, titles: ["Amber Kite"] } };
/** Many people's ratings in variants of the kinds beside this file. */
export const VARIANT_CASES: readonly KindCase[] = [
  {
    name: "Amazon's ratings without a header",
    files: { "ratings_Books.csv": lines("", (o) => `A${o.user}XYZ,000${o.item},${o.rating}.0,${o.time}`) },
    right: SAME,
  },
  {
    name: "HetRec's MovieLens",
    files: {
      "user_ratedmovies.dat": lines(
        "userID\tmovieID\trating\tdate_day\tdate_month\tdate_year\tdate_hour\tdate_minute\tdate_second",
        (o) => `${o.user}\t${o.item}\t${o.rating}\t29\t10\t2006\t23\t17\t16`,
      ),
      "movies.dat": `id\ttitle\timdbID\tspanishTitle\timdbPictureURL\tyear\n${ITEMS.map((item, i) => `${item}\t${titleOf({ item })}\t011${item}\tX\thttp://x\t${1990 + i}`).join("\n")}`,
    },
    right: TITLED,
  },
  {
    name: "ids of IMDb in the table of films",
    files: {
      "ratings.csv": csv(),
      "movies.csv": `movieId,title,genres,imdbId,tmdbId\n${ITEMS.map((item) => `${item},${titleOf({ item })} (1999),Drama,011${item},${item}`).join("\n")}`,
    },
    right: TITLED,
  },
  {
    name: "ids of IMDb as items",
    files: { "ratings.csv": lines("user_id,imdb_id,rating", (o) => `${o.user},tt000${o.item},${o.rating}`) },
    right: SAME,
  },
  {
    name: "names of users and titles",
    files: { "r.csv": lines("userName,movieTitle,rating", (o) => `P ${o.user},${titleOf(o)},${o.rating}`) },
    right: TITLED,
  },
  {
    name: "reviewers, products and stars",
    files: {
      "r.csv": lines(
        "reviewer_name,product_title,star_rating,review_date",
        (o) => `P ${o.user},${titleOf(o)},${o.rating},2015-08-31`,
      ),
    },
    right: TITLED,
  },
  {
    name: "Amazon's reviews with stray quotes",
    files: {
      "amazon_reviews.tsv": lines(
        "marketplace\tcustomer_id\treview_id\tproduct_id\tproduct_parent\tproduct_title\tproduct_category\tstar_rating\thelpful_votes\ttotal_votes\tvine\tverified_purchase\treview_headline\treview_body\treview_date",
        (o) =>
          `US\t${o.user}\tR${o.time}\tB0${o.item}\t1\t${titleOf(o)}\tVideo\t${o.rating}\t0\t0\tN\tY\tGood "so"\tFine, "yes\t2015-08-31`,
      ),
    },
    right: TITLED,
  },
  {
    name: "BoardGameGeek's reviews",
    files: {
      "bgg-15m-reviews.csv": lines(
        ",user,rating,comment,ID,name",
        (o, i) => `${i},P${o.user},${o.rating * 2}.0,"nice, ok",${o.item},${titleOf(o)}`,
      ),
    },
    right: TITLED,
  },
  {
    name: "MovieTweetings",
    files: {
      "ratings.dat": lines("", (o) => `${o.user}::00${o.item}::${o.rating * 2}::${o.time}`),
      "movies.dat": ITEMS.map((i) => `00${i}::${titleOf({ item: i })} (1999)::Drama|War`).join("\n"),
      "users.dat": USERS.map((u) => `${u}::12${u}`).join("\n"),
    },
    right: TITLED,
  },
  {
    name: "a matrix of numbered jokes",
    files: {
      "UserRatings1.csv": `JokeId,${USERS.map((u) => `User${u}`).join(",")}\n${ITEMS.map((i, n) => `${n},${USERS.map((u) => ratingBy(u, i) ?? "").join(",")}`).join("\n")}`,
    },
    right: SAME,
  },
  {
    name: "a pivot table of pandas",
    files: {
      "pivot.csv": `userId,${ITEMS.join(",")}\n${USERS.map((u) => `${u},${ITEMS.map((i) => (ratingBy(u, i) === null ? "" : `${ratingBy(u, i)}.0`)).join(",")}`).join("\n")}`,
    },
    right: SAME,
  },
  {
    name: "Matrix Market",
    files: {
      "m.mtx": `%%MatrixMarket matrix coordinate real general\n% x\n10 508 60\n${RATINGS.map((o) => `${o.user} ${o.item} ${o.rating}`).join("\n")}\n`,
    },
    right: SAME,
  },
  {
    name: "LIBSVM",
    files: { "r.svm": RATINGS.map((o) => `${o.rating} ${o.user}:1 ${o.item + 100}:1`).join("\n") },
    right: [SAME, { refused: "." }],
  },
  {
    name: "up and down",
    files: {
      "r.csv": lines("user,item,thumb", (o) => `${o.user},${o.item},${o.rating >= 3 ? "up" : "down"}`),
    },
    right: SAME,
  },
  {
    name: "thumbs as emoji",
    files: {
      "r.csv": lines("user,item,rating", (o) => `${o.user},${o.item},${o.rating >= 3 ? "👍" : "👎"}`),
    },
    right: SAME,
  },
  {
    name: "times in milliseconds",
    files: { "r.csv": lines("user,item,rating,ts", (o) => `${o.user},${o.item},${o.rating},${o.time}123`) },
    right: SAME,
  },
  {
    name: "dates with the month first",
    files: {
      "r.csv": lines("user,item,rating,date", (o) => `${o.user},${o.item},${o.rating},12/31/2019 11:59 PM`),
    },
    right: SAME,
  },
  {
    name: "dates with the day first",
    files: { "r.csv": lines("Nutzer;Film;Note;Datum", (o) => `${o.user};${o.item};${o.rating};31.12.2019`) },
    right: SAME,
  },
  {
    name: "Elasticsearch's answer",
    files: {
      "r.json": JSON.stringify({
        took: 1,
        hits: {
          total: 60,
          hits: RATINGS.map((o) => ({
            _index: "r",
            _id: String(o.time),
            _source: { userId: o.user, movieId: o.item, rating: o.rating },
          })),
        },
      }),
    },
    right: SAME,
  },
  {
    name: "rows under their keys",
    files: {
      "r.json": JSON.stringify({
        ratings: Object.fromEntries(
          RATINGS.map((o) => [`-M${o.time}`, { userId: `u${o.user}`, movieId: o.item, rating: o.rating }]),
        ),
      }),
    },
    right: SAME,
  },
  {
    name: "ratings by user and title, wrapped",
    files: {
      "r.json": JSON.stringify({
        ratings: Object.fromEntries(
          USERS.map((u) => [
            `uid${u}`,
            Object.fromEntries(RATINGS.filter((o) => o.user === u).map((o) => [titleOf(o), o.rating])),
          ]),
        ),
      }),
    },
    right: TITLED,
  },
  {
    name: "objects one after another over many lines",
    files: {
      "r.json": RATINGS.map((o) =>
        JSON.stringify({ user: o.user, item: o.item, rating: o.rating }, null, 2),
      ).join("\n"),
    },
    right: SAME,
  },
  {
    name: "lines of JSON in a zip",
    files: {
      "d.zip": zip({
        "items.jsonl": ITEMS.map((i) =>
          JSON.stringify({ item_id: i, title: titleOf({ item: i }), genres: ["A", "B"] }),
        ).join("\n"),
        "ratings.jsonl": RATINGS.map((o) =>
          JSON.stringify({ user_id: o.user, item_id: o.item, rating: o.rating }),
        ).join("\n"),
      }),
    },
    right: TITLED,
  },
];
