import type { KindCase } from "./KindCase.ts";
import { ITEMS, isoOf, lines, RATINGS, SAME, TITLED, titleOf, WHOLE } from "./sample.ts";

const ALL = { dataset: { ...WHOLE, likes: WHOLE.ratings } };

/** Columns that look like others, and tables of something else that look like ratings. */
export const COLUMN_CASES: readonly KindCase[] = [
  {
    name: "people who met, each with a number that may be anybody's",
    files: {
      "dating.csv": lines("iid,id,gender,wave,pid,dec,attr", ({ user, item, rating }) =>
        [user, user, user % 2, 1, item, Number(rating > 3), rating].join(","),
      ),
    },
    right: { dataset: { users: 10, items: 8, says: "iid. .*who rated, and .pid. as what" } },
  },
  {
    name: "prices and shops are no ratings",
    files: {
      "transactions.csv": lines(
        "t_dat,customer_id,article_id,price,sales_channel_id",
        (one, i) => `${isoOf(one).slice(0, 10)},c${one.user},${one.item},0.0${one.rating}5,${1 + (i % 2)}`,
      ),
    },
    right: ALL,
  },
  {
    name: "invoices, whose descriptions are titles",
    files: {
      "OnlineRetail.csv": lines(
        "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country",
        (one, i) =>
          `${536365 + i},${one.item},${titleOf(one)},${one.rating},12/13/2010 8:26,2.55,178${one.user},France`,
      ),
    },
    right: { dataset: { ...WHOLE, likes: 60, titles: ["Amber Kite"] } },
  },
  {
    name: "sessions, as nobody signed in",
    files: {
      "views.csv": lines(
        "sessionId;userId;itemId;eventdate",
        (one) => `${one.user};NA;${one.item};${isoOf(one).slice(0, 10)}`,
      ),
    },
    right: ALL,
  },
  {
    name: "the user's name is no title",
    files: {
      "reviews.jsonl": lines("", ({ user, item, rating, time }) =>
        JSON.stringify({
          user_id: user,
          name: `Ann ${user}`,
          time: time * 1000,
          rating,
          text: null,
          place: { place_ref_id: item },
        }),
      ),
    },
    right: SAME,
  },
  {
    name: "a genre of four, without a header, is no rating",
    files: {
      "clicks.dat": lines("", (one) => `${one.user},${isoOf(one)},${one.item},${1 + (one.item % 4)}`),
    },
    right: ALL,
  },
  {
    name: "nothing between two bars",
    files: { "ratings.txt": lines("", ({ user, item, rating }) => `${user}||${item}||${rating}`) },
    right: SAME,
  },
  {
    name: "reviews and how they feel",
    files: {
      "reviews.csv": lines(
        "review,sentiment",
        ({ rating }, i) =>
          `"One of the reviewers, number ${i}, said a great deal about all of this and then went on to say it again",${rating > 2 ? "positive" : "negative"}`,
      ),
    },
    right: { refused: "." },
  },
  {
    name: "people and where they live",
    files: {
      "people.csv": `First name,Town,Email\n${RATINGS.map((_, i) => `Ann${i},Town ${i % 7},a${i}@x.org`).join("\n")}\n`,
    },
    right: { refused: "." },
  },
  {
    name: "an overall rating beside others",
    files: {
      "hotels.csv": lines(
        "reviewer_name,item_id,cleanliness,value,overall_rating",
        ({ user, item, rating }, i) => `${user},${item},${1 + (i % 3)},${1 + (i % 5)},${rating}`,
      ),
    },
    right: SAME,
  },
  {
    name: "two ratings of each, of which one is taken and named",
    files: {
      "r.csv": lines(
        "user,item,rating_before,rating_after",
        (one) => `${one.user},${one.item},${one.rating},${6 - one.rating}`,
      ),
    },
    right: { dataset: { ...WHOLE, says: "rating_before. in r.csv is read as the rating" } },
  },
  {
    name: "mail, which says who wrote to whom",
    files: {
      "mail.csv": lines("From,To,Subject", (one, i) => `a${one.user}@x.org,b${one.item}@y.org,Hello ${i}`),
    },
    right: { refused: "who is linked with whom \\(From, To\\)" },
  },
  {
    name: "names in Ukrainian",
    files: {
      "оцінки.csv": lines("Користувач;Фільм;Оцінка", (one) => `${one.user};${titleOf(one)};${one.rating}`),
    },
    right: TITLED,
  },
  {
    name: "things whose table calls its titles a product's names",
    files: {
      "transactions.csv": lines("customer_id,article_id", ({ user, item }) => `c${user},0${item}`),
      "articles.csv": `article_id,product_code,prod_name\n${ITEMS.map((item) => `0${item},7,${titleOf({ item })}`).join("\n")}\n`,
    },
    right: { dataset: { ...WHOLE, titles: ["Amber Kite"] } },
  },
  {
    name: "a table of things whose numbers have another name than in the ratings",
    files: {
      "ratings.csv": lines("user_id,anime_id,rating", (one) => `${one.user},${one.item},${one.rating}`),
      "anime.csv": `MAL_ID,Name,Score,Genres,Type\n${ITEMS.map((item) => `${item},${titleOf({ item })},8.${item},"Action, Drama",TV`).join("\n")}\n`,
    },
    right: TITLED,
  },
  {
    name: "a respondent's answers, who is no user by name",
    files: {
      "s.csv": lines(
        "respondent,film,answer",
        (one) =>
          `R. ${one.user},${titleOf(one)},${["Strongly dislike", "Dislike", "Neutral", "Like", "Strongly like"][one.rating - 1]}`,
      ),
    },
    right: TITLED,
  },
  {
    name: "days and their weather",
    files: {
      "weather.csv": `date,temp_max,temp_min,precipitation,wind\n${Array.from({ length: 28 }, (_, i) => `2021-01-${String(i + 1).padStart(2, "0")},${5 + (i % 7)},${i % 4},${(i % 3) * 1.5},${i % 5}`).join("\n")}\n`,
    },
    right: { refused: "." },
  },
  {
    name: "a column that never changes between who and what and when",
    files: {
      "out.network": lines("% bip unweighted", ({ user, item, time }) => `${user} ${item - 500} 1 ${time}`),
    },
    right: { dataset: WHOLE },
  },
  {
    name: "payments are no ratings",
    files: {
      "umsatz.csv": lines(
        "Buchungstag;Empfänger;Zweck;Betrag",
        (one) => `${isoOf(one).slice(0, 10)};Laden ${one.user};Rechnung ${one.item};-${one.rating},50`,
      ),
    },
    right: { refused: "who rated" },
  },
  {
    name: "the place in a playlist is no rating, nor is its name a title",
    files: {
      "tracks.csv": lines(
        "pid,name,pos,track_uri,track_name",
        (one, i) => `${one.user},My list,${i % 7},t:${one.item},${titleOf(one)}`,
      ),
    },
    right: { dataset: { ...WHOLE, titles: ["Amber Kite"] } },
  },
  {
    name: "items whose numbers are as high as seconds are",
    files: {
      "r.txt": lines("", (one) => `${one.user}\t${1_800_029_049 + one.item}\t${one.rating}`),
    },
    right: SAME,
  },
  {
    name: '"m12" in front of numbers may be a member',
    files: { "r.csv": lines("", (one) => `m${one.user},${one.item},${one.rating}`) },
    right: SAME,
  },
  {
    name: "four small columns that are sorted by who rated are no matrix",
    files: { "r.csv": "1,1,5,0\n1,2,3,1\n2,1,4,0\n2,3,1,1\n3,2,2,0\n3,3,5,1\n" },
    right: { dataset: { users: 3, items: 3, ratings: 6 } },
  },
  {
    name: "a hundred thousand letters without a space are looked through at once",
    files: {
      "r.csv": lines("", (one, i) => `${one.user},${one.item},${i ? "" : "x".repeat(200_000)},${one.rating}`),
    },
    right: SAME,
  },
  {
    name: "the headline of a review, called a title",
    files: {
      "reviews.csv": lines(
        "user_id,movie_id,rating,title,review",
        ({ user, item, rating }) => `${user},${item},${rating},What a film ${user * item},Some words`,
      ),
    },
    right: { dataset: { ...WHOLE, titles: ["501"] } },
  },
  {
    name: "headlines of a shop's reviews, each of another thing",
    files: {
      "reviews.csv": lines(
        "rating,title,text,asin,user_id,timestamp,helpful_vote",
        ({ user, rating, time }, i) => `${rating},Five Stars,Good,B0${i},A${user},${time},0`,
      ),
    },
    right: { dataset: { users: 10, items: 60, ratings: 60, titles: ["B00"] } },
  },
];
