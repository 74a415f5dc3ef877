import type { KindCase } from "./KindCase.ts";
import {
  csv,
  gzip,
  ITEMS,
  itemsCsv,
  LIKES,
  lines,
  RATINGS,
  ratingBy,
  ratingsOf,
  SAME,
  TITLED,
  titleOf,
  USERS,
  WHOLE,
} from "./sample.ts";

/** Rows and cells that are written oddly, and what stands between them. */
export const ROW_CASES: readonly KindCase[] = [
  {
    name: "files joined with their headers",
    files: {
      "r.csv": USERS.map(
        (user) =>
          `userId,movieId,rating\n${RATINGS.filter((one) => one.user === user)
            .map(({ item, rating }) => `${user},${item},${rating}`)
            .join("\n")}\n`,
      ).join(""),
    },
    right: SAME,
  },
  {
    name: "rows of delimiters alone",
    files: { "r.csv": csv().replaceAll("\n", "\n,,,\n") },
    right: SAME,
  },
  {
    name: "thousands of plays with commas",
    files: {
      "plays.csv": lines(
        "user,artist,plays",
        (one) => `${one.user},${titleOf(one)},"${one.rating},00${one.user % 10}"`,
      ),
    },
    right: { dataset: { ...WHOLE, titles: ["Amber Kite"] } },
  },
  {
    name: "half a star alone",
    files: {
      "r.csv": lines(
        "userId,movieId,rating",
        ({ user, item, rating }) => `${user},${item},${"★".repeat(rating - 1)}½`,
      ),
    },
    right: { dataset: WHOLE },
  },
  {
    name: "recommended and not recommended",
    files: {
      "r.csv": lines(
        "userId,appid,recommendation",
        ({ user, item, rating }) => `${user},${item},${rating >= 3 ? "" : "Not "}Recommended`,
      ),
    },
    right: SAME,
  },
  {
    name: "a matrix with averages",
    files: {
      "m.csv": `user,${ITEMS.map((item) => titleOf({ item })).join(",")},Average\n${USERS.map((user) => `${user},${ITEMS.map((item) => ratingBy(user, item) ?? "").join(",")},3.3`).join("\n")}\nMean,${ITEMS.map(() => 3.1).join(",")},3.2\n`,
    },
    right: { dataset: { ...WHOLE, likes: LIKES, says: 'without "Average"' } },
  },
  {
    name: "ids as decimals beside whole ones",
    files: {
      "ratings.csv": lines(
        "userId,movieId,rating",
        ({ user, item, rating }) => `${user},${item}.0,${rating}`,
      ),
      "movies.csv": itemsCsv(),
    },
    right: { dataset: { ...WHOLE, titles: ["Amber Kite"], says: "ids" } },
  },
  {
    name: "ids with zeros in front beside others without",
    files: {
      "ratings.csv": lines(
        "userId,movieId,rating",
        ({ user, item, rating }) => `${user},0000${item},${rating}`,
      ),
      "movies.csv": itemsCsv(),
    },
    right: { dataset: { ...WHOLE, titles: ["Amber Kite"], says: "ids" } },
  },
  {
    name: "genres with slashes",
    files: { "ratings.csv": csv(), "movies.csv": itemsCsv().replaceAll("|", "/") },
    right: { dataset: { ...TITLED.dataset, genres: ["Comedy", "Crime", "Drama"] } },
  },
  {
    name: "a table of things with stars of everybody beside the ratings",
    files: {
      "ratings.csv": csv(),
      "movies.csv": `movieId,title,stars,review_count\n${ITEMS.map((item) => `${item},${titleOf({ item })},4.5,${item}`).join("\n")}\n`,
    },
    right: TITLED,
  },
  {
    name: "a small matrix",
    files: { "m.csv": ",Heat,Alien,Emma\nAnn,5,,3\nBen,4,2,\nCem,,1,5\nDia,3,4,4\n" },
    right: [{ dataset: { users: 4, items: 3, ratings: 9 } }, { asks: "matrix" }],
  },
  {
    name: "comments",
    files: { "comments.csv": "Date,Content,Comment\n2020-01-01,a,Nice\n2020-01-02,b,Good\n" },
    right: { refused: "no column says who rated what" },
  },
  {
    name: "films of 1998 alone",
    files: {
      "u.item": ITEMS.map((item) => `${item}|${titleOf({ item })} (1995)|01-Jan-1995||http://x|0|1|0\n`).join(
        "",
      ),
    },
    right: { refused: "no column says" },
  },
  {
    name: "events that are taken back",
    files: {
      "e.csv": lines(
        "user_id,product_id,event_type",
        ({ user, item, rating }) => `${user},${item},${rating >= 3 ? "purchase" : "remove_from_cart"}`,
      ),
    },
    right: { dataset: { ...WHOLE, likes: LIKES, says: "taken back" } },
  },
  {
    name: "a rating that never changes beside hours",
    files: {
      "r.csv": lines(
        "user_id,game_id,rating,hours",
        ({ user, item, rating }) => `${user},${item},0,${rating * 3}`,
      ),
    },
    right: { dataset: { ...WHOLE, says: "hours" } },
  },
  ...(
    [
      ["from 0 to 4", (rating: number) => rating - 1, undefined],
      ["upvotes", (rating: number) => (rating >= 3 ? "upvote" : "downvote"), LIKES],
      ["#NV", (rating: number) => (rating === 1 ? "#NV" : rating), LIKES],
    ] as const
  ).map(
    ([name, write, likes]): KindCase => ({
      name: `ratings: ${name}`,
      files: {
        "r.csv": lines(
          "userId,itemId,rating",
          ({ user, item, rating }) => `${user},${item},${write(rating)}`,
        ),
      },
      right: {
        dataset: {
          users: 10,
          ratings: name === "#NV" ? RATINGS.filter(({ rating }) => rating > 1).length : RATINGS.length,
          ...(likes === undefined ? {} : { likes }),
        },
      },
    }),
  ),
  {
    name: "R's table with numbered rows and no name above them",
    files: {
      "r.csv": lines(
        '"user","item","rating"',
        ({ user, item, rating }, i) => `"${i + 1}",${user},${item},${rating}`,
      ),
    },
    right: SAME,
  },
  {
    name: "all in single quotes",
    files: {
      "r.csv": lines(
        "'user','film','rating'",
        (one) => `'${one.user}','${titleOf(one)}, The','${one.rating}'`,
      ),
    },
    right: { dataset: { ...WHOLE, titles: ["Amber Kite, The"] } },
  },
  {
    name: "titles behind ids, without a header",
    files: {
      "plays.tsv": lines("", (one) => `u${one.user}\ta${one.item}\t${titleOf(one)}\t${one.rating * 70}`),
    },
    right: { dataset: { ...WHOLE, titles: ["Amber Kite"] } },
  },
  {
    name: "edges and nodes",
    files: {
      "r.json": JSON.stringify({
        data: {
          users: {
            edges: USERS.map((id) => ({
              node: {
                id,
                ratings: {
                  edges: ratingsOf(id).map(({ item, rating }) => ({
                    node: { movie: { id: item, title: titleOf({ item }) }, value: rating },
                  })),
                },
              },
            })),
          },
        },
      }),
    },
    right: TITLED,
  },
  {
    name: "prose of several lines",
    files: { "readme.txt": "This is the readme of the data set.\nIt has three files.\n\nPlease cite us.\n" },
    right: { refused: "doesn't look like a table" },
  },
  {
    name: "an answer of a server",
    files: { "ratings.csv": "404: Not Found" },
    right: { refused: "server's error message" },
  },
  {
    name: "a tar in a gzip is named as it was dropped",
    files: { "d.tar.gz": gzip(`r.csv${"\0".repeat(252)}ustar\0${"\0".repeat(300)}`) },
    right: { refused: "tar archive" },
  },
  {
    name: "bytes as Python writes them",
    files: {
      "ml.csv": lines(
        "movie_title,user_id,user_rating",
        (one) => `b'${titleOf(one)}',b'${one.user}',${one.rating}`,
      ),
    },
    right: TITLED,
  },
  {
    name: "spaces and tabs between numbers",
    files: {
      "out.ml": lines("% bip weighted", (one) => `${one.user} ${one.item}\t${one.rating} ${one.time}`),
    },
    right: SAME,
  },
];
