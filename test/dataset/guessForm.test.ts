import { expect, it } from "vitest";
import { guessForm } from "../../src/dataset/columns/guessForm.ts";
import { headOf } from "../support/headOf.ts";

/** What a table is taken for; "¦" in a cell stands for a bar. */
function toldOf(table: string): string {
  const head = headOf(table);
  const rows = head.rows.map((row) => row.map((cell) => cell.replaceAll("¦", "|")));
  const { kind, hasHeader, columns, ratings } = guessForm({ ...head, rows });
  const roles = columns.map(
    ({ role, isSpaced, isSlashed }) => `${role}${isSpaced ? " spaced" : ""}${isSlashed ? " slashed" : ""}`,
  );
  return `${kind}${hasHeader ? "" : ", no header"}${ratings ? `, ${ratings}` : ""}: ${roles.join("|")}`;
}

/** A table of as many rows as asked for. */
const rowsOf = (header: string, count: number, rowOf: (row: number) => string) =>
  [header, ...Array.from({ length: count }, (_, row) => rowOf(row))].join(" / ");

it.each<[string, string, string]>([
  [
    "MovieLens",
    "userId|movieId|rating|timestamp / 1|10|4|964982703 / 1|11|5|964981247 / 2|10|3|964982224",
    "ratings: user|item|rating|timestamp",
  ],
  [
    "MovieLens without a header",
    "1|10|4|964982703 / 1|11|5|964981247 / 2|10|3|964982224 / 2|12|4|964982931",
    "ratings, no header: user|item|rating|timestamp",
  ],
  [
    "its films",
    "movieId|title|genres / 1|Heat (1995)|Crime|Drama / 2|Jaws (1975)|Horror",
    "items: item|title|labels|unused",
  ],
  ["its links", "movieId|imdbId|tmdbId / 1|0114709|862 / 2|0113497|8844", "links: item|imdb|tmdb"],
  [
    "its tags",
    "userId|movieId|tag|timestamp / 1|10|funny|964982703 / 2|10|dark|964982703",
    "ratings: user|item|unused|timestamp",
  ],
  [
    "its users",
    "userId|gender|age|occupation / 1|F|18|student / 2|M|25|artist / 3|F|25|student / 4|M|30|artist",
    "users: user|feature|age|feature",
  ],
  ["names of users", "userId|name / 1|Ann / 2|Bob / 3|Cid", "users: user|unused"],
  ["users with a rating", "userId|name|rating / 1|Ann|4 / 2|Bob|3 / 3|Cid|5", "ratings: user|item|rating"],
  [
    "words above numbers",
    "who knows|what ever|how so / 1|10|4 / 1|11|5 / 2|10|3",
    "ratings: user|item|rating",
  ],
  ["a number above numbers", "1|10|4 / 1|11|5 / 2|10|3", "ratings, no header: user|item|rating"],
  ["numbered by pandas", "0|1|2 / 1|10|4 / 1|11|5 / 2|10|3", "ratings: user|item|rating"],
  [
    "a name that comes again",
    "Friend|Heat|4 / Friend|Jaws|5 / Ann|Heat|3 / Bob|Jaws|2",
    "ratings, no header: user|item|rating",
  ],
  [
    "sessions beside users who are none",
    "sessionId|userId|itemId / s1||10 / s1||11 / s2||10",
    "ratings: user|unused|item",
  ],
  [
    "rows that are numbered as users",
    "uid|profile|item|score / 1|ann|10|4 / 2|ann|11|5 / 3|bob|10|3",
    "ratings: unused|user|item|rating",
  ],
  ["iid and pid", "pid|iid|rating / 1|10|4 / 1|11|5 / 2|10|3", "ratings: user|item|rating"],
  ["iid in front of pid", "iid|pid|rating / 1|10|4 / 1|11|5 / 2|10|3", "ratings: user|item|rating"],
  [
    "tracks and artists",
    "user|track_uri|artist_name|track_name / 1|t1|Abba|Waterloo / 1|t2|Abba|SOS / 2|t1|Abba|Waterloo",
    "ratings: user|item|unused|title",
  ],
  [
    "a rating that never changes beside hours",
    "user|game|rating|hours / 1|10|1|7 / 1|11|1|8 / 2|10|1|3",
    "ratings, counts: user|item|unused|rating",
  ],
  ["events", "user|item|event / 1|10|view / 1|11|purchase / 2|10|view", "ratings, events: user|item|rating"],
  ["hours", "user|game|hours / 1|10|7 / 1|11|8 / 2|10|3", "ratings, counts: user|item|rating"],
  [
    "IMDb's number as item",
    "user|imdb_id|rating / 1|tt10|4 / 1|tt11|5 / 2|tt10|3",
    "ratings: user|item|rating",
  ],
  ["IMDb's number beside an id", "id|imdb_id|title / 1|tt10|Heat / 2|tt11|Jaws", "items: item|imdb|title"],
  [
    "a number of another service",
    "MAL_ID|title|score / 1|Heat|8 / 2|Jaws|7 / 3|Ran|6",
    "items: item|title|unused",
  ],
  [
    "things with averages",
    "uid|title|votes|score / 1|Heat|400|8.1 / 2|Jaws|300|7.1 / 3|Ran|200|6.2",
    "items: item|title|unused|unused",
  ],
  ["averages without titles", "item|votes|rating / 1|400|8.1 / 2|300|7.1", "items: item|unused|unused"],
  [
    "things with an id of their own",
    "id|artist_id|title|genre / 1|7|Heat|a / 2|7|Jaws|b / 3|8|Ran|c",
    "items: item|unused|title|labels",
  ],
  [
    "flags",
    "movieId|title|Action|Drama|Odd / 1|Heat|1|0|0 / 2|Jaws|0|1|0",
    "items: item|title|flag|flag|unused",
  ],
  [
    "labels and many words",
    "movieId|title|genres|studio / 1|Heat|a|Fox / 2|Jaws|b|Fox / 3|Ran|a|Toho / 4|Big|b|Toho",
    "items: item|title|labels|feature",
  ],
  [
    "slashes",
    "movieId|title|genres / 1|Heat|Crime/Drama / 2|Jaws|Horror",
    "items: item|title|labels slashed",
  ],
  [
    "slashes within bars",
    "movieId|title|genres / 1|Heat|Sci-Fi/Fantasy;Drama / 2|Jaws|Horror",
    "items: item|title|labels",
  ],
  [
    "RecBole's spaces",
    "item_id:token|title:token_seq|class:token_seq / 1|Heat|Crime Drama / 2|Jaws|Horror",
    "items: item|title|labels spaced",
  ],
  [
    "directors",
    "movieId|title|genres|director / 1|Heat|a|Mann / 2|Jaws|b|Spielberg",
    "items: item|title|labels|tags",
  ],
  [
    "a variable",
    "Name|variable|value / Ann|Heat|4 / Ann|Jaws|5 / Bob|Heat|3 / Bob|Jaws|1",
    "ratings: user|item|rating",
  ],
  [
    "an author",
    "title|author|rating / Heat|ann|4 / Heat|bob|5 / Jaws|ann|3 / Jaws|cid|1",
    "ratings: item|user|rating",
  ],
  [
    "an id of who rated",
    "ID|title|rating / 1|Heat|4 / 1|Jaws|5 / 2|Heat|3 / 2|Jaws|1",
    "ratings: user|item|rating",
  ],
  [
    "a name of who rated",
    "name|title|rating / Ann|Heat|4 / Ann|Jaws|5 / Bob|Heat|3 / Bob|Jaws|1",
    "ratings: user|item|rating",
  ],
  [
    "each matter of a thing",
    "a1|b1|x|4 / a1|b1|y|5 / a1|b1|z|3 / a2|b1|x|3 / a2|b1|y|3 / a2|b1|z|4",
    "ratings, no header: user|unused|item|rating",
  ],
  ["nothing", "a|b / c|d", "ratings, no header: unused|unused"],
])("%s", (_, table, expected) => {
  expect(toldOf(table)).toBe(expected);
});

