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
    right: { refused: "error message of a server" },
  },
  {
    name: "a tar in a gzip is named as it was dropped",
    files: { "d.tar.gz": gzip(`r.csv${"\0".repeat(252)}ustar\0${"\0".repeat(300)}`) },
    right: { refused: "tar archive" },
  },
];
