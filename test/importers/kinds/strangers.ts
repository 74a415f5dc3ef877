import type { KindCase } from "./KindCase.ts";
import {
  ITEMS,
  lines,
  ratingBy,
  SAME,
  THREE,
  TITLED,
  three,
  titleOf,
  USERS,
  WHOLE,
  workbook,
} from "./sample.ts";

const TEAMS = ["France", "Ghana", "Japan", "Chile", "Spain"];
const matches = Array.from({ length: 40 }, (_, i) => [
  TEAMS[i % 5],
  TEAMS[(i * 2 + 1) % 5],
  i % 4,
  (i * 3) % 5,
]);
const rowsOf = (count: number, of: (i: number) => string) => Array.from({ length: count }, (_, i) => of(i));

const ofThree = `Title,Year,Rating\n${rowsOf(9, (i) => `Film ${i},199${i},${1 + (i % 3)}`).join("\n")}\n`;

/** Kinds of files that strangers publish, met after all others were read rightly. */
export const STRANGER_CASES: readonly KindCase[] = [
  {
    name: "matches of teams, which are on both sides",
    files: {
      "results.csv": `home_team,away_team,home_score,away_score\n${matches.map((row) => row.join()).join("\n")}\n`,
    },
    right: { refused: "no column says" },
  },
  {
    name: "the numbered questions of several scales",
    files: {
      "big5.csv": `${["id", ...rowsOf(12, (i) => `${"ENA"[Math.floor(i / 4)]}${1 + (i % 4)}`)].join()}\n${rowsOf(9, (i) => [i, ...rowsOf(12, (j) => String(1 + ((i * j + i) % 5)))].join()).join("\n")}\n`,
    },
    right: { refused: "." },
  },
  {
    name: "titles without a header beside ratings",
    files: {
      "pairs.csv": lines("user,item,timestamp", ({ user, item, time }) => `${user},${item},${time}`),
      "titles.csv": `${ITEMS.map((item) => `${item},${titleOf({ item })}`).join("\n")}\n`,
    },
    right: { dataset: { ...WHOLE, titles: ["Amber Kite"] } },
  },
  {
    name: "columns that say of what they are, and reviews with a number each",
    files: {
      "r.csv": lines(
        "id,name,city,reviews.date,reviews.id,reviews.rating,reviews.title,reviews.username",
        (one, i) =>
          `h${one.item},${titleOf(one)},Town ${one.item % 3},2016-03-${10 + (i % 9)},${i},${one.rating},Fine ${i},ann${one.user}`,
      ),
    },
    right: SAME,
  },
  {
    name: "a number of each review that is called as users are",
    files: {
      "reviews.csv": lines(
        "uid,profile,anime_uid,score",
        ({ user, item, rating }, i) => `${i + 9000},ann${user},${item},${rating}`,
      ),
      "animes.csv": `uid,title,genre,members,score\n${ITEMS.map((item, i) => `${item},${titleOf({ item })},Drama,4000${i},8.1${i}`).join("\n")}\n`,
    },
    right: TITLED,
  },
  {
    name: "Amazon's stars in German, and who wrote",
    files: {
      "r.csv": lines(
        "ASIN;Produkt;Rezensent;Bewertung",
        (one) => `B00X000${one.item};${titleOf(one)};Ann ${one.user};${one.rating},0 von 5 Sternen`,
      ),
    },
    right: SAME,
  },
  {
    name: "a star in front of a fraction",
    files: { "f.csv": three("Title,Year,Rating", (t, y, p) => `${t},${y},⭐ ${p}/10`) },
    right: THREE,
  },
  {
    name: "who made each film, behind its year",
    files: { "seen.txt": three("Seen so far:", (t, y, p) => `1. ${t} (${y}, dir. Ann Lee) ${p}/10`) },
    right: THREE,
  },
  {
    name: "a sheet of totals beside the films",
    files: {
      "f.xlsx": workbook({
        Films: [
          ["Film", "Year", "Stars"],
          ["Heat", 1995, 4.5],
          ["Jaws", 1975, 4],
          ["Fargo", 1996, 2.5],
        ],
        Stats: [
          ["Total", 3],
          ["Average", 3.7],
        ],
      }),
    },
    right: THREE,
  },
  {
    name: "a year within the date of release, as Collectorz writes it",
    files: {
      "movies.xml": `<movielist>${[
        ["Heat", 1995, 9],
        ["Jaws", 1975, 8],
        ["Fargo", 1996, 5],
      ]
        .map(
          ([t, y, p]) =>
            `<movie><title>${t}</title><releasedate><year><displayname>${y}</displayname></year></releasedate><myrating>${p}</myrating></movie>`,
        )
        .join("")}</movielist>`,
    },
    right: THREE,
  },
  {
    name: "what was bought, with a quantity and no ratings",
    files: {
      "orders.csv": `Website,Order Date,Unit Price,Quantity,Product Name\n${rowsOf(9, (i) => `Shop,2021-03-0${i + 1},${i}.99,${(i % 3) + 1},Thing ${i} of steel`).join("\n")}\n`,
    },
    right: [{ refused: "." }, { asks: "." }],
  },
  {
    name: "what was not liked, marked in a column of its own",
    files: { "f.csv": "Film,Year,Liked,Disliked\nHeat,1995,x,\nJaws,1975,,x\nFargo,1996,x,\n" },
    right: { own: { found: 3, stars: [4, 1, 4] } },
  },
  {
    name: "ratings of 1 to 3",
    files: { "f.csv": ofThree },
    right: { asks: "1, 2 or 3" },
  },
  {
    name: "ratings of 1 to 3, 1 being the best",
    files: { "f.csv": ofThree },
    answers: { "scale:f.csv": "1 is best" },
    right: { own: { stars: [5, 3.5, 1.5, 5, 3.5, 1.5, 5, 3.5, 1.5] } },
  },
  {
    name: "rows of several kinds",
    files: {
      "all.data": `${rowsOf(5, (i) => `A,${1000 + i},1,"Page ${i}"`).join("\n")}\n${rowsOf(5, (i) => `C,${i}\nV,${1000 + i},1\nV,1000,1\nV,1004,1`).join("\n")}\n`,
    },
    right: { refused: "several kinds \\(A, C, V\\)" },
  },
  {
    name: "a name in front of each value",
    files: { "f.txt": three("", (t, y, p) => `Title: ${t} | Year: ${y} | Rating: ${p}/10`).trimStart() },
    right: THREE,
  },
  {
    name: "a survey that asks the same of each film",
    files: {
      "answers.csv": `ID,Start time,Email,Name,${ITEMS.map((item) => `How did you like ${titleOf({ item })}?`).join()}\n${USERS.map((user) => [user, `2021-03-0${user % 9}`, "anonymous", `Ann ${user}`, ...ITEMS.map((item) => ratingBy(user, item) ?? "")].join()).join("\n")}\n`,
    },
    right: TITLED,
  },
  {
    name: "beers of one's own, beside a data set of beers",
    files: {
      "beers.csv": "beer_id,name,brewery\n1,Pale Hop,Ann\n2,Dark Rye,Ben\n3,Old Wheat,Cat\n",
      "ratings.csv": "user_id,beer_id,rating\n1,1,5\n1,2,3\n2,1,4\n2,3,1\n3,2,2\n",
    },
    next: {
      "mine.csv":
        "beer_name,brewery_name,rating_score,global_rating_score\nPale Hop,Ann,4.5,3.81\nOld Wheat,Cat,2,3.7\n",
    },
    right: { own: { found: 2, stars: [4.5, 2], of: "others" } },
  },
  {
    name: "films that were played, with a date and a kind",
    files: {
      "Playback Activity.csv":
        "Item Description,Content Type,Event Date\nHeat,Movie,2021-03-01\nJaws,Movie,2021-03-02\n",
    },
    right: { asks: "What did you do with them" },
  },
  {
    name: "reviews whose author is who rated",
    files: {
      "airlines.csv": lines(
        "airline_name,link,title,author,overall_rating",
        (one) => `${titleOf(one)},/${one.item},${titleOf(one)} reviewed,Ann ${one.user},${one.rating}`,
      ),
    },
    right: SAME,
  },
  {
    name: "a matrix without names that begins with how many are given",
    files: {
      "m.csv": `${USERS.map((user) => {
        const given = ITEMS.map((item) => ratingBy(user, item));
        return [
          given.filter((one) => one !== null).length,
          ...given.map((one) => (one === null ? 99 : one * 2 - 5.5)),
        ].join();
      }).join("\n")}\n`,
    },
    right: { dataset: WHOLE },
  },
  {
    name: "a matrix with averages in front",
    files: {
      "m.csv": `Film,Average,${USERS.map((user) => `Ann ${user}`).join()}\n${ITEMS.map((item) => [titleOf({ item }), 3.25, ...USERS.map((user) => ratingBy(user, item) ?? "")].join()).join("\n")}\n`,
    },
    right: { dataset: { ...WHOLE, titles: ["Amber Kite"] } },
  },
  {
    name: "numbers and names on both sides, without a header",
    files: {
      "r.csv": lines(
        "",
        (one) => `${one.user},Ann ${one.user},${one.item - 500},${titleOf(one)},${one.rating}`,
      ),
    },
    right: TITLED,
  },
  {
    name: "a word that comes again in the first row, which is no header",
    files: {
      "r.csv": lines(
        "",
        (one) =>
          `Ann${one.user},${titleOf(one).split(" ")[0]},${one.user % 2 ? "Guest" : "Critic"},${one.rating}`,
      ),
    },
    right: SAME,
  },
  {
    name: "the names of those who watched",
    files: {
      "r.csv": lines(
        "id,movie,watcher_name,rating",
        (one, i) => `${i},${titleOf(one)},Ann ${one.user},${one.rating}`,
      ),
    },
    right: TITLED,
  },
  {
    name: "a matrix as R melts it",
    files: {
      "r.csv": lines(
        '"","Name","variable","value"',
        (one, i) => `"${i}","Ann ${one.user}","${titleOf(one)}",${one.rating}`,
      ),
    },
    right: TITLED,
  },
  {
    name: "a survey whose questions are brackets alone, and averages of people and films",
    files: {
      "r.csv": `Timestamp,${ITEMS.map((item) => `[${titleOf({ item })}]`).join()},User Average\n${USERS.map((user) => [`1/${user + 9}/2023 16:41:43`, ...ITEMS.map((item) => ratingBy(user, item) ?? "N/A"), 3.4].join()).join("\n")}\nMovie Average,${ITEMS.map(() => 3.1).join()},\n`,
    },
    right: TITLED,
  },
  {
    name: "Logseq's properties",
    files: {
      "films.md": three("", (t, y, p) => `- title:: ${t}\n  year:: ${y}\n  rating:: ${p}`, 1).trimStart(),
    },
    right: THREE,
  },
];