const TWICE = "1|10|1|7 / 1|11|1|8 / 2|10|1|3";
it.each<[string, string, string]>([
  ["a year that is a title, too", "movieId|Movie (Year) / 1|Heat / 2|Jaws", "items: item|title"],
  [
    "titles of which each is another",
    "userId|movieId|rating|title / 1|10|4|A / 1|11|5|B / 2|12|3|C",
    "ratings: user|item|rating|title",
  ],
  ["two visits without users", "userId|itemId|sessionId / |10|s1 / |11|s2", "ratings: user|item|unused"],
  [
    "a user who is not told",
    "sessionId|userId|itemId / s1||10 / s1|a|11 / s2|a|10",
    "ratings: unused|user|item",
  ],
  ["IMDb's number as the only one", "title|imdb_id|studio / Heat|tt10|Fox", "items: title|item|tags"],
  [
    "IMDb's number beside users and rows",
    "user|id|imdb_id|rating / 1|7|tt10|4 / 1|8|tt11|5 / 2|7|tt10|3",
    "ratings: user|unused|item|rating",
  ],
  [
    "IMDb's number in front",
    "imdb_id|user|rating / tt10|1|4 / tt11|1|5 / tt10|2|3",
    "ratings: item|user|rating",
  ],
  ["iid in front of users", "iid|userId|rating / 10|1|4 / 11|1|5 / 10|2|3", "ratings: item|user|rating"],
  [
    "a letter's id, and pid",
    "x|aid|pid|rating / k|1|10|4 / l|2|10|5 / k|1|11|3",
    "ratings: unused|item|user|rating",
  ],
  [
    "a name beside a track's",
    "user|track_uri|name|track_name / 1|t1|Mix|SOS / 1|t2|Mix|Honey / 2|t1|New|SOS",
    "ratings: user|item|unused|title",
  ],
  [
    "a track's name in front",
    "track_name|track_uri|name|user / SOS|t1|Mix|1 / Honey|t2|Mix|1 / SOS|t1|New|2",
    "ratings: title|item|unused|user",
  ],
  [
    "a title beside a book's",
    "user|book_id|title|book_title / 1|b1|Mr|Emma / 1|b2|Ms|Ulysses / 2|b1|Mr|Emma",
    "ratings: user|item|unused|title",
  ],
  [
    "the name of a business",
    "user|business_id|business_name / 1|b1|Joe / 1|b2|Moe / 2|b1|Joe",
    "ratings: user|item|title",
  ],
  [
    "a title beside a seller's name",
    "title|seller_id|seller_name|user|rating / Heat|1|A|1|4 / Jaws|2|B|1|5 / Heat|2|B|2|3",
    "ratings: item|unused|unused|user|rating",
  ],
  ["hours of few", "user|game|rating|hours / 1|10|1|7 / 2|10|1|3", "ratings: user|item|rating|unused"],
  [
    "ratings that differ, beside hours",
    "user|game|rating|hours / 1|10|1|7 / 1|11|2|8 / 2|10|1|3",
    "ratings: user|item|rating|unused",
  ],
  ["hours alone that never change", `user|game|rating|foo / ${TWICE}`, "ratings: user|item|rating|unused"],
  [
    "hours behind something else",
    "user|game|foo|rating|hours / 1|10|a|1|7 / 1|11|b|1|8 / 2|10|a|1|3",
    "ratings, counts: user|item|unused|unused|rating",
  ],
  [
    "hours in front",
    "hours|user|game|rating / 7|1|10|1 / 8|1|11|1 / 3|2|10|1",
    "ratings, counts: rating|user|item|unused",
  ],
])("by name: %s", (_, table, expected) => {
  expect(toldOf(table)).toBe(expected);
});

