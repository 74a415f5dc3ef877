import type { KindCase } from "./KindCase.ts";
import {
  csv,
  ITEMS,
  lines,
  RATINGS,
  ratingBy,
  ratingsOf,
  SAME,
  STARS,
  THREE,
  TITLED,
  three,
  titleOf,
  USERS,
  WHOLE,
} from "./sample.ts";

const nameOf = (user: number) =>
  ["Ana", "Ben", "Cleo", "Dan", "Eva", "Fay", "Gus", "Hal", "Ida", "Jo"][user - 1];
const byUser = (header: string, write: (user: number) => string) =>
  `${header === "" ? "" : `${header}\n`}${USERS.map(write).join("\n")}\n`;
const titlesOf = (user: number) => ratingsOf(user).map(titleOf);
const LIKED = { dataset: { ...WHOLE, likes: RATINGS.length, titles: ["Amber Kite"] } };
const NO_ONES = { refused: "no column says who rated" };

/** Ways of writing that hold several things in a cell or a line, or one thing in several. */
export const ODD_SHAPE_CASES: readonly KindCase[] = [
  {
    name: "all of somebody's films in a cell, with bars between them",
    files: { "r.csv": byUser("user,movies", (user) => `${nameOf(user)},${titlesOf(user).join("|")}`) },
    right: LIKED,
  },
  {
    name: "lists of items and of their ratings in JSON lines",
    files: {
      "r.jsonl": byUser("", (user) =>
        JSON.stringify({
          user,
          items: ratingsOf(user).map(({ item }) => item),
          ratings: ratingsOf(user).map(({ rating }) => rating),
        }),
      ),
    },
    right: SAME,
  },
  {
    name: "ids with spaces between them in a cell",
    files: {
      "s.csv": byUser(
        "session_id,item_ids",
        (user) =>
          `s${user},${ratingsOf(user)
            .map(({ item }) => item)
            .join(" ")}`,
      ),
    },
    right: { dataset: WHOLE },
  },
  {
    name: "a name, and films and points by turns",
    files: {
      "r.csv": byUser(
        "",
        (user) =>
          `${nameOf(user)},${ratingsOf(user)
            .slice(user % 2)
            .map((one) => `${titleOf(one)},${one.rating}`)
            .join(",")}`,
      ),
    },
    right: { dataset: { users: 10, items: 8, ratings: 55, titles: ["Amber Kite"] } },
  },
  {
    name: "quotes behind spaces",
    files: {
      "r.csv": lines(
        '"user", "movie", "rating"',
        (one) => `"${one.user}", "${titleOf(one)}, The", "${one.rating}"`,
      ),
    },
    right: SAME,
  },
  {
    name: "users and films within ratings in XML",
    files: {
      "r.xml": `<ratings>${RATINGS.map(
        (one) =>
          `<rating><user><id>${one.user}</id><name>${nameOf(one.user)}</name></user><movie><id>${one.item}</id><title>${titleOf(one).replace("&", "&amp;")}</title></movie><score>${one.rating}</score></rating>`,
      ).join("")}</ratings>`,
    },
    right: TITLED,
  },
  {
    name: "people's ratings by name in JSON, beside what the file is",
    files: {
      "d.json": JSON.stringify({
        meta: { version: 2, by: "an app" },
        users: Object.fromEntries(
          USERS.map((user) => [
            `u${user}`,
            {
              total_movies_rated: 6,
              ratings: Object.fromEntries(ratingsOf(user).map((one) => [one.item, one.rating])),
            },
          ]),
        ),
      }),
    },
    right: SAME,
  },
  {
    name: "the author of a review and their rating in an object",
    files: {
      "reviews.json": JSON.stringify({
        results: RATINGS.map((one) => ({
          author_details: { username: nameOf(one.user), rating: one.rating },
          movie_id: one.item,
        })),
      }),
    },
    right: SAME,
  },
  {
    name: "a matrix whose columns are numbers below a word",
    files: {
      "m.csv": `películas;${USERS.map((user) => user * 137).join(";")}\n${ITEMS.map((item) => `${titleOf({ item })};${USERS.map((user) => ratingBy(user, item) ?? "").join(";")}`).join("\n")}\n`,
    },
    right: TITLED,
  },
  {
    name: "a matrix with an x where nothing was seen",
    files: {
      "m.csv": `user,${ITEMS.map((item) => titleOf({ item })).join(",")}\n${byUser("", (user) => `${nameOf(user)},${ITEMS.map((item) => ratingBy(user, item) ?? "x").join(",")}`)}`,
    },
    right: TITLED,
  },
  {
    name: "who and what as a database in Portuguese has them, beside a remark",
    files: {
      "avaliacoes.csv": lines(
        "avaliacao_id,cliente_email,produto_id,nota,comentario",
        (one, i) => `${i},c${one.user}@mail.org,${one.item},${one.rating},Comprei em ${one.item} e gostei`,
      ),
    },
    right: { dataset: { ...WHOLE, first: ["501", "501"] } },
  },
  {
    name: "plays without a header, of which it is said what they are taken for",
    files: { "plays.tsv": lines("", (one) => `u${one.user}\ta${one.item}\t${one.rating ** 3 * 11}`) },
    right: { dataset: { ...WHOLE, says: "upper half" } },
  },
  {
    name: "links of notes, with a bar behind a backslash",
    files: {
      "films.md": three(
        "| File | Rating |\n| --- | --- |",
        (title, year, points) => `| [[Films/${title} (${year}).md\\|${title} (${year})]] | ${points} |`,
        1,
      ),
    },
    right: THREE,
  },
  {
    name: "Netflix' history as pandas saves it, without some columns",
    files: {
      "my_netflix.csv":
        ",Profile Name,Start Time,Duration,Title\n0,Priya,2023-10-30 17:59:30,01:42:26,The Matrix\n1,Priya,2023-10-29 17:59:30,00:04:26,Spirited Away\n",
    },
    right: { own: { found: 1, stars: [3], notFilms: 1 } },
  },
  {
    name: "a series of pandas, with titles that look like numbers and thumbs",
    files: { "my_movies.csv": ",0\nHeat,9\nJaws,8\nFargo,5\n1917,9\nUp,7\nAlien,8\nGrease,6\nTwister,4\n" },
    right: { own: { stars: [...STARS, 4.5, 3.5, 4, 3, 2] } },
  },
  {
    name: "a film in an element of its own, in one of what was thought of it",
    files: {
      "my.xml": `<ratings>${three("", (title, year, points) => `<entry><film><title>${title}</title><year>${year}</year></film><rating>${points}</rating></entry>`, 1)}</ratings>`,
    },
    right: THREE,
  },
  {
    name: "how often each was watched, once as a rule",
    files: { "v.csv": "Title,0\nHeat,1\nJaws,1\nFargo,3\nAlien,1\nTwister,1\nGrease,2\n" },
    right: NO_ONES,
  },
  {
    name: "averages and thousands of reviews",
    files: { "m.csv": "title,rating,reviews\nHeat,8.3,12K\nJaws,8.1,9.5K\nFargo,8.0,7K\n" },
    right: NO_ONES,
  },
  {
    name: "an average, a sum and how many there are",
    files: {
      "m.csv":
        "id,title,averageRating,totalRating,ratingCount\n1,Heat,3,15,5\n2,Jaws,4,16,4\n3,Fargo,2,4,2\n",
    },
    right: NO_ONES,
  },
  {
    name: "the settings of a program in XML",
    files: {
      "p.xml":
        '<?xml version="1.0"?><u><p name="a.b" value="1"/><p name="a.c" value="3"/><p name="a.d" value="5"/></u>',
    },
    right: NO_ONES,
  },
  {
    name: "what pandas says of a table",
    files: {
      "d.csv":
        ",userId,movieId,rating\ncount,99,99,99\nmean,7.1,4.9,3.4\nstd,4,2.8,1.3\nmin,1,0,1\n25%,4,2,2\n50%,7,5,4\n75%,11,7,4\nmax,14,9,5\n",
    },
    right: { refused: "summary" },
  },
  {
    name: "a kind, a thing, a judge and points without a header",
    files: {
      "r.tsv": ITEMS.flatMap((item, i) =>
        ["Al", "Bo"].map((who) => `${i % 3 ? "art" : "fun"}\t${titleOf({ item })}\t${who}\t${(i % 5) + 5}\n`),
      ).join(""),
    },
    right: NO_ONES,
  },
  {
    name: "names of columns that are no row",
    files: { "t.tsv": lines("recipe_slug\trecipe_tag", (one) => `dish-${one.user}\ttag${one.item}`) },
    right: NO_ONES,
  },
  {
    name: "how alike two things are",
    files: {
      "s.csv": `item_1,item_2,similarity\n${csv("")
        .trim()
        .split("\n")
        .map((line) => line.split(",").slice(0, 2).join(","))
        .map((pair, i) => `${pair},0.${1000 + i}`)
        .join("\n")}\n`,
    },
    right: NO_ONES,
  },
  {
    name: "films and series that are each numbered for themselves",
    files: {
      "watched.csv": lines(
        "userId,contentType,contentId,rating",
        (one) => `${one.user},${one.item % 2 ? "Movie" : "Series"},${Math.floor(one.item / 2)},${one.rating}`,
      ),
    },
    right: { dataset: { ...WHOLE, first: ["Movie 251", "Movie 251"] } },
  },
];
