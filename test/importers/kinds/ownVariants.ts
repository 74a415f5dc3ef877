import type { KindCase } from "./KindCase.ts";
import { THREE, three, workbook, zip } from "./sample.ts";

/** Ann's and Ben's ratings, a sheet each. */
const SHEETS_OF_TWO = workbook({
  Ann: [
    ["Film", "Rating"],
    ["Heat", 5],
    ["Jaws", 2],
    ["Fargo", 4],
  ],
  Ben: [
    ["Film", "Rating"],
    ["Heat", 1],
    ["Jaws", 4],
    ["Alien", 3],
  ],
});

/** One person's films in variants of the kinds beside this file. */
export const OWN_VARIANT_CASES: readonly KindCase[] = [
  {
    name: "Netflix' whole zip of one profile",
    files: {
      "r.zip": zip({
        "CONTENT_INTERACTION/ViewingActivity.csv":
          "Profile Name,Start Time,Duration,Attributes,Title,Supplemental Video Type,Device Type,Bookmark,Latest Bookmark,Country\nAnn,2022-01-01 20:00:00,01:40:00,,The Matrix,,TV,,,DE\n",
        "CONTENT_INTERACTION/Ratings.csv":
          "Profile Name,Title Name,Rating Type,Star Value,Thumbs Value,Device Model,Event Utc Ts,Region View Date\nAnn,Spirited Away,thumb,,2,TV,2020-01-02 20:00:00,2020-01-02\n",
        "PROFILES/Profiles.csv": "Profile Name\nAnn\n",
        "MESSAGES/x.csv": "a,b\n1,2\n",
      }),
    },
    right: { own: { found: 2, confirm: 0 } },
  },
  {
    name: "Trakt's CSV with episodes and seasons",
    files: {
      "ratings.csv":
        "rated_at,type,rating,title,year,season,episode,trakt_id\n2020-01-01T00:00:00Z,movie,9,Heat,1995,,,1\n2020-01-01T00:00:00Z,episode,9,Lost,2004,1,1,1\n2020-01-01T00:00:00Z,season,9,Lost,2004,1,,1\n",
    },
    right: { own: { found: 1, stars: [4.5] } },
  },
  {
    name: "Letterboxd's diary",
    files: {
      "diary.csv":
        "Date,Name,Year,Letterboxd URI,Rating,Rewatch,Tags,Watched Date\n2021-01-01,Heat,1995,https://x,4.5,,,2021-01-01\n2021-01-01,Jaws,1975,https://x,4,Yes,,2021-01-01\n2021-01-01,Fargo,1996,https://x,2.5,,,2021-01-01\n",
    },
    right: THREE,
  },
  {
    name: "a spreadsheet in German, with decimal commas",
    files: {
      "filme.csv": three(
        "Film;Jahr;Meine Bewertung",
        (t, y, p) => `${t};${y};${String(p).replace(".", ",")}`,
      ),
    },
    right: THREE,
  },
  {
    name: "a spreadsheet in Italian",
    files: { "film.csv": three("Titolo;Anno;Voto", (t, y, p) => `${t};${y};${p}`) },
    right: THREE,
  },
  {
    name: "a spreadsheet in Portuguese",
    files: { "film.csv": three("Título,Ano,Minha nota", (t, y, p) => `${t},${y},${p}`) },
    right: THREE,
  },
  {
    name: "a spreadsheet in Dutch",
    files: { "film.csv": three("Titel,Jaar,Cijfer", (t, y, p) => `${t},${y},${p}`) },
    right: THREE,
  },
  {
    name: "a spreadsheet in Russian",
    files: { "film.csv": three("Название,Год,Моя оценка", (t, y, p) => `${t},${y},${p}`) },
    right: THREE,
  },
  {
    name: "a spreadsheet in Japanese",
    files: { "film.csv": three("タイトル,公開年,評価", (t, y, p) => `${t},${y},${p}`) },
    right: THREE,
  },
  {
    name: "a spreadsheet in Korean",
    files: { "film.csv": three("제목,연도,별점", (t, y, p) => `${t},${y},${p}`, 1) },
    right: THREE,
  },
  {
    name: "years within titles",
    files: { "film.csv": three("Movie,Stars", (t, y, p) => `${t} (${y}),${p}`, 1) },
    right: THREE,
  },
  {
    name: "Notion's table",
    files: {
      "films.csv": three(
        "Name,Created,Status,Rating,Tags,Year",
        (t, y, p) =>
          `${t},"January 2, 2021 3:04 PM",Watched,${"⭐️".repeat(Math.floor(p))}${p % 1 ? "½" : ""},"Drama, War",${y}`,
        1,
      ),
    },
    right: THREE,
  },
  {
    name: "a spreadsheet that counts its rows",
    files: {
      "films.csv": three(
        "#,Film,Director,Year,Date watched,Rating (out of 10),Comments",
        (t, y, p) => `1,${t},X,${y},01/02/2021,${p},"good, very"`,
      ),
    },
    right: THREE,
  },
  {
    name: "one's own films without a header",
    files: { "films.csv": "Heat,1995,9\nJaws,1975,8\nFargo,1996,5\n" },
    right: THREE,
  },
  {
    name: "my rating beside IMDb's",
    files: { "films.csv": three("Title,Year,IMDb Rating,My Rating", (t, y, p) => `${t},${y},8.3,${p}`) },
    right: THREE,
  },
  {
    name: "a rating beside IMDb's",
    files: { "films.csv": three("Title,Year,IMDb,Rating", (t, y, p) => `${t},${y},8.3,${p}`) },
    right: THREE,
  },
  {
    name: "films and shows",
    files: { "shows.csv": "Title,Year,Type,Rating\nLost,2004,TV Show,9\nHeat,1995,Movie,9\n" },
    right: { own: { found: 1, stars: [4.5] } },
  },
  {
    name: "one's own films in JSON",
    files: {
      "mine.json": JSON.stringify(
        [
          ["Heat", 1995, 4.5],
          ["Jaws", 1975, 4],
          ["Fargo", 1996, 2.5],
        ].map(([name, year, rating]) => ({ name, year, rating })),
      ),
    },
    right: THREE,
  },
  {
    name: "one's own ratings by title",
    files: { "mine.json": JSON.stringify({ "Heat (1995)": 4.5, "Jaws (1975)": 4, "Fargo (1996)": 2.5 }) },
    right: [THREE, { refused: "not a list of ratings" }],
  },
  {
    name: "a sheet for each of several people",
    files: { "club.xlsx": SHEETS_OF_TWO },
    right: { asks: "which one is yours" },
  },
  {
    name: "a sheet for each of several people, the second chosen",
    files: { "club.xlsx": SHEETS_OF_TWO },
    answers: { "sheet:club.xlsx": "club.xlsx, sheet 2" },
    right: { own: { stars: [1, 4, 3] } },
  },
  {
    name: "films that were checked",
    files: { "checked.csv": three("rank;title;year;checked", (t, y) => `1;${t};${y};2021-03-04`) },
    right: { own: { found: 3, confirm: 0, stars: [3, 3, 3] } },
  },
  {
    name: "whether one liked it",
    files: { "f.csv": "Title,Year,Liked it?\nHeat,1995,yes\nJaws,1975,no\nFargo,1996,yes\n" },
    right: { own: { found: 3, stars: [4, 1, 4] } },
  },
  {
    name: "points with a word of Japanese behind them",
    files: {
      "films.csv": three("タイトル,公開年,評価", (t, y, p) => `${t},${y}年,${p}点`),
    },
    right: THREE,
  },
  {
    name: '"8 av 10"',
    files: { "filmer.csv": three("Film,År,Mitt betyg", (t, y, p) => `${t},${y},${p} av 10`) },
    right: THREE,
  },
  {
    name: "a spreadsheet in Portuguese that calls the film's name so",
    files: {
      "filmes.csv": three("Nome do filme;Ano de lançamento;Minha avaliação", (t, y, p) => `${t};${y};${p}`),
    },
    right: THREE,
  },
  {
    name: "ages under Rating, one's points under Score",
    files: { "f.csv": three("Title,Year,Rating,Score", (t, y, p) => `${t},${y},PG-13,${p}`) },
    right: THREE,
  },
  {
    name: "titles that are links, of a page and of a spreadsheet",
    files: {
      "f.csv":
        'Title,Year,Rating\n<a href="x">Heat</a>,1995,4.5\n"=HYPERLINK(""http://x"",""Jaws"")",1975,4\nFargo,1996,2.5\n',
    },
    right: THREE,
  },
  {
    name: "two people's lists beside each other",
    files: {
      "club.csv": "Film,Rating,,Film,Rating\nHeat,5,,Heat,2\nJaws,4,,Alien,3\nFargo,2,,Jaws,5\n",
    },
    right: { refused: "several lists beside each other" },
  },
  {
    name: "the name of the movie",
    files: { "f.csv": three("Name of the movie,Year,Rating", (t, y, p) => `${t},${y},${p}`) },
    right: THREE,
  },
  {
    name: "the year in Turkish",
    files: { "filmler.csv": three("Film Adı;Yapım Yılı;Puanım", (t, y, p) => `${t};${y};${p}`) },
    right: THREE,
  },
  {
    name: "the day on which a film was seen, in German",
    files: { "gesehen.csv": "Film,Gesehen am\nAlien (1979),01.03.2021\nVertigo (1958),02.03.2021\n" },
    right: { own: { found: 2, confirm: 0, stars: [3, 3] } },
  },
  {
    name: "a question how it was",
    files: {
      "f.csv": three("What did you watch?,Year,How was it (1-10)", (t, y, p) => `${t},${y},${p}`),
    },
    right: THREE,
  },
];