it.each<[string, string, string]>([
  ["who comes again", "userId|gender / 1|F / 1|F / 2|F / 2|F", "ratings: user|unused"],
  ["users behind their names", "name|userId / Ann|1 / Ann|2 / Bob|3", "users: unused|user"],
  ["users and titles", "userId|title / 1|Heat / 2|Jaws / 3|Heat", "ratings: user|item"],
  ["an id behind a word", "foo|id|title / a|1|Heat / b|2|Jaws", "items: unused|item|title"],
  ["an id behind another's index", "xidx|id|title / 8|1|Heat / 9|2|Jaws", "items: unused|item|title"],
  [
    "a number of a service that comes again",
    "MAL_ID|id|title / 8|1|Heat / 8|2|Jaws",
    "items: unused|item|title",
  ],
  ["an id and no titles", "MAL_ID|id|genres / 1|7|a / 2|8|b", "items: unused|item|labels"],
  [
    "rows that are numbered as a service's",
    "MAL_ID|user|title|rating / 1|7|Heat|4 / 2|7|Jaws|5 / 3|8|Heat|4",
    "ratings: unused|user|item|rating",
  ],
  ["a film beside another number", "MAL_ID|movieId|title / 1|7|Heat / 2|8|Jaws", "items: unused|item|title"],
  ["studios", "movieId|studio / 1|Fox / 2|Fox / 3|Toho / 4|Toho", "items: item|feature"],
  ["IMDb's numbers alone", "movieId|imdbId / 1|tt10 / 2|tt11", "links: item|imdb"],
  ["TMDb's numbers alone", "movieId|tmdbId / 1|862 / 2|863", "links: item|tmdb"],
  ["IMDb's numbers and votes", "id|imdbId|votes / 1|tt10|400 / 2|tt11|300", "items: item|imdb|unused"],
  [
    "IMDb's numbers beside users",
    "userId|movieId|imdbId / 1|10|tt10 / 1|11|tt11 / 2|10|tt10",
    "ratings: user|item|imdb",
  ],
  [
    "IMDb's numbers beside ratings",
    "movieId|imdbId|rating / 10|tt10|4 / 10|tt10|5 / 11|tt11|3",
    "ratings: item|imdb|rating",
  ],
  ["IMDb's numbers and genres", "movieId|imdbId|genres / 1|tt10|a / 2|tt11|b", "items: item|imdb|labels"],
  [
    "one's own ratings with votes",
    "title|votes|rating|userId / Heat|400|4|1 / Jaws|300|5|1 / Ran|200|3|2",
    "ratings: item|unused|rating|user",
  ],
  ["a user of each title", "userId|title|rating / 1|Heat|4 / 2|Jaws|3", "ratings: user|item|rating"],
  ["votes without a user", "movieId|title|votes / 1|Heat|400 / 2|Jaws|300", "items: item|title|unused"],
  [
    "a number of a thing beside a film's",
    "uid|movieId|title|votes / 1|7|Heat|400 / 2|8|Jaws|300 / 3|9|Ran|200",
    "items: item|unused|title|unused",
  ],
  [
    "films of which one comes again",
    "item|title|rating / 10|Heat|4 / 10|Heat|3 / 11|Jaws|5",
    "ratings: item|title|rating",
  ],
  ["a single film", "item|title|rating / 10|Heat|4", "ratings: item|title|rating"],
  ["one's own films", "title|year|rating / Heat|1995|4 / Jaws|1975|5", "ratings: title|year|rating"],
  [
    "averages beside genres",
    "item|title|genres|rating / 10|Heat|a|4 / 10|Heat|a|3",
    "items: item|title|labels|unused",
  ],
  [
    "averages beside years",
    "item|title|year|rating / 10|Heat|1995|4 / 10|Heat|1995|3",
    "items: item|title|year|unused",
  ],
  ["titles alone", "title|studio / Heat|Fox / Jaws|Toho", "items: title|item"],
  ["genres alone", "foo|genres / Heat|a / Jaws|b", "items: item|labels"],
  ["votes alone", "foo|votes / Heat|400 / Jaws|300", "items: item|unused"],
  ["votes and ratings alone", "foo|votes|rating / Heat|400|4 / Jaws|300|5", "ratings: unused|unused|rating"],
  ["an id beside a film's", "id|movieId|title / 1|10|Heat / 2|11|Jaws", "items: unused|item|title"],
  ["an artist alone", "artist_id|title|genres / 7|A|a / 7|B|b / 8|C|c", "items: item|title|labels"],
  ["an id behind a title", "title|id|genres / Heat|1|a / Jaws|2|b", "items: title|item|labels"],
  [
    "moments of films",
    "movieId|title|timestamp / 1|A|1400000000 / 2|B|1400000060",
    "items: item|title|unused",
  ],
])("its kind: %s", (_, table, expected) => {
  expect(toldOf(table)).toBe(expected);
});

