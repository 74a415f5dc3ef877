import type { KindCase } from "./KindCase.ts";
import {
  csv,
  ITEMS,
  lines,
  ratingBy,
  ratingsOf,
  SAME,
  THREE,
  TITLED,
  three,
  titleOf,
  USERS,
  zip,
} from "./sample.ts";

const film = (title: string, year: number, points: number) => `${title},${year},${points / 2}`;
const below = (header: string) => lines(header, ({ user, item, rating }) => `${user},${item},${rating}`);

const survey = () =>
  [
    ["Timestamp", "Email", ...ITEMS.map((item) => `Rate these [${titleOf({ item })}]`), "Any comments?"].join(
      ",",
    ),
    ...USERS.map((user) =>
      [
        `1/${user}/2024`,
        `a${user}@x.org`,
        ...ITEMS.map((item) => ratingBy(user, item) ?? ""),
        "nice one",
      ].join(","),
    ),
  ].join("\n");

/** What stands above, within and below the rows of a table. */
export const HEADING_CASES: readonly KindCase[] = [
  {
    name: "what lies beside one's own films in a zip",
    files: {
      "export.zip": zip({
        "ratings.csv": three("Title,Year,Rating", film),
        "README.md": "# Export\n\nThanks, and: enjoy!\n",
        "profile.json": '{"name":"Ann","joined":"2020"}',
        "terms.pdf": "%PDF-1.4",
      }),
    },
    right: THREE,
  },
  {
    name: "a form's remarks behind its ratings",
    files: {
      "form.csv": survey(),
    },
    right: SAME,
  },
  {
    name: "rows in brackets, as Python prints tuples",
    files: { "part-00000": lines("", ({ user, item, rating }) => `('u${user}', ${item}, ${rating}.0)`) },
    right: SAME,
  },
  {
    name: "rows in brackets, as Python prints lists",
    files: { "r.txt": lines("", ({ user, item, rating }) => `["u${user}", ${item}, ${rating}]`) },
    right: SAME,
  },
  {
    name: "each row in quotes as a whole",
    files: {
      "r.csv": lines('"user;item;rating"', ({ user, item, rating }) => `"${user};${item};${rating}"`),
    },
    right: SAME,
  },
  {
    name: "SNAP's reviews, a line a value",
    files: {
      "finefoods.txt": lines("", (one) =>
        [
          `product/productId: ${one.item}`,
          `product/title: ${titleOf(one)}`,
          `review/userId: A${one.user}`,
          `review/score: ${one.rating}.0`,
          `review/time: ${one.time}`,
          "review/text: Good, quality: yes\n",
        ].join("\n"),
      ),
    },
    right: TITLED,
  },
  {
    name: "one's own films in YAML",
    files: {
      "films.yaml": three(
        "",
        (title, year, points) => `- title: "${title}"\n  year: ${year}\n  rating: ${points / 2}`,
      ).trimStart(),
    },
    right: THREE,
  },
  {
    name: "the same with the line ends of an old Mac",
    files: {
      "films.yaml": three(
        "",
        (title, year, points) => `- title: "${title}"\n  year: ${year}\n  rating: ${points / 2}`,
      )
        .trimStart()
        .replaceAll("\n", "\r"),
    },
    right: THREE,
  },
  {
    name: "Douban's summary begins with the year",
    files: {
      "豆瓣.csv": three(
        "标题,简介,我的评分",
        (title, year, points) => `"${title}",${year} / 美国 / 剧情,${points / 2}`,
      ),
    },
    right: THREE,
  },
  {
    name: "a remark above lines of JSON",
    files: {
      "r.jsonl": `// exported\n${lines("", ({ user, item, rating }) => JSON.stringify({ user, item, rating }))}`,
    },
    right: SAME,
  },
  {
    name: "ratings under users and films",
    files: {
      "firebase.json": JSON.stringify({
        ratings: Object.fromEntries(
          USERS.map((user) => [
            `u${user}`,
            Object.fromEntries(ratingsOf(user).map(({ item, rating, time }) => [item, { rating, at: time }])),
          ]),
        ),
      }),
    },
    right: SAME,
  },
  {
    name: "lists by status are one person's",
    files: {
      "export.json": JSON.stringify({
        watched: [
          { title: "Heat", year: 1995, rating: 4.5 },
          { title: "Jaws", year: 1975, rating: 4 },
        ],
        watchlist: [{ title: "Brazil", year: 1985 }],
      }),
    },
    right: { own: { found: 2, confirm: 0, stars: [4.5, 4] } },
  },
  {
    name: "Kodi's library, with everybody's ratings in each film",
    files: {
      "videodb.xml": `<videodb>${[
        ["Heat", 1995, 9],
        ["Jaws", 1975, 8],
      ]
        .map(
          ([title, year, points]) =>
            `<movie><title>${title}</title><ratings><rating name="imdb" max="10"><value>8.3</value><votes>5000</votes></rating></ratings><userrating>${points}</userrating><year>${year}</year><playcount>1</playcount><genre>Drama</genre></movie>`,
        )
        .join("")}</videodb>`,
    },
    right: { own: { found: 2, confirm: 0, stars: [4.5, 4] } },
  },
  {
    name: "notes of several cells above the header",
    files: { "films.csv": `My film diary,2024\nlast update,3 March\n\n${three("Title,Year,Rating", film)}` },
    right: THREE,
  },
  {
    name: "a header of two lines",
    files: { "films.csv": `Film,,Scores\n${three("Title,Year,Rating", film)}` },
    right: THREE,
  },
  {
    name: "the questions of a survey below its names",
    files: { "survey.csv": `Q1,Q2,Q3\n${below("User,Item,Rating")}` },
    right: SAME,
  },
  {
    name: "units below the header",
    files: { "ratings.csv": below("user,item,rating\n(id),(id),(1-5)") },
    right: SAME,
  },
  {
    name: "an average below one's own films",
    files: { "films.csv": `${three("Title,Year,Rating", film)}Average,,3.6\n` },
    right: THREE,
  },
  {
    name: "a grand total",
    files: { "ratings.csv": `${csv()}Grand Total,60,3.1,\n` },
    right: SAME,
  },
  {
    name: "pandas' name of the rows below the names of the columns",
    files: {
      "p.csv": `movieId,${ITEMS.join(",")}\nuserId${",".repeat(ITEMS.length)}\n${USERS.map((user) => [user, ...ITEMS.map((item) => ratingBy(user, item) ?? "")].join(",")).join("\n")}\n`,
    },
    right: SAME,
  },
  {
    name: "a form's matrix with addresses in front and a remark of some behind",
    files: {
      "r.csv": `Timestamp,Email Address,${ITEMS.map((item) => titleOf({ item })).join(",")},Any comments?\n${USERS.map((user) => [`2021/03/0${user} 10:00:00 AM GMT+1`, `u${user}@x.org`, ...ITEMS.map((item) => ratingBy(user, item) ?? ""), user % 2 ? "nice night!" : ""].join(",")).join("\n")}\n`,
    },
    right: TITLED,
  },
  {
    name: "a matrix without a header whose first cells are blank",
    files: {
      "m.txt": USERS.map((user) => ITEMS.map((item) => ratingBy(user, item) ?? "nan").join(" ")).join("\n"),
    },
    right: SAME,
  },
  {
    name: "four columns of stars without names",
    files: { "m.txt": "5,3,0,1\n4,0,0,1\n1,1,0,5\n1,0,0,4\n0,1,5,4\n" },
    right: { dataset: { users: 5, items: 4, ratings: 13, says: "matrix, users in rows" } },
  },
  {
    name: "how alike people are",
    files: {
      "corr.csv": `,${USERS.map((user) => `u${user}`).join(",")}\n${USERS.map((user) => [`u${user}`, ...USERS.map((other) => (user === other ? 1 : ((user * other * 7) % 97) / 97))].join(",")).join("\n")}\n`,
    },
    right: { refused: "compares things with each other" },
  },
  {
    name: "who and what among words of French",
    files: {
      "r.csv": lines(
        "Identifiant de l'utilisateur;Titre du film;Note attribuée",
        (one) => `${one.user};${titleOf(one)};${one.rating}`,
      ),
    },
    right: TITLED,
  },
];
