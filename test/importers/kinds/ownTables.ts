import type { KindCase } from "./KindCase.ts";
import { alphabet, openDocument, singleByte, THREE, three, utf16, workbook, zip } from "./sample.ts";

/** One person's films in any other table. */
export const OWN_TABLE_CASES: readonly KindCase[] = [
  {
    name: "Plex' ratings",
    files: {
      "plex.xml": `<?xml version="1.0"?><MediaContainer size="3">${[
        ["Heat", 1995, 9],
        ["Jaws", 1975, 8],
        ["Fargo", 1996, 5],
      ]
        .map(
          ([title, year, points]) =>
            `<Video ratingKey="1" type="movie" title="${title}" year="${year}" rating="8.1" audienceRating="9" userRating="${points}.0" addedAt="1600000000"><Genre tag="Crime"/></Video>`,
        )
        .join("")}</MediaContainer>`,
    },
    right: THREE,
  },
  {
    name: "Kinopoisk in Russian, Windows-1251",
    files: {
      "votes.csv": singleByte(
        three(
          "№;русскоязычное название;оригинальное название;год;моя оценка",
          (title, year, points) =>
            `1;Фильм ${title === "Heat" ? "первый" : "другой"};${title};${year};${points}`,
        ),
        alphabet("windows-1251"),
      ),
    },
    right: THREE,
  },
  {
    name: "Filmweb in Polish",
    files: {
      "filmweb.csv": three(
        "Tytuł;Tytuł oryginalny;Rok produkcji;Ocena;Data",
        (title, year, points) => `Film;${title};${year};${points};2021-01-02`,
      ),
    },
    right: THREE,
  },
  {
    name: "ČSFD's JSON",
    files: {
      "csfd.json": JSON.stringify(
        [
          ["Heat", 1995, 5],
          ["Jaws", 1975, 4],
          ["Lost", 2004, 5],
        ].map(([title, year, rating], i) => ({
          id: i,
          title,
          year,
          type: i === 2 ? "seriál" : "film",
          url: "https://x",
          colorRating: "good",
          userRating: rating,
          userDate: "2021-01-02",
        })),
      ),
    },
    right: { own: { found: 2, confirm: 0, stars: [5, 4] } },
  },
  {
    name: "Douban in Chinese",
    files: {
      "douban.csv": three(
        "标题,原名,年份,我的评分,标记日期",
        (title, year, points) => `电影,${title},${year},${Math.ceil(points)},2021-01-02`,
        1,
      ),
    },
    right: { own: { found: 3, stars: [5, 4, 3] } },
  },
  ...[
    "Score /5",
    "Rating (1-5)",
    "Rating (out of 5)",
    "My rating /5",
    "Stars (0-5)",
    "rating_5",
    "Rating [1..5]",
    "My Score",
  ].map(
    (header): KindCase => ({
      name: `a spreadsheet with ${header}`,
      files: {
        "films.csv": three(`Film,Year,${header}`, (title, year, points) => `${title},${year},${points}`, 1),
      },
      right: THREE,
    }),
  ),
  ...["Rating (1-10)", "Rating /10", "Score out of 10", "Rating (of 10)", "My rating (0-10)"].map(
    (header): KindCase => ({
      name: `a spreadsheet with ${header}`,
      files: {
        "films.csv": three(
          `Name,Year,${header}`,
          (title, year, points) => `${title},${year},${points}`,
        ).replace("9\n", "9\n"),
      },
      right: THREE,
    }),
  ),
  ...(
    [
      ["8/10", (stars: number) => `${stars * 2}/10`],
      ["80 %", (stars: number) => `${stars * 20} %`],
      ["★★★½", (stars: number) => "★".repeat(stars) + (stars % 1 ? "½" : "")],
      ["⭐️⭐️⭐️", (stars: number) => "⭐️".repeat(Math.ceil(stars))],
      ["3½", (stars: number) => `${Math.floor(stars)}${stars % 1 ? "½" : ""}`],
      ["3 1/2", (stars: number) => `${Math.floor(stars)}${stars % 1 ? " 1/2" : ""}`],
      ["4.5 stars", (stars: number) => `${stars} stars`],
      ["4,5", (stars: number) => `"${String(stars).replace(".", ",")}"`],
      ["4.5 / 5", (stars: number) => `${stars} / 5`],
    ] as const
  ).map(
    ([shown, write]): KindCase => ({
      name: `a spreadsheet with ratings such as ${shown}`,
      files: {
        "films.csv": three(
          "Movie,Year,Rating",
          (title, year, stars) => `${title},${year},${write(stars)}`,
          1,
        ),
      },
      right: shown.startsWith("⭐") ? { own: { found: 3, stars: [5, 4, 3] } } : THREE,
    }),
  ),
  {
    name: "a spreadsheet that mixes 4/5 and 8/10",
    files: { "films.csv": "Movie,Year,Rating\nHeat,1995,4.5/5\nJaws,1975,8/10\nFargo,1996,2.5/5\n" },
    right: THREE,
  },
  {
    name: "thumbs and words",
    files: { "films.csv": "Movie,Year,Liked\nHeat,1995,yes\nJaws,1975,no\nFargo,1996,yes\n" },
    right: { own: { found: 3, stars: [4, 1, 4] } },
  },
  {
    name: "unrated in words",
    files: {
      "films.csv":
        "Movie,Year,Rating\nHeat,1995,9\nJaws,1975,DNF\nFargo,1996,not seen\nAlien,1979,-1\nEmma,1996,10\n",
    },
    right: { own: { found: 2, stars: [4.5, 5] } },
  },
  {
    name: "a table in Markdown",
    files: {
      "films.md":
        "# My films\n\n| Title | Year | Rating |\n| --- | ---: | --- |\n| Heat | 1995 | 4.5 |\n| Jaws | 1975 | 4 |\n| Fargo | 1996 | 2.5 |\n",
    },
    right: THREE,
  },
  {
    name: "a workbook of Excel",
    files: {
      "films.xlsx": workbook({
        Films: [
          ["Title", "Year", "Rating"],
          ["Heat", 1995, 4.5],
          ["Jaws", 1975, 4],
          ["Fargo", 1996, 2.5],
        ],
      }),
    },
    right: THREE,
  },
  {
    name: "an OpenDocument spreadsheet with a title above",
    files: {
      "films.ods": openDocument({
        Films: [
          ["Seen this year"],
          ["Title", "Year", "Rating"],
          ["Heat", 1995, 4.5],
          ["Jaws", 1975, 4],
          ["Fargo", 1996, 2.5],
        ],
      }),
    },
    right: THREE,
  },
  {
    name: "with the year of production, in French",
    files: {
      "allocine.csv": three(
        "Film;Année de production;Ma note;Date",
        (title, year, points) => [title, year, String(points).replace(".", ","), "2021-03-04"].join(";"),
        1,
      ),
    },
    right: THREE,
  },
  {
    name: "Excel's Unicode text",
    files: {
      "films.txt": new Uint8Array([
        0xff,
        0xfe,
        ...utf16(
          three("Title\tYear\tRating", (title, year, points) => `${title}\t${year}\t${points}`, 1).replaceAll(
            "\n",
            "\r\n",
          ),
          false,
        ),
      ]),
    },
    right: THREE,
  },
  {
    name: "marks of web pages and backslashes",
    files: {
      "films.csv":
        'Title,Year,Rating\n"Life Is Beautiful (La vita &egrave; bella)",1997,4.5\n"The \\"Burbs",1989,2\nRock &amp; Roll,1999,3\n',
    },
    right: { own: { found: 2, stars: [4.5, 2, 3] } },
  },
  {
    name: "of Letterboxd's zip of 2026",
    files: {
      "letterboxd-me-2026-01-02.zip": zip({
        "ratings.csv": "Date,Name,Year,Letterboxd URI,Rating\n2021-03-04,Heat,1995,https://boxd.it/a,4.5\n",
        "watched.csv":
          "Date,Name,Year,Letterboxd URI\n2021-03-04,Fargo,1996,https://boxd.it/b\n2021-03-04,Heat,1995,https://boxd.it/a\n",
        "watchlist.csv": "Date,Name,Year,Letterboxd URI\n2021-03-04,Emma,1996,https://boxd.it/c\n",
        "reviews.csv": "Date,Name,Year,Letterboxd URI,Rating,Rewatch,Review,Tags,Watched Date\n",
        "comments.csv": "Date,Content,Comment\n",
        "profile.csv": "Date Joined,Username,Given Name,Favorite Films\n2020-01-01,me,,\n",
        "lists/best.csv":
          "Letterboxd list export v7\nDate,Name,Tags,URL,Description\n2020-01-01,best,,https://boxd.it/x,\n\nPosition,Name,Year,URL,Description\n1,Jaws,1975,https://boxd.it/d,\n",
        "likes/films.csv": "Date,Name,Year,Letterboxd URI\n2021-03-04,Alien,1979,https://boxd.it/e\n",
        "deleted/ratings.csv":
          "Date,Name,Year,Letterboxd URI,Rating\n2021-03-04,Jaws,1975,https://boxd.it/f,1\n",
      }),
    },
    right: { own: { stars: [4.5, 4] } },
  },
  {
    name: "MUBI's ratings, each film within its rating",
    files: {
      "ratings.json": JSON.stringify(
        [
          ["Heat", 1995, 5],
          ["Emma", 1996, 4],
          ["Fargo", 1996, 2],
        ].map(([title, year, overall]) => ({
          film: { title, year, id: 7 },
          overall,
          updated_at: 1600000000,
        })),
      ),
    },
    right: { own: { found: 3, confirm: 0, stars: [5, 4, 2] } },
  },
];
