import type { KindCase } from "../kinds.test.ts";
import {
  csv,
  gzip,
  ITEMS,
  isoOf,
  itemsCsv,
  LIKES,
  lines,
  RATINGS,
  ratingBy,
  TITLES,
  titleOf,
  USERS,
  WHOLE,
  workbook,
  zip,
} from "./sample.ts";

const SAME = { dataset: { ...WHOLE, likes: LIKES } };
const TITLED = { dataset: { ...WHOLE, likes: LIKES, titles: ["Amber Kite", "Dust & Honey"] } };
const users = (from: number) => RATINGS.filter(({ user }) => user === from);
const jsonl = (write: (one: (typeof RATINGS)[number], i: number) => unknown) =>
  RATINGS.map((one, i) => JSON.stringify(write(one, i))).join("\n");
const matrix = (sign: string, blank: string, corner: string, write = (value: number) => String(value)) =>
  [
    [corner, ...ITEMS.map((item) => titleOf({ item }))],
    ...USERS.map((user) => [
      `Person ${user}`,
      ...ITEMS.map((item) => {
        const value = ratingBy(user, item);
        return value === null ? blank : write(value);
      }),
    ]),
  ]
    .map((row) => row.join(sign))
    .join("\n");
const turned = (sign: string, blank: string) =>
  [
    ["title", ...USERS.map((user) => `user_${user}`)],
    ...ITEMS.map((item) => [titleOf({ item }), ...USERS.map((user) => ratingBy(user, item) ?? blank)]),
  ]
    .map((row) => row.join(sign))
    .join("\n");
const MATRIX = { dataset: { ...WHOLE, likes: LIKES, titles: ["Amber Kite"] } };

