import { expect, it } from "vitest";
import { type OwnColumns, ownColumns } from "../../src/importers/ownColumns.ts";

/** What each column is taken for, by its name; null where it is not a table of one person's. */
function columnsOf(table: string, areAllMine?: boolean): string | null {
  const [header, ...body] = table.split(" / ").map((row) => row.split("|"));
  const columns = ownColumns(header, body, areAllMine);
  return columns && told(header, columns);
}

function told(
  header: readonly string[],
  { titles, raters, isOfSeries, mayBeAverages, ...places }: OwnColumns,
): string {
  const named = Object.entries(places).flatMap(([role, place]) =>
    place < 0 ? [] : `${role} ${header[place]}`,
  );
  const some = Object.entries({ titles, raters }).flatMap(([role, all]) =>
    all.length > 0 ? `${role} ${all.map((place) => header[place]).join("+")}` : [],
  );
  return [
    ...named,
    ...some,
    ...(isOfSeries ? ["of series"] : []),
    ...(mayBeAverages ? ["averages"] : []),
  ].join(", ");
}

/** Three films with these cells in further columns, row by row. */
const films = (names: string, ...cells: string[]) =>
  [`Title|${names}`, ...["Heat", "Jaws", "Fargo", "Alien"].map((title, i) => `${title}|${cells[i]}`)].join(
    " / ",
  );
const points = (names: string, more = "") => films(names, `9${more}`, `4${more}`, `7${more}`, `9${more}`);

