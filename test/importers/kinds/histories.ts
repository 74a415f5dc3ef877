import type { KindCase } from "./KindCase.ts";
import { STARS, THREE, three, workbook } from "./sample.ts";

const PRIME =
  "Date Watched,Type,Title,Episode Title,Global Title Identifier,Episode Global Title Identifier,Path,Episode Path,Image URL";
const HEADERS: Record<string, string> = {
  Japanese: "タイトル,日付",
  Korean: "제목,날짜",
  Chinese: "片名,日期",
  Russian: "Название,Дата",
  Greek: "Τίτλος,Ημερομηνία",
};

/** What one person watched or listed, as players and services write it, and spreadsheets in odd words. */
export const HISTORY_CASES: readonly KindCase[] = [
  ...Object.entries(HEADERS).map(
    ([language, header]): KindCase => ({
      name: `Netflix' history with its header in ${language}`,
      files: { "NetflixViewingHistory.csv": `${header}\n"The Matrix","21. 3. 12."\n"Jaws","21. 3. 12."\n` },
      right: { own: { found: 2, confirm: 0 } },
    }),
  ),
  {
    name: "Netflix' activity of a film that was paused",
    files: {
      "ViewingActivity.csv": `Profile Name,Start Time,Duration,Attributes,Title,Supplemental Video Type,Device Type,Bookmark,Latest Bookmark,Country\n${[
        ...["20", "21", "22"].map((hour) => `Ann,2022-01-01 ${hour}:00:00,00:09:00,,The Matrix,,TV,,,DE`),
        "Ann,2022-01-01 20:00:00,00:02:00,,Jaws,,TV,,,DE",
      ].join("\n")}\n`,
    },
    right: { own: { found: 1, confirm: 0, notFilms: 1 } },
  },
  {
    name: "Prime Video's history, mostly of episodes",
    files: {
      "watch-history.csv": `${PRIME}\n2024-01-15,Movie,The Matrix,,a,,,,\n${Array.from({ length: 8 }, (_, i) => `2024-01-1${i},Series,Lost,Part ${i},b,c${i},,,`).join("\n")}\n`,
    },
    right: { own: { found: 1, confirm: 0 } },
  },
  {
    name: "Tautulli's history of one user",
    files: {
      "history.csv": three(
        "date,friendly_name,user_id,user,media_type,full_title,title,year,percent_complete",
        (title, year) => `1580000000,Ann,1,ann,movie,${title},${title},${year},98`,
      ).concat("1580000000,Ann,1,ann,episode,Lost - Pilot,Pilot,2004,95\n"),
    },
    right: { own: { found: 3, confirm: 0, stars: [3, 3, 3], notFilms: 1 } },
  },
  {
    name: "TV Time's records",
    files: {
      "tracking.csv": three(
        "user_id,created_at,type,entity_type,series_name,episode_number,movie_name,release_date",
        (title, year) => `7,2021-01-01 10:00:00,watch,movie,,,${title},${year}-05-01 00:00:00`,
      ).concat("7,2021-01-01 10:00:00,watch,episode,Lost,1,,\n"),
    },
    right: { own: { found: 3, notFilms: 1 } },
  },
  {
    name: "Serializd's series",
    files: {
      "s.json": JSON.stringify({
        reviews: [
          { showName: "Lost", rating: 8 },
          { showName: "Dark", rating: 9 },
        ],
      }),
    },
    right: { refused: "no films" },
  },
  {
    name: "Trakt's list as CSV",
    files: {
      "list.csv":
        "rank,listed_at,type,title,year\n1,2020-01-01,movie,Heat,1995\n2,2020-01-01,movie,Jaws,1975\n",
    },
    answers: { "list:list.csv": "liked" },
    right: { own: { found: 2, stars: [4, 4] } },
  },
  {
    name: "TMDb's JSON of rated films, with everybody's average",
    files: {
      "rated.json": JSON.stringify({
        page: 1,
        results: [
          { id: 1, title: "Heat", release_date: "1995-12-15", vote_average: 7.9, vote_count: 9, rating: 9 },
          { id: 2, title: "Jaws", release_date: "1975-06-20", vote_average: 7.7, vote_count: 9, rating: 8 },
        ],
      }),
    },
    right: { own: { found: 2, stars: [4.5, 4] } },
  },
  {
    name: "SensCritique's books and games",
    files: {
      "s.csv": `${three("Titre;Année;Univers;Note", (t, y, p) => `${t};${y};Films;${p}`)}Dune;1965;Livres;9\nZelda;1998;Jeux vidéo;9\n`,
    },
    right: { own: { found: 3, stars: STARS, notFilms: 2 } },
  },
  {
    name: "IMDb's specials and shorts are films, its games in Hindi are none",
    files: {
      "ratings.csv":
        "Const,Your Rating,Date Rated,Title,Title Type,Year\ntt1,9,2020-01-01,Heat,TV Special,1995\ntt2,8,2020-01-01,Jaws,TV Short,1975\ntt3,8,2020-01-01,Alien,वीडियो गेम,1979\n",
    },
    right: { own: { found: 2, stars: [4.5, 4], notFilms: 1 } },
  },
  {
    name: "Letterboxd's import form with stars in place of points",
    files: {
      "import.csv": `${three("imdbID,Title,Year,Rating,Rating10,WatchedDate", (t, y, p) => `,${t},${y},${p},,2020-01-01`, 1)},Alien,1979,,,2020-01-01\n`,
    },
    right: THREE,
  },
  {
    name: "a game a row with its status",
    files: {
      "ratings.csv": `user_id,game_id,rating,game_title\n${Array.from({ length: 9 }, (_, i) => `${i % 3},${i},${1 + (i % 5)},Game ${"ABCDEFGHI"[i]}`).join("\n")}\n`,
    },
    next: { "games.csv": "Game,Status,Rating,Platform\nGame A,Completed,4.5,PC\nGame B,Shelved,3,PC\n" },
    right: { own: { found: 2, confirm: 0, stars: [4.5, 3], of: "games" } },
  },
  ...(
    [
      ["Ben's score", (points: number) => `${points}`],
      ["★", (points: number) => "★".repeat(points / 2) + (points % 2 ? "½" : "")],
    ] as const
  ).map(
    ([header, write]): KindCase => ({
      name: `a spreadsheet with ${header}, and whether it was seen`,
      files: { "films.csv": three(`Film,Year,${header},Seen`, (t, y, p) => `${t},${y},${write(p)},yes`) },
      right: THREE,
    }),
  ),
  {
    name: "two people's ratings side by side",
    files: { "films.csv": three("Film,Year,Ann,Bob", (t, y, p) => `${t},${y},${p},${10 - p}`) },
    right: { asks: "which one is yours" },
  },
  {
    name: "two people's ratings side by side, of which one's are chosen",
    files: { "films.csv": three("Film,Year,Ann,Bob", (t, y, p) => `${t},${y},${10 - p},${p}`) },
    answers: { "rater:films.csv": "Bob" },
    right: THREE,
  },
  {
    name: "a workbook whose first sheet is a list without ratings",
    files: {
      "douban.xlsx": workbook({
        Wanted: [
          ["标题", "年份", "我的评分"],
          ["Alien", 1979],
        ],
        Watched: [
          ["标题", "年份", "我的评分"],
          ["Heat", 1995, 5],
          ["Jaws", 1975, 4],
        ],
      }),
    },
    right: { own: { found: 2, stars: [5, 4] } },
  },
  {
    name: "films that were watched, and some that were not",
    files: { "films.csv": "Film,Year,Watched\nHeat,1995,Yes\nJaws,1975,No\nFargo,1996,Yes\n" },
    right: { own: { found: 2, stars: [3, 3] } },
  },
  {
    name: "a heading, a blank row and an average around the films",
    files: {
      "films.csv": `My films,,,\n,,,\n${three("#,Movie Title,Year Released,My Score (out of 10)", (t, y, p) => `1,${t},${y},${p}`)},,,\nAverage,,,7.3\n`,
    },
    right: THREE,
  },
  ...(
    [
      ["Heat, 1995", (title: string, year: number) => `"${title}, ${year}"`],
      ["Heat [1995]", (title: string, year: number) => `${title} [${year}]`],
    ] as const
  ).map(
    ([shown, write]): KindCase => ({
      name: `years behind titles, ${shown}`,
      files: { "films.csv": three("Film,Rating", (t, y, p) => `${write(t, y)},${p}/10`) },
      right: THREE,
    }),
  ),
  {
    name: "titles with years and ratings, without a header",
    files: { "films.csv": "Heat (1995),9\nJaws (1975),8\nFargo (1996),5\n" },
    right: THREE,
  },
];