/** Many people's ratings, as they are published. */
export const DATA_CASES: readonly KindCase[] = [
  {
    name: "pandas' column of row numbers",
    files: {
      "r.csv": lines(
        ",userId,movieId,rating",
        ({ user, item, rating }, i) => `${i},${user},${item},${rating}`,
      ),
    },
    right: SAME,
  },
  {
    name: "pandas' column of row numbers, named",
    files: {
      "r.csv": lines(
        "Unnamed: 0,user_id,item_id,score",
        ({ user, item, rating }, i) => `${i},${user},${item},${rating}`,
      ),
    },
    right: SAME,
  },
  {
    name: "an index column called id",
    files: {
      "r.csv": lines(
        "id,user_id,movie_id,rating",
        ({ user, item, rating }, i) => `${i},${user},${item},${rating}`,
      ),
    },
    right: SAME,
  },
  {
    name: "spaces in the header",
    files: {
      "r.csv": lines("User ID, Movie ID, Rating", ({ user, item, rating }) => `${user}, ${item}, ${rating}`),
    },
    right: SAME,
  },
  {
    name: "short names",
    files: {
      "r.csv": lines("u,i,r,t", ({ user, item, rating, time }) => `${user},${item},${rating},${time}`),
    },
    right: SAME,
  },
  {
    name: "uid and iid",
    files: { "r.tsv": lines("uid\tiid\tstars", ({ user, item, rating }) => `${user}\t${item}\t${rating}`) },
    right: SAME,
  },
  {
    name: "user_idx and item_idx",
    files: {
      "r.csv": lines("user_idx,item_idx,rating", ({ user, item, rating }) => `${user},${item},${rating}`),
    },
    right: SAME,
  },
  {
    name: "the rating first",
    files: { "r.csv": lines("rating,movie,user", ({ user, item, rating }) => `${rating},${item},${user}`) },
    right: SAME,
  },
  {
    name: "everything in quotes",
    files: {
      "r.csv": lines(
        '"userId","movieId","rating"',
        ({ user, item, rating }) => `"${user}","${item}","${rating}.0"`,
      ),
    },
    right: SAME,
  },
  {
    name: "single quotes",
    files: {
      "r.csv": lines("userId,movieId,rating", ({ user, item, rating }) => `'${user}','${item}',${rating}`),
    },
    right: SAME,
  },
  {
    name: "a delimiter at the end of each line",
    files: {
      "r.csv": lines("userId;movieId;rating;", ({ user, item, rating }) => `${user};${item};${rating};`),
    },
    right: SAME,
  },
  {
    name: "a header with double colons",
    files: {
      "r.dat": lines(
        "UserID::MovieID::Rating::Timestamp",
        ({ user, item, rating, time }) => `${user}::${item}::${rating}::${time}`,
      ),
    },
    right: SAME,
  },
  {
    name: "film titles and names of users",
    files: {
      "r.csv": lines("name,film,rating", (one) => `Person ${one.user},${titleOf(one)},${one.rating}`),
    },
    right: TITLED,
  },
  {
    name: "titles in the rows of ratings",
    files: {
      "r.csv": lines(
        "user_id,movie_id,title,genres,rating",
        (one) => `${one.user},${one.item},${titleOf(one)},Drama|War,${one.rating}`,
      ),
    },
    right: { dataset: { ...WHOLE, titles: ["Amber Kite"], genres: ["Drama", "War"] } },
  },
  {
    name: "Letterboxd's ratings of many",
    files: {
      "ratings_export.csv": lines(
        "_id,movie_id,rating_val,user_id",
        (one) =>
          `5fc${one.time},${titleOf(one).toLowerCase().replaceAll(/\W+/g, "-")},${one.rating * 2},person${one.user}`,
      ),
    },
    right: SAME,
  },
  {
    name: "Douban's of many",
    files: {
      "ratings.csv": lines(
        "RATING_ID,USER_MD5,MOVIE_ID,RATING,RATING_TIME",
        (one, i) =>
          `${i},${"0123456789abcdef"[one.user]}a9,${one.item},${one.rating},${isoOf(one).slice(0, 19).replace("T", " ")}`,
      ),
    },
    right: SAME,
  },
  {
    name: "Amazon's of 2023",
    files: {
      "Movies.csv": lines(
        "user_id,parent_asin,rating,timestamp",
        (one) => `AE${one.user}XX,B00${one.item},${one.rating}.0,${one.time}000`,
      ),
    },
    right: SAME,
  },
  {
    name: "Amazon's reviews in lines of JSON",
    files: {
      "reviews.json": jsonl((one) => ({
        reviewerID: `A${one.user}`,
        asin: `B0${one.item}`,
        reviewerName: "N",
        helpful: [0, 1],
        reviewText: 'It was "good", {really}',
        overall: one.rating,
        summary: "s",
        unixReviewTime: one.time,
        reviewTime: "01 2, 2014",
      })),
    },
    right: SAME,
  },
  {
    name: "Yelp's reviews",
    files: {
      "review.json": jsonl((one) => ({
        review_id: `r${one.time}`,
        user_id: `u${one.user}`,
        business_id: `b${one.item}`,
        stars: one.rating,
        useful: 0,
        funny: 0,
        cool: 0,
        text: "Fine.\nReally.",
        date: "2016-03-09 14:52:33",
      })),
      "business.json": ITEMS.map((item) =>
        JSON.stringify({
          business_id: `b${item}`,
          name: titleOf({ item }),
          address: "",
          city: "X",
          stars: 3.5,
          review_count: 7,
          is_open: 1,
          attributes: { WiFi: "no" },
          categories: "Food, Bars",
        }),
      ).join("\n"),
    },
    right: TITLED,
  },
  {
    name: "Goodreads' interactions in lines of JSON",
    files: {
      "inter.json": jsonl((one) => ({
        user_id: `u${one.user}`,
        book_id: String(one.item),
        review_id: `r${one.time}`,
        is_read: true,
        rating: one.rating,
        review_text_incomplete: "",
        date_added: "Fri Aug 25 13:55:02 -0700 2017",
        date_updated: "Mon Oct 09 08:55:59 -0700 2017",
        read_at: "",
        started_at: "",
      })),
    },
    right: SAME,
  },
  {
    name: "goodbooks-10k's zip",
    files: {
      "goodbooks.zip": zip({
        "ratings.csv": csv("user_id,book_id,rating").replaceAll(/,\d+$/gm, ""),
        "books.csv": `book_id,goodreads_book_id,best_book_id,work_id,books_count,isbn,authors,original_publication_year,original_title,title,language_code,average_rating,ratings_count,image_url\n${ITEMS.map((item) => `${item},9${item},9${item},8,1,97,"A. Writer",2001.0,${titleOf({ item })},${titleOf({ item })},eng,4.1,100,http://x`).join("\n")}`,
        "to_read.csv": "user_id,book_id\n1,502\n2,503\n3,501\n",
        "book_tags.csv": "goodreads_book_id,tag_id,count\n9501,1,5\n",
        "tags.csv": "tag_id,tag_name\n1,drama\n",
      }),
    },
    right: { dataset: { ...WHOLE, titles: ["Amber Kite"], noun: "book" } },
  },
  {
    name: "Amazon's books of Kaggle",
    files: {
      "Books_rating.csv": lines(
        "Id,Title,Price,User_id,profileName,review/helpfulness,review/score,review/time,review/summary,review/text",
        (one) =>
          `${one.item},${titleOf(one)},,A${one.user},N,7/7,${one.rating}.0,${one.time},Good,"Long, and ""good"""`,
      ),
    },
    right: { dataset: { ...WHOLE, titles: ["Amber Kite"] } },
  },
  {
    name: "beers",
    files: {
      "beer_reviews.csv": lines(
        "brewery_id,brewery_name,review_time,review_overall,review_aroma,review_appearance,review_profilename,beer_style,review_palate,review_taste,beer_name,beer_abv,beer_beerid",
        (one) =>
          `10,Brew,${one.time},${one.rating}.0,2.0,2.5,person${one.user},Hefeweizen,1.5,1.5,${titleOf(one)},5.0,${one.item}`,
      ),
    },
    right: { dataset: { ...WHOLE, titles: ["Amber Kite"], noun: "beer" } },
  },
  {
    name: "recipes with a table of recipes",
    files: {
      "RAW_interactions.csv": lines(
        "user_id,recipe_id,date,rating,review",
        (one) => `${one.user},${one.item},2003-02-17,${one.rating},"Good, very"`,
      ),
      "RAW_recipes.csv": `name,id,minutes,contributor_id,submitted,tags,nutrition,n_steps\n${ITEMS.map((item) => `${titleOf({ item })},${item},55,47,2005-09-16,"['easy', 'soups']","[51.5, 0.0]",11`).join("\n")}`,
    },
    right: { dataset: { ...WHOLE, titles: ["Amber Kite"], noun: "recipe" } },
  },
  {
    name: "anime with statuses",
    files: {
      "animelist.csv": lines(
        "user_id,anime_id,rating,watching_status,watched_episodes",
        (one) => `${one.user},${one.item},${one.rating * 2},2,${one.item % 7}`,
      ),
    },
    right: SAME,
  },
  {
    name: "critics' reviews, fresh and rotten",
    files: {
      "critic_reviews.csv": lines(
        "rotten_tomatoes_link,critic_name,top_critic,publisher_name,review_type,review_score,review_date,review_content",
        (one) =>
          `m/${titleOf(one)},Person ${one.user},False,P,${one.rating >= 3 ? "Fresh" : "Rotten"},${one.rating % 2 ? `${one.rating}/5` : `${one.rating * 2}/10`},2010-02-08,"So, so"`,
      ),
    },
    right: SAME,
  },
  {
    name: "Last.fm's plays with names of artists in another file",
    files: {
      "user_artists.dat": lines(
        "userID\tartistID\tweight",
        (one) => `${one.user}\t${one.item}\t${one.rating * 100 + one.item}`,
      ),
      "artists.dat": `id\tname\turl\tpictureURL\n${ITEMS.map((item) => `${item}\t${titleOf({ item })}\thttp://x\thttp://y`).join("\n")}`,
    },
    right: { dataset: { ...WHOLE, titles: ["Amber Kite"], noun: "artist" } },
  },
  {
    name: "Last.fm's plays without a header",
    files: {
      "plays.tsv": lines(
        "",
        (one) =>
          `${"abcdefghij"[one.user - 1]}00c\tmb-${one.item}\t${titleOf(one)}\t${one.rating * 111 + one.item}`,
      ),
    },
    right: { dataset: WHOLE },
  },
  {
    name: "Steam's hours without a header",
    files: {
      "steam-200k.csv": RATINGS.map(
        (one) =>
          `${one.user},"${titleOf(one)}",purchase,1.0,0\n${one.user},"${titleOf(one)}",play,${one.rating * 10}.5,0`,
      ).join("\n"),
    },
    right: { dataset: { ...WHOLE, titles: ["Amber Kite"] } },
  },
  {
    name: "Steam's games in Python's lines",
    files: {
      "users_items.json": USERS.map(
        (user) =>
          `{'user_id': u'p${user}', 'items_count': 6, 'steam_id': '7${user}', 'items': [${users(user)
            .map(
              (one) =>
                `{'item_id': u'${one.item}', 'item_name': u'${titleOf(one)}', 'playtime_forever': ${one.rating * 60}, 'playtime_2weeks': 0}`,
            )
            .join(", ")}]}`,
      ).join("\n"),
    },
    right: { dataset: { ...WHOLE, titles: ["Amber Kite"] } },
  },
  {
    name: "events of a shop",
    files: {
      "events.csv": lines(
        "event_time,event_type,product_id,category_id,category_code,brand,price,user_id,user_session",
        (one) =>
          `2019-10-01 00:00:00 UTC,${["view", "cart", "purchase"][one.rating % 3]},${one.item},2053,,b,35.79,${one.user},s${one.user}`,
      ),
    },
    right: { dataset: WHOLE },
  },
  {
    name: "events without a header",
    files: {
      "UserBehavior.csv": lines(
        "",
        (one) => `${one.user},${one.item},2355,${["pv", "buy", "cart", "fav"][one.rating % 4]},${one.time}`,
      ),
    },
    right: { dataset: WHOLE },
  },
  {
    name: "events in capitals",
    files: {
      "users_interactions.csv": lines(
        "timestamp,eventType,contentId,personId,sessionId,userAgent",
        (one) =>
          `${one.time},${["VIEW", "LIKE", "COMMENT CREATED", "BOOKMARK"][one.rating % 4]},${one.item},-${one.user},1,`,
      ),
    },
    right: { dataset: WHOLE },
  },
  {
    name: "visits to places",
    files: {
      "checkins.txt": lines(
        "",
        (one) =>
          `${one.user}\t${isoOf(one).slice(0, 19)}Z\t30.23${one.item}\t-97.79${one.item}\t22${one.item}`,
      ),
    },
    right: { dataset: { users: 10, items: 8 } },
  },
  { name: "a matrix of dense ratings", files: { "m.csv": matrix(",", "", "") }, right: MATRIX },
  { name: "a matrix with NaN", files: { "m.csv": matrix(",", "NaN", "user") }, right: MATRIX },
  { name: "a matrix with zeros and tabs", files: { "m.tsv": matrix("\t", "0", "User") }, right: MATRIX },
  {
    name: "a matrix with decimal commas",
    files: { "m.csv": matrix(";", "", "Name", (value) => `${value},0`) },
    right: MATRIX,
  },
  { name: "a matrix with items in rows", files: { "m.csv": turned(",", "") }, right: MATRIX },
  {
    name: "a matrix in a workbook",
    files: {
      "m.xlsx": workbook({
        Survey: matrix(",", "", "")
          .split("\n")
          .map((row) => row.split(",").map((cell) => (/^\d+$/.test(cell) ? Number(cell) : cell))),
      }),
    },
    right: MATRIX,
  },
  {
    name: "a survey with a time, a name and a column a film",
    files: {
      "survey.csv": `Timestamp,Username,${ITEMS.map((item) => `How did you like it? [${titleOf({ item })}]`).join(",")}\n${USERS.map((user) => `2021/01/0${user % 9} 10:00:00,person${user}@x.org,${ITEMS.map((item) => ratingBy(user, item) ?? "").join(",")}`).join("\n")}`,
    },
    right: { dataset: { ...WHOLE, likes: LIKES } },
  },
  {
    name: "a matrix with an id and a title in front",
    files: {
      "m.csv": `movieId,title,${USERS.map((user) => `user ${user}`).join(",")}\n${ITEMS.map((item) => `${item},${titleOf({ item })},${USERS.map((user) => ratingBy(user, item) ?? "").join(",")}`).join("\n")}`,
    },
    right: { dataset: { ...WHOLE, likes: LIKES } },
  },
  {
    name: "jokes: a matrix without a header, 99 for unrated",
    files: {
      "jester.csv": Array.from({ length: 30 }, (_, u) =>
        [
          20,
          ...Array.from({ length: 24 }, (_, i) =>
            (u * 7 + i * 3) % 5 === 0 ? 99 : (((u * 31 + i * 17) % 200) - 100) / 10,
          ),
        ].join(","),
      ).join("\n"),
    },
    right: { dataset: { users: 30, ratings: 30 * 24 - 144 } },
  },
  {
    name: "ratings under titles under names",
    files: {
      "critics.json": JSON.stringify(
        Object.fromEntries(
          USERS.map((user) => [
            `Person ${user}`,
            Object.fromEntries(users(user).map((one) => [titleOf(one), one.rating])),
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
          ratings: Object.fromEntries(users(user).map((one) => [titleOf(one), one.rating])),
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
          tracks: users(user).map((one, pos) => ({
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
    name: "users and their items a line",
    files: {
      "train.txt":
        USERS.map((user) => [user - 1, ...users(user).map(({ item }) => item - 501)].join(" ")).join("\n") +
        "\n10 0 3\n",
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
];
