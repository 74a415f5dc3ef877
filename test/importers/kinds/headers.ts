import type { KindCase } from "./KindCase.ts";
import { csv, ITEMS, isoOf, lines, RATINGS, SAME, TITLED, titleOf, WHOLE, zip } from "./sample.ts";

const jsonl = (write: (one: (typeof RATINGS)[number], i: number) => unknown) =>
  RATINGS.map((one, i) => JSON.stringify(write(one, i))).join("\n");
/** Many people's ratings under headers of many kinds. */
export const HEADER_CASES: readonly KindCase[] = [
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
];