it.each<[string, string, string]>([
  ["points beyond a hundred", "u1|i1|400 / u1|i2|300 / u2|i1|400 / u2|i2|300", "counts: user|item|rating"],
  ["points and none", "1|10|4 / 1|11|- / 2|10|3 / 2|11|5", ": user|item|rating"],
  [
    "what somebody rates again and again",
    "ann|Heat|red|4 / ann|Heat|blue|5 / ann|Ran|red|3 / ann|Ran|blue|4 / bob|Heat|red|1 / bob|Heat|blue|2 / bob|Ran|red|5 / bob|Ran|blue|5",
    ": unused|unused|unused|unused",
  ],
  [
    "a title",
    "1|10|4|Heat Two / 1|11|5|Jaws Two / 2|10|3|Heat Two / 2|11|3|Jaws Two",
    ": user|item|rating|title",
  ],
])("without a header: %s", (_, table, expected) => {
  expect(toldOf(table)).toBe(`ratings, no header${expected.startsWith(":") ? "" : ", "}${expected}`);
});

it("calls columns without a header by their place, of as many as the first hundred rows have", () => {
  const rows = [...headOf(rowsOf("1|10|4", 99, (row) => `${row}|${row % 7}|5`)).rows, ["1", "2", "3", "4"]];
  const { columns } = guessForm({ ...headOf(""), rows });
  expect(columns.map(({ name }) => name)).toEqual(["column 1", "column 2", "column 3"]);
});

