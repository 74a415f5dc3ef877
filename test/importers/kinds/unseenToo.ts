import type { KindCase } from "./KindCase.ts";
import {
  csv,
  ITEMS,
  itemsCsv,
  LIKES,
  lines,
  RATINGS,
  SAME,
  THREE,
  TITLED,
  three,
  titleOf,
  USERS,
  WHOLE,
  workbook,
  zip,
} from "./sample.ts";

const numbers = (count: number, of: (i: number) => string) => Array.from({ length: count }, (_, i) => of(i));

/** More of the kinds that were met once all others were read rightly. */
export const UNSEEN_TOO_CASES: readonly KindCase[] = [
  {
    name: "files of several people in a zip",
    files: {
      "users.zip": zip({
        "ann.csv": "film,rating\nHeat,5\nJaws,2\n",
        "ben.csv": "film,rating\nHeat,1\nJaws,4\n",
      }),
    },
    right: { asks: "Several files rate the same films" },
  },
  {
    name: "files of several people in a zip, one chosen",
    files: {
      "users.zip": zip({
        "ann.csv": "film,rating\nHeat,5\nJaws,2\n",
        "ben.csv": "film,rating\nHeat,1\nJaws,4\n",
      }),
    },
    answers: { "sheet:": "ben.csv" },
    right: { own: { stars: [1, 4] } },
  },
  {
    name: "a form's questions to oneself",
    files: {
      "log.csv": three(
        "Timestamp,What film did you watch?,When did it come out?,Rate the film (1-10),Anything else?",
        (t, y, p) => `2021/03/01,${t},${y},${p},`,
      ),
    },
    right: THREE,
  },
  {
    name: "the year in front of the title",
    files: { "f.csv": three("Film;Sterne", (t, y, p) => `${y} - ${t};${p}`, 1) },
    right: THREE,
  },
  {
    name: "what each rating is out of, in a column",
    files: { "f.csv": "Film,Year,Score,Out of\nHeat,1995,90,100\nJaws,1975,8,10\nFargo,1996,2.5,5\n" },
    right: THREE,
  },
  {
    name: "lists of films and of shows by status, in JSON",
    files: {
      "app.json": JSON.stringify({
        movies: {
          watched: [
            { title: "Heat", year: 1995, rating: 9 },
            { title: "Jaws", year: 1975, rating: 8 },
            { title: "Fargo", year: 1996, rating: 5 },
          ],
          watchlist: [{ title: "Alien", year: 1979 }],
        },
        shows: { watched: [{ title: "Lost", year: 2004, rating: 9 }] },
      }),
    },
    right: THREE,
  },
  {
    name: "links of a film beside its rating, which are nobody's",
    files: {
      "log.json": JSON.stringify({
        items: [
          ["Heat", 1995, 4.5],
          ["Jaws", 1975, 4],
          ["Fargo", 1996, 2.5],
        ].map(([name, releaseYear, rating], i) => ({
          id: `x${i}`,
          name: `Review of ${name}`,
          film: { id: `f${i}`, name, releaseYear, links: [{ type: "tmdb", id: "1" }] },
          rating,
        })),
      }),
    },
    right: THREE,
  },
  {
    name: "a vote that is one's own, and a total with its sum in one cell",
    files: {
      "f.csv": `${three("Title,Year,Vote", (t, y, p) => `${t},${y},${p}${p > 8 ? "!!" : ""}`)}Total: 3,,\n`,
    },
    right: THREE,
  },
  {
    name: "everybody's score of games, beside how many gave it",
    files: {
      "games.csv": `Name,Platform,Year,User_Score,User_Count\n${numbers(9, (i) => `Game ${i},Wii,2006,8.${i},32${i}`).join("\n")}\n`,
    },
    right: { refused: "who rated" },
  },
  {
    name: "in Bulgarian",
    files: { "f.csv": three("Заглавие;Година;Оценка", (t, y, p) => `${t};${y};${p}`) },
    right: THREE,
  },
  {
    name: "in Lithuanian",
    files: { "f.csv": three("Pavadinimas;Metai;Įvertinimas", (t, y, p) => `${t};${y};${p}`) },
    right: THREE,
  },
  {
    name: "a grid of reStructuredText",
    files: {
      "f.rst": three(
        "+-------+------+--------+\n| Title | Year | Rating |\n+=======+======+========+",
        (t, y, p) => `| ${t.padEnd(5)} | ${y} | ${String(p).padEnd(6)} |\n+-------+------+--------+`,
      ),
    },
    right: THREE,
  },
  {
    name: "the text of elements with attributes",
    files: {
      "r.xml": `<ratings>${lines("", ({ user, item, rating }) => `<rating user="${user}" item="${item}">${rating}</rating>`)}</ratings>`,
    },
    right: SAME,
  },
  {
    name: "an id that comes again with other names is that of who rated them",
    files: { "r.csv": lines("ID,Name,Rating", (one) => `${one.user},${titleOf(one)},${one.rating}`) },
    right: TITLED,
  },
  {
    name: "cases by day and place",
    files: {
      "covid.csv": `date,location,new_cases,total_cases\n${numbers(40, (i) => `2021-03-${10 + Math.floor(i / 4)},Land ${i % 4},${(i * 7) % 90},${1000 + 50 * Math.floor(i / 4)}`).join("\n")}\n`,
    },
    right: { refused: "no column" },
  },
  {
    name: "tracks, and what categories there are",
    files: {
      "data.xlsx": workbook({
        Ratings: [
          ["UserID", "ItemID", "Rating"],
          ...RATINGS.map(({ user, item, rating }) => [user, item, rating]),
        ],
        Tracks: [
          ["id", "artist", "title", "category_id"],
          ...ITEMS.map((item) => [item, `X${item % 3}`, titleOf({ item }), item % 2]),
        ],
        Categories: [
          ["id", "name"],
          [0, "Blues"],
          [1, "Jazz"],
        ],
      }),
    },
    right: TITLED,
  },
  {
    name: "tables of the same name in several folders of a zip",
    files: { "d.zip": zip({ "train/ratings.csv": csv(), "test/ratings.csv": csv() }) },
    right: { asks: "train/ratings.csv and test/ratings.csv" },
  },
  {
    name: "a database in JSON, ratings beside users and films",
    files: {
      "db.json": JSON.stringify({
        users: USERS.map((id) => ({ id, name: `Person ${id}` })),
        movies: ITEMS.map((item) => ({ id: item, title: titleOf({ item }) })),
        ratings: RATINGS.map(({ user, item, rating }) => ({ userId: user, movieId: item, rating })),
      }),
    },
    right: TITLED,
  },
  {
    name: "TMDb's numbers where a column says whose they are",
    files: {
      "ratings.csv": csv(),
      "movies.csv": itemsCsv(),
      "links.csv": `movieId,imdbId,tmdbId\n${ITEMS.map((item) => `${item},,${item}1`).join("\n")}\n`,
    },
    next: {
      "yamtrack.csv": `media_id,source,media_type,title,score,status\n${ITEMS.map((item) => `${item}1,tmdb,movie,Called otherwise ${item},7,Completed`).join("\n")}\n5011,manual,movie,Mine,7,Completed\n`,
    },
    right: { own: { found: 8, confirm: 0 } },
  },
  {
    name: "remarks behind a rating in a line",
    files: {
      "notes.txt": "Heat (1995) 9/10 loved it again\nJaws (1975) 8/10\nFargo (1996) 5/10, with Tom\n",
    },
    right: THREE,
  },
  {
    name: "a name with what stands in it in brackets",
    files: { "f.csv": three("Movie (Year);★", (t, y, p) => `${t} (${y});${p}`, 1) },
    right: THREE,
  },
  {
    name: "in Swedish",
    files: { "f.csv": three("Filmens namn;Premiärår;Mitt betyg", (t, y, p) => `${t};${y};${p}`) },
    right: THREE,
  },
  {
    name: "PostgreSQL's t and f",
    files: {
      "r.csv": lines(
        "user_id,item_id,liked",
        ({ user, item, rating }) => `${user},${item},${rating >= 3 ? "t" : "f"}`,
      ),
    },
    right: SAME,
  },
  {
    name: "short keys of customers and products",
    files: {
      "r.csv": lines("cust_key,prod_key,rating_val", ({ user, item, rating }) => `${user},${item},${rating}`),
    },
    right: SAME,
  },
  {
    name: "people and films, and no ratings",
    files: {
      "users.csv": `user_id,name\n${USERS.map((user) => `${user},Person ${user}`).join("\n")}\n`,
      "items.csv": `item_id,title\n${ITEMS.map((item) => `${item},${titleOf({ item })}`).join("\n")}\n`,
    },
    right: { refused: "no column" },
  },
  {
    name: "marks of a class",
    files: {
      "class.csv": `Student,Homework 1,Homework 2,Midterm,Final\n${numbers(9, (i) => `Person ${i},${80 + i},${70 + i},${60 + i},${90 - i}`).join("\n")}\n`,
    },
    right: { refused: "no column" },
  },
  {
    name: "a puzzle of numbers",
    files: {
      "sudoku.csv": numbers(9, (r) =>
        numbers(9, (c) => String(((r * 3 + Math.floor(r / 3) + c) % 9) + 1)).join(","),
      ).join("\n"),
    },
    right: { refused: "who|what|no column|read" },
  },
  {
    name: "hands of cards, whose rows are nobody's",
    files: {
      "poker.csv": `S1,C1,S2,C2,S3,C3,hand\n${numbers(40, (k) => [k % 4, k % 13, (k + 1) % 4, (k * 3) % 13, (k + 2) % 4, (k * 5) % 13, k % 10].join(",")).join("\n")}\n`,
    },
    right: { refused: "no column" },
  },
  {
    name: "stars in words",
    files: {
      "f.csv":
        "Film,Year,Rating\nHeat,1995,four and a half stars\nJaws,1975,Four Stars\nFargo,1996,two and a half stars\n",
    },
    right: THREE,
  },
  {
    name: "links between people, by the names of both ends",
    files: { "edges.csv": lines("source,target", ({ user, item }) => `${user},${item - 500}`) },
    right: { refused: "says who is linked with whom \\(source, target\\)" },
  },
  {
    name: "whom people trust, without a header, beside ratings",
    files: {
      "ratings.txt": lines("", ({ user, item, rating }) => `${user} ${item} ${rating}`),
      "trust.txt": lines("", ({ user, item }) => `${user} ${item - 500} 1`),
    },
    right: { dataset: { ...WHOLE, likes: LIKES } },
  },
  {
    name: "ratings that people gave each other",
    files: {
      "r.csv": lines("source,target,rating", ({ user, item, rating }) => `${user},${item},${rating}`),
    },
    right: { dataset: { ...WHOLE, likes: LIKES } },
  },
  {
    name: "baskets of which nobody says whose they are",
    files: {
      "order_products.csv": lines(
        "order_id,product_id,add_to_cart_order,reordered",
        ({ user, item, rating }, i) => `${user},${item},${(i % 6) + 1},${rating % 2}`,
      ),
    },
    right: { dataset: { ...WHOLE, likes: 60, says: "order_id. in order_products.csv is read as who rated" } },
  },
  {
    name: "a web server's log",
    files: {
      "access.log": lines(
        "",
        ({ user, item }) =>
          `10.0.0.${user} - - [10/Oct/2000:13:55:36 -0700] "GET /film/${item} HTTP/1.0" 200 1000`,
      ),
    },
    right: { refused: "is a web server's log" },
  },
  {
    name: "places on a map, in GeoJSON",
    files: {
      "places.geojson": JSON.stringify({
        type: "FeatureCollection",
        features: ITEMS.map((item) => ({
          type: "Feature",
          geometry: { type: "Point", coordinates: [item / 100, 2.5] },
          properties: { name: titleOf({ item }), rating: (item % 5) + 1 },
        })),
      }),
    },
    right: { refused: "is a list of music, food, drinks or places" },
  },
];