it.each<[string, string, string | null]>([
  [
    "one's own beside IMDb's",
    films("IMDb Rating|My Rating", "8.1|9", "8.2|4", "8.3|7", "8.4|9"),
    "title Title, rating My Rating",
  ],
  [
    "what is one's own, by its owner alone",
    films("Me|Bob", "9|1", "4|2", "7|3", "9|5"),
    "title Title, rating Me",
  ],
  [
    "one's own in JSON",
    "film.title|film.rating|user.myRating.value / Heat|7|9 / Jaws|6|4",
    "title film.title, rating user.myRating.value",
  ],
  ["points of ten", points("Rating|Rating10", "|8"), "title Title, rating Rating10"],
  ["when it was rated", points("Rating|Your rating date", "|2020"), "title Title, rating Rating"],
  ["a user's score", points("User score"), "title Title, rating User score"],
  ["users' score and how many", points("User score|User count", "|812"), null],
  ["votes beside a rating", points("Rating|Votes", "|812"), null],
  ["a vote count beside a rating", points("Rating|Vote", "|812"), null],
  ["votes beside one's own rating", points("My rating|Votes", "|812"), "title Title, rating My rating"],
  [
    "votes beside a rating and when it was given",
    points("Rating|Votes|Rated on", "|812|2020"),
    "title Title, rating Rating",
  ],
  [
    "votes beside a rating and an average",
    points("Rating|Votes|IMDb score", "|812|8"),
    "title Title, rating Rating",
  ],
  [
    "votes beside a rating and IMDb's in Polish",
    points("Rating|Votes|Ocena IMDb", "|812|8"),
    "title Title, rating Rating",
  ],
  ["votes beside a rating and a link to IMDb", points("Rating|Votes|Link IMDb", "|812|x"), null],
  ["averages", films("Rating", "8.13", "7.91", "6.5", "7"), null],
  ["hardly any averages", films("Rating", "8.13", "7.5", "6.50", "7"), "title Title, rating Rating"],
  [
    "ages under the name of ratings",
    films("Rating|Score", "PG|9", "R|4", "PG|7", "R|9"),
    "title Title, rating Score",
  ],
  ["ages only", films("Rating", "PG", "R", "PG", "R"), null],
  ["half of them ages", films("Rating", "PG", "R", "9", "8"), "title Title, rating Rating"],
  ["hours", points("Hours"), "title Title"],
  ["somebody's score", points("Ben's score"), "title Title, rating Ben's score"],
  [
    "two people's scores",
    points("Ben's score|Ann's score", "|3"),
    "title Title, raters Ben's score+Ann's score",
  ],
  ["critics' score", points("Critic score"), "title Title"],
  ["averages in somebody's score", films("Ben's score", "8.13", "7.91", "6.54", "7"), "title Title"],
  [
    "stars under a name that says nothing",
    films("Ben", "★★★★½", "★★★★", "★★½", "★"),
    "title Title, rating Ben",
  ],
  ["fractions", films("Ben", "9/10", "8/10", "5/10", "n/a"), "title Title, raters Ben"],
  ["fractions throughout", films("Ben", "9/10", "8/10", "5/10", "1/10"), "title Title, rating Ben"],
  ["per cent", films("Ben", "90%", "80%", "50%", "5%"), "title Title, rating Ben"],
  ["words", films("Ben", "good", "bad", "", "great"), "title Title, rating Ben"],
  ["two words", films("Ben", "good", "bad", "bad", "good"), "title Title"],
  ["points of two people", films("Ann|Bob", "9|1", "4|2", "7|5", "9|"), "title Title, raters Ann+Bob"],
  ["halves", films("Ann", "9.5", "4", "7", "0"), "title Title, raters Ann"],
  ["thirds", films("Ann", "9.3", "4", "7", "1"), "title Title"],
  ["points up to ten", films("Ann", "10", "4", "7", "9"), "title Title, raters Ann"],
  ["points above ten", films("Ann", "11", "4", "7", "9"), "title Title"],
  ["points below nought", films("Ann", "-1", "4", "7", "9"), "title Title"],
  ["two points only", films("Ann", "9", "4", "4", "9"), "title Title"],
  ["ranks", films("Ann", "1", "2", "3", "4"), "title Title"],
  ["yes and no", films("Ann", "yes", "no", "5", "7"), "title Title"],
  ["no name", films("", "9", "4", "7", "9"), "title Title"],
  ["minutes", films("Runtime", "9", "4", "7", "9"), "title Title"],
  ["oscars", films("Oscars", "9", "4", "7", "9"), "title Title"],
  ["a rank of others", films("RT", "9", "4", "7", "9"), "title Title"],
  ["days", films("Weekday", "3", "4", "7", "6"), "title Title"],
  ["names of anything", "Name|Ann / Heat|9 / Jaws|4 / Fargo|7 / Alien|9", "title Name"],
  [
    "names with years",
    "Name|Year|Ann / Heat|1995|9 / Jaws|1975|4 / Fargo|1996|7 / Alien|1979|9",
    "title Name, raters Ann",
  ],
  ["a film", "Film|My rating / Heat|9", "title Film, rating My rating"],
  ["its Danish title", "Dansk titel|My rating / Heat|9", "title Dansk titel, rating My rating"],
  ["the type of a title", "Title type|My rating / movie|9", null],
  ["what it is about, in JSON", "meta.name|my_rating / Heat|9", "title meta.name, rating my_rating"],
  ["two things that it is about", "meta.name|info.name|my_rating / Heat|Jaws|9", null],
  [
    "a game by name",
    "Game|My rating / Chess|9 / 2048|3 / Monopoly|5 / Poker|7",
    "title Game, rating My rating",
  ],
  ["a game by number", "Game|My rating / 12|9 / 13|8 / Chess|7", null],
  ["a show", "Show|My rating / Lost|9", "title Show, rating My rating, of series"],
  [
    "its original title",
    films("Original title|Title type|My rating", "Heat|movie|9"),
    "title Title, rating My rating, kind Title type, titles Original title",
  ],
  ["when it was watched", films("Watched on", "2020-01-01"), "title Title, watched Watched on"],
  [
    "when it was watched, in JSON",
    "title|state.lastWatched / Heat|2020-01-01",
    "title title, watched state.lastWatched",
  ],
  ["its status", films("Status", "done"), "title Title, status Status"],
  ["when it was listed", films("Added on", "2020-01-01"), "title Title, listed Added on"],
  ["its kind and a date", films("Type|Date", "movie|2020"), "title Title, listed Date, kind Type"],
  ["a kind that is none", films("Type|Date", "big|2020"), "title Title"],
  ["its kind, a date and whose", films("Type|Date|User", "movie|2020|ann"), "title Title, kind Type"],
  [
    "its kind, a date and a rating",
    films("Type|Date|My rating", "movie|2020|9"),
    "title Title, rating My rating, kind Type",
  ],
  [
    "a rating beside what is told of the film",
    "film.title|film.rating|rating / Heat|8|4",
    "title film.title, rating rating",
  ],
  ["a name of spaces", films("  ", "9", "4", "7", "9"), "title Title"],
  ["no title", "Year|My rating / 1995|9", null],
])("%s", (_, table, expected) => {
  expect(columnsOf(table)).toBe(expected);
});

it("what is said to be all one's own is, whatever stands beside it", () => {
  expect(columnsOf(points("Rating|Votes", "|812"), true)).toBe("title Title, rating Rating");
  expect(columnsOf(films("Rating", "8.13", "7.91", "6.54", "7"), true)).toBe("title Title, rating Rating");
});