it.each<[string, string, string]>([
  ["high ratings", "user|item|rating / 1|10|400 / 1|11|300 / 2|10|400", "ratings: user|item|rating"],
  [
    "a title by what stands in it",
    "user|item|rating|what / 1|10|4|Heat Two / 1|11|5|Jaws Two / 2|10|3|Heat Two",
    "ratings: user|item|rating|title",
  ],
  [
    "another beside a title",
    "user|item|rating|title|what / 1|10|4|Heat|Heat Two / 1|11|5|Jaws|Jaws Two / 2|10|3|Heat|Heat Two",
    "ratings: user|item|rating|title|unused",
  ],
  [
    "what somebody rates again and again",
    "user|item|what|rating / a|Heat|x|4 / a|Heat|y|5 / a|Ran|x|3 / a|Ran|y|4 / b|Heat|x|1 / b|Heat|y|2",
    "ratings: user|item|unused|rating",
  ],
  ["words of users", "userId|gender|keywords / 1|F|a / 2|M|b / 3|F|c / 4|M|d", "users: user|feature|labels"],
  ["directors of users", "userId|sex|director / 1|F|a / 2|M|b / 3|F|c / 4|M|d", "users: user|feature|unused"],
  [
    "RecBole's directors",
    "item_id:token|title:token_seq|director:token_seq / 1|Heat|Michael Mann / 2|Jaws|S",
    "items: item|title|tags spaced",
  ],
  ["other names", "item|title|a:token_seq2 / 1|Heat|x¦y / 2|Jaws|z", "items: item|title|labels"],
  ["a slash in a title", "movieId|title|genres / 1|Face/Off|Crime / 2|Up|Horror", "items: item|title|labels"],
  ["a space in front of a slash", "movieId|genres / 1|Crime /Drama / 2|Horror", "items: item|labels slashed"],
  ["a space behind a slash", "movieId|genres / 1|Crime/ Drama / 2|Horror", "items: item|labels slashed"],
  [
    "a slash in one of ten",
    rowsOf("movieId|genres", 10, (row) => `${row}|${row === 0 ? "Crime/Drama" : "Horror"}`),
    "items: item|labels",
  ],
  ["flags with spaces", "movieId|title|Action / 1|Heat|1 / 2|Jaws| 0", "items: item|title|flag"],
  ["numbers of discs", "movieId|title|discs / 1|Heat|0 / 2|Jaws|1 / 3|Ran|2", "items: item|title|unused"],
  ["bars", "movieId|title|x / 1|Heat|a¦b / 2|Jaws|c", "items: item|title|labels"],
  [
    "sixty words beside genres",
    rowsOf("movieId|genres|x", 30, (row) => `${row}|g${row}|a${row}¦b${row}`),
    "items: item|labels|labels",
  ],
  [
    "more words beside genres",
    rowsOf("movieId|genres|x", 31, (row) => `${row}|g${row}|a${row}¦b${row}`),
    "items: item|labels|tags",
  ],
  [
    "more words without genres",
    rowsOf("movieId|title|x", 31, (row) => `${row}|g${row}|a${row}¦b${row}`),
    "items: item|title|labels",
  ],
  [
    "more words of users",
    rowsOf("userId|genres|x", 31, (row) => `${row}|g${row}|a${row}¦b${row}`),
    "users: user|labels|labels",
  ],
  ["one studio", "movieId|title|x / 1|Heat|Fox / 2|Jaws|Fox / 3|Ran|Fox", "items: item|title|unused"],
  [
    "sixty studios",
    rowsOf("movieId|title|x", 120, (row) => `${row}|t${row}|s${row % 60}`),
    "items: item|title|feature",
  ],
  [
    "more studios",
    rowsOf("movieId|title|x", 122, (row) => `${row}|t${row}|s${row % 61}`),
    "items: item|title|unused",
  ],
  [
    "words and numbers",
    "movieId|title|x / 1|Heat|Fox / 2|Jaws|7 / 3|Ran|Fox / 4|Big|7",
    "items: item|title|feature",
  ],
])("by what stands in it: %s", (_, table, expected) => {
  expect(toldOf(table)).toBe(expected);
});

