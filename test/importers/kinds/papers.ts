import type { KindCase } from "./KindCase.ts";
import {
  csv,
  ITEMS,
  itemsCsv,
  lines,
  RATINGS,
  ratingBy,
  ratingsOf,
  SAME,
  TITLED,
  titleOf,
  USERS,
  WHOLE,
  workbook,
  zip,
} from "./sample.ts";

/** Many people's ratings as papers publish them, on many scales, under misleading names. */
export const PAPER_CASES: readonly KindCase[] = [
  {
    name: "users and their items a line",
    files: {
      "train.txt": [
        ...USERS.map((user) => [user - 1, ...ratingsOf(user).map(({ item }) => item - 501)].join(" ")),
        "10 0 3\n",
      ].join("\n"),
    },
    right: { dataset: { users: 11, items: 8, ratings: 62 } },
  },
  {
    name: "the Netflix Prize with titles",
    files: {
      "nf.zip": zip({
        "combined_data_1.txt": ITEMS.map(
          (item) =>
            `${item - 500}:\n${RATINGS.filter((one) => one.item === item)
              .map(({ user, rating }) => `${user}000,${rating},2005-09-06`)
              .join("\n")}`,
        ).join("\n"),
        "movie_titles.csv": ITEMS.map(
          (item, i) => `${item - 500},${1990 + i},${titleOf({ item })}${i === 2 ? ", the second" : ""}`,
        ).join("\n"),
        "probe.txt": "1:\n1000\n2000\n",
        README: "x",
      }),
    },
    right: TITLED,
  },
  {
    name: "RecBole's atomic files",
    files: {
      "ml.inter": lines(
        "user_id:token\titem_id:token\trating:float\ttimestamp:float",
        (one) => `${one.user}\t${one.item}\t${one.rating}\t${one.time}`,
      ),
      "ml.item": `item_id:token\tmovie_title:token_seq\trelease_year:token\tclass:token_seq\n${ITEMS.map((item, i) => `${item}\t${titleOf({ item })}\t${1990 + i}\tDrama War`).join("\n")}`,
      "ml.user": `user_id:token\tage:token\tgender:token\n${USERS.map((user) => `${user}\t2${user % 9}\tF`).join("\n")}`,
    },
    right: TITLED,
  },
  {
    name: "RecBole's interactions without ratings",
    files: {
      "x.inter": lines(
        "user_id:token\titem_id:token\ttimestamp:float",
        (one) => `${one.user}\t${one.item}\t${one.time}.0`,
      ),
    },
    right: { dataset: WHOLE },
  },
  { name: "sep= of tabs", files: { "r.csv": `sep=\\t\n${csv().replaceAll(",", "\t")}` }, right: SAME },
  {
    name: "remarks with per cent and slashes",
    files: {
      "r.txt": `% bip unweighted\n// by hand\n${lines("", ({ user, item, rating, time }) => `${user} ${item} ${rating} ${time}`)}`,
    },
    right: SAME,
  },
  {
    name: "a title above the table",
    files: {
      "r.csv": `Ratings of our film club,,\n,,\n${csv("user,film,rating").replaceAll(/,\d+$/gm, "")}`,
    },
    right: SAME,
  },
  {
    name: "of 20",
    files: { "r.csv": lines("userId,movieId,rating", (one) => `${one.user},${one.item},${one.rating * 4}`) },
    right: SAME,
  },
  {
    name: "from −10 to 10",
    files: {
      "r.csv": lines("userId,movieId,rating", (one) => `${one.user},${one.item},${one.rating * 5 - 15}`),
    },
    right: { dataset: { ...WHOLE, likes: RATINGS.filter(({ rating }) => rating > 3).length } },
  },
  {
    name: "of 4 stars in halves",
    files: { "r.txt": lines("", (one) => `${one.user} ${one.item} ${one.rating - 1 || 0.5}`) },
    right: { dataset: WHOLE },
  },
  {
    name: "of 7",
    files: {
      "r.csv": lines(
        "participant,stimulus,rating",
        (one) => `P${one.user},${titleOf(one)},${one.rating + 2}`,
      ),
    },
    right: { dataset: WHOLE },
  },
  {
    name: "of 100",
    files: { "r.csv": lines("user,item,score", (one) => `${one.user},${one.item},${one.rating * 20}`) },
    right: SAME,
  },
  {
    name: "in letters",
    files: {
      "r.csv": lines("user,item,grade", (one) => `${one.user},${one.item},${"EDCBA"[one.rating - 1]}`),
    },
    right: SAME,
  },
  {
    name: "in per cent",
    files: { "r.csv": lines("user,item,rating", (one) => `${one.user},${one.item},${one.rating * 20}%`) },
    right: SAME,
  },
  {
    name: "in words",
    files: {
      "r.csv": lines(
        "user,item,feedback",
        (one) => `${one.user},${one.item},${one.rating >= 3 ? "like" : "dislike"}`,
      ),
    },
    right: SAME,
  },
  {
    name: "1 and −1",
    files: {
      "r.csv": lines("user,item,vote", (one) => `${one.user},${one.item},${one.rating >= 3 ? 1 : -1}`),
    },
    right: SAME,
  },
  {
    name: "blank, NA and a dash are unrated",
    files: {
      "r.csv": `${csv("user,item,rating").replaceAll(/,\d+$/gm, "")}1,999,\n2,999,NA\n3,999,-\n4,999,NR\n`,
    },
    right: { dataset: { users: 10, items: 9, ratings: 60 } },
  },
  {
    name: "MovieLens' tags alone",
    files: {
      "tags.csv": lines("userId,movieId,tag,timestamp", (one) => `${one.user},${one.item},funny,${one.time}`),
    },
    right: { dataset: WHOLE },
  },
  { name: "ratings called movies.csv", files: { "movies.csv": csv() }, right: SAME },
  {
    name: "JSON called CSV",
    files: {
      "ratings.csv": JSON.stringify(RATINGS.map(({ user, item, rating }) => ({ user, item, rating }))),
    },
    right: SAME,
  },
  { name: "CSV called JSON", files: { "ratings.json": csv() }, right: SAME },
  {
    name: "a workbook called CSV",
    files: {
      "ratings.csv": workbook({
        A: [
          ["userId", "movieId", "rating"],
          ...RATINGS.map(({ user, item, rating }) => [user, item, rating]),
        ],
      }),
    },
    right: SAME,
  },
  {
    name: "u1.base with tabs",
    files: { "u1.base": lines("", (one) => `${one.user}\t${one.item}\t${one.rating}\t${one.time}`) },
    right: SAME,
  },
  {
    name: "two parts of ratings in a zip",
    files: { "data.zip": zip({ "train.csv": csv(), "test.csv": csv() }) },
    right: { asks: "both hold ratings" },
  },
  {
    name: "metadata whose ids are TMDb's, with links",
    files: {
      "movies.zip": zip({
        "ratings_small.csv": csv(),
        "links_small.csv": `movieId,imdbId,tmdbId\n${ITEMS.map((item, i) => `${item},0${item},${508 - i}`).join("\n")}\n`,
        "movies_metadata.csv": `adult,belongs_to_collection,budget,genres,homepage,id,imdb_id,original_language,original_title,overview,popularity,release_date,revenue,runtime,status,tagline,title,video,vote_average,vote_count\n${ITEMS.map((item, i) => `False,,0,"[{'id': 18, 'name': 'Drama'}]",,${508 - i},tt0${item},en,${titleOf({ item })},"It, so",3.5,199${i}-01-02,0,90,Released,,${titleOf({ item })},False,7.1,100`).join("\n")}`,
        "keywords.csv": "id,keywords\n508,\"[{'id': 1, 'name': 'kite'}]\"\n",
        "credits.csv": "cast,crew,id\n[],[],508\n",
      }),
    },
    right: { dataset: { ...WHOLE, titles: ["Amber Kite"], first: ["501", "Amber Kite"] } },
  },
  {
    name: "MovieLens' newer zip with links and genome",
    files: {
      "ml-25m.zip": zip({
        "ml-25m/ratings.csv": csv(),
        "ml-25m/movies.csv": itemsCsv(),
        "ml-25m/links.csv": "movieId,imdbId,tmdbId\n501,0114709,862\n",
        "ml-25m/tags.csv": "userId,movieId,tag,timestamp\n1,501,fun,1400000000\n",
        "ml-25m/genome-scores.csv": "movieId,tagId,relevance\n501,1,0.5\n",
        "ml-25m/genome-tags.csv": "tagId,tag\n1,fun\n",
        "ml-25m/README.txt": "Summary",
      }),
    },
    right: TITLED,
  },
  {
    name: "IMDb's ratings match MovieLens' films by their links, whatever they are called",
    files: {
      "ratings.csv": csv(),
      "movies.csv": itemsCsv(),
      "links.csv": `movieId,imdbId,tmdbId\n${ITEMS.map((item) => `${item},0${item}00,${item}1`).join("\n")}\n`,
    },
    next: {
      "imdb.csv":
        "Const,Your Rating,Date Rated,Title,Original Title,URL,Title Type,IMDb Rating,Runtime (mins),Year,Genres,Num Votes,Release Date,Directors\ntt0050100,9,2020-01-02,Bernsteindrache,Amber,https://x/,Movie,8.3,170,1890,Crime,7,1995-12-15,\ntt0999999,8,2020-01-02,Nowhere,Nowhere,https://x/,Movie,8.3,170,1890,Crime,7,1995-12-15,\n",
    },
    right: { own: { found: 1, confirm: 0, stars: [4.5, 4] } },
  },
  {
    name: "TMDb's ratings match by links too",
    files: {
      "ratings.csv": csv(),
      "links.csv": `movieId,imdbId,tmdbId\n${ITEMS.map((item) => `${item},,${item}1`).join("\n")}\n`,
      "movies.csv": itemsCsv(),
    },
    next: {
      "tmdb.csv": "TMDb ID,Type,Name,Release Date,Your Rating\n5031,movie,Kupfermond,1890-12-15,9\n",
    },
    right: { own: { found: 1, confirm: 0, stars: [4.5] } },
  },
  {
    name: "Amazon's ratings of 2018, the products in front of the people",
    files: {
      "Movies_and_TV.csv": lines(
        "",
        ({ user, item, rating, time }) => `0001527${item},A3478QRKQDOPQ${user},${rating}.0,${time}`,
      ),
    },
    right: SAME,
  },
  {
    name: "jokes from −10 to 10 in a matrix without a header, 99 for none, behind how many there are",
    files: {
      "jester-data-1.csv": USERS.map((user) =>
        [6, ...ITEMS.map((item) => ((ratingBy(user, item) ?? 35) - 3) * 3.09)]
          .map((value) => (value > 90 ? 99 : value))
          .join(","),
      ).join("\n"),
    },
    right: { dataset: { users: 10, items: 8, ratings: 60, says: "99, taken as not rated" } },
  },
  {
    name: "a small matrix of stars without a header",
    files: {
      "m.txt": USERS.map((user) => ITEMS.map((item) => ratingBy(user, item) ?? 0).join(" ")).join("\n"),
    },
    right: SAME,
  },
  {
    name: "CiteULike's lines, how many items before them and no names",
    files: {
      "users.dat": USERS.map((user) => {
        const items = ratingsOf(user).slice(user % 3);
        return [items.length, ...items.map(({ item }) => item)].join(" ");
      }).join("\n"),
    },
    right: { dataset: { users: 10, items: 8 } },
  },
];