/** Reviews by several people, each row with an item and what stands above it. */
const reviews = (header: string, rows: string) =>
  [header, ...rows.split(" ").map((row, who) => `${who % 3}|${row[0]}|${(who % 5) + 1}|${row[1]}|x`)].join(
    " / ",
  );
const AMAZON = "user_id|asin|rating|title|text|helpful_vote";
it.each<[string, string, string, boolean]>([
  ["the same again", "user|item|rating|title", "1A 1A 1A 1A 1A 1A", true],
  ["four others", "user|item|rating|title", "1A 1B 1C 1D 1E", true],
  ["five others", "user|item|rating|title", "1A 1B 1C 1D 1E 1F", false],
  ["five others than the first", "user|item|rating|title", "1A 1B 1B 1B 1B 1B", false],
  ["five others and as many of the same", "user|item|rating|title", "1A 1B 1C 1D 1E 1F 1A 1A 1A 1A 1A", true],
  ["a review", AMAZON, "1A 2B 3C 4D", false],
  ["a review of one other and the same", AMAZON, "1A 1A 1B 3C 4D", false],
  ["a review of the same", AMAZON, "1A 1A 3C 4D", true],
  ["the title of a film", AMAZON.replace("title", "movie_title"), "1A 2B 3C 4D", true],
  ["a review's text", AMAZON.replace("text", "review_text"), "1A 2B 3C 4D", false],
  ["another text", AMAZON.replace("text", "context"), "1A 2B 3C 4D", true],
  ["texts", AMAZON.replace("text", "texts"), "1A 2B 3C 4D", true],
  ["votes", AMAZON.replace("vote", "votes"), "1A 2B 3C 4D", false],
  ["a purchase", AMAZON.replace("helpful_vote", "verified_purchase"), "1A 2B 3C 4D", false],
  ["other votes", AMAZON.replace("helpful", "unhelpful"), "1A 2B 3C 4D", true],
  ["longer votes", AMAZON.replace("vote", "voter"), "1A 2B 3C 4D", true],
  ["no votes", AMAZON.replace("helpful_vote", "foo"), "1A 2B 3C 4D", true],
])("takes a headline for no title: %s", (_, header, rows, isTitle) => {
  expect(toldOf(reviews(header, rows)).split("|")[3]).toBe(isTitle ? "title" : "unused");
});

it("keeps titles that differ where nobody is a user", () => {
  const table = "item|rating|title / 1|4|A / 1|4|B / 1|5|C / 1|4|D / 1|4|E / 1|3|F";
  expect(toldOf(table)).toBe("ratings: item|rating|title");
});
