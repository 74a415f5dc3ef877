import { describe, expect, it } from "vitest";
import { fileSource } from "../../src/files/ByteSource.ts";
import { readOwnFiles } from "../../src/importers/readOwnFiles.ts";
import {
  file,
  filmsOf,
  GOODREADS,
  IMDB,
  IMDB_LIST,
  LETTERBOXD,
  MOVIELENS,
  OLD_IMDB,
  read,
  readFiles,
} from "../support/readOwn.ts";

describe("each source by its header", () => {
  it("Letterboxd: half stars as they are, with the day", async () => {
    expect(
      await filmsOf(
        "ratings.csv",
        LETTERBOXD,
        "2021-03-04,Amélie,2001,https://boxd.it/abc,4.5",
        '2021-03-05,"Good, the Bad and the Ugly",1966,https://boxd.it/abd,5',
      ),
    ).toMatchObject([
      { title: "Amélie", year: 2001, stars: 4.5, isRated: true, ratedAt: Date.UTC(2021, 2, 4), id: null },
      { title: "Good, the Bad and the Ugly", year: 1966, stars: 5 },
    ]);
  });

  it("IMDb: halved, with the original title; a byte order mark and \\r\\n do not matter", async () => {
    const { files } = await readFiles(
      file(
        "ratings.csv",
        `\uFEFF${IMDB}\r\ntt0118799,9,2020-01-02,Life Is Beautiful,La vita è bella,https://x/,Movie,8.6,116,1997,"Comedy, Drama",700000,1997-12-20,Roberto Benigni\r\n` +
          "tt0106179,7,2020-01-03,The X-Files,The X-Files,https://x/,TV Series,8.6,45,1993,Crime,2,1993-09-10,\r\n" +
          "tt0751100,8,2020-01-03,Pilot,Pilot,https://x/,TV Episode,8,45,1993,Crime,2,1993-09-10,\r\n" +
          "tt0410000,8,2020-01-03,Half-Life,Half-Life,https://x/,Video Game,8,,1998,Action,2,1998-09-10,\r\n",
      ),
    );
    expect(files[0]).toMatchObject({ source: "IMDb", notFilms: 2, unrated: 0 });
    expect(files[0].films).toMatchObject([
      { title: "Life Is Beautiful", otherTitle: "La vita è bella", year: 1997, stars: 4.5, isSeries: false },
      { title: "The X-Files", stars: 3.5, isSeries: true },
    ]);
  });

  it("IMDb of older years: no original title, other names", async () => {
    expect(
      await filmsOf(
        "ratings.csv",
        OLD_IMDB,
        '"1","tt0133093","Mon Jan 12 00:00:00 2015","","","The Matrix","Feature Film","Andy Wachowski","10","8.7","136","1999","action","1","1999-03-30","http://x/"',
      ),
    ).toMatchObject([{ title: "The Matrix", otherTitle: "", year: 1999, stars: 5, ratedAt: null }]);
  });

  it("an IMDb list that begins with Position: what bears no rating is counted apart", async () => {
    const { files } = await read(
      "list.csv",
      IMDB_LIST,
      "1,tt0133093,2020-01-01,2020-01-01,,The Matrix,The Matrix,u,Movie,8.7,136,1999,Action,1,1999-03-30,W,8,2021-05-06",
      "2,tt0068646,2020-01-01,2020-01-01,,The Godfather,The Godfather,u,Movie,9.2,175,1972,Crime,1,1972-03-30,C,,",
    );
    expect(files[0]).toMatchObject({
      unrated: 1,
      films: [{ title: "The Matrix", stars: 4, ratedAt: Date.UTC(2021, 4, 6) }],
    });
  });

  it("movielens.org: its own number, the year out of the title", async () => {
    expect(
      await filmsOf("movielens-ratings.csv", MOVIELENS, '1,0114709,862,4.5,3.89,"Toy Story (1995)"'),
    ).toMatchObject([{ id: "1", title: "Toy Story (1995)", year: 1995, stars: 4.5 }]);
  });

  it("Goodreads: 0 is unrated, the series in brackets is no title", async () => {
    const { files } = await read(
      "goodreads.csv",
      GOODREADS,
      '1,"The Hunger Games (The Hunger Games, #1)",Suzanne Collins,"Collins, Suzanne","=""1""",4,4.3,2009,2008,2019/05/06,2019/05/01,read',
      '2,"Emma",Jane Austen,"Austen, Jane","=""2""",0,4,2003,1815,,2019/05/01,to-read',
    );
    expect(files[0]).toMatchObject({ source: "Goodreads", unrated: 1 });
    expect(files[0].films).toMatchObject([
      { title: "The Hunger Games", year: 2008, stars: 4, ratedAt: Date.UTC(2019, 4, 6) },
    ]);
  });

  it("Netflix: films watched count as 3 stars, episodes are left out", async () => {
    const { files } = await read(
      "NetflixViewingHistory.csv",
      "Title,Date",
      '"Kill Bill: Vol. 2","1/15/21"',
      '"Stranger Things: Season 1: Chapter One: The Vanishing of Will Byers","1/14/21"',
      '"Star Wars: Episode V: The Empire Strikes Back","1/14/21"',
    );
    expect(files[0]).toMatchObject({ source: "Netflix", notFilms: 1 });
    expect(files[0].films).toMatchObject([
      { title: "Kill Bill: Vol. 2", stars: 3, isRated: false, year: null, ratedAt: null },
      { title: "Star Wars: Episode V: The Empire Strikes Back" },
    ]);
  });

  it("Trakt: JSON, halved, shows left out", async () => {
    const entries = [
      {
        rated_at: "2014-09-01T09:10:11.000Z",
        rating: 9,
        type: "movie",
        movie: { title: "TRON: Legacy", year: 2010, ids: {} },
      },
      { rated_at: "2014-09-01T09:10:11.000Z", rating: 9, type: "show", show: { title: "Lost", year: 2004 } },
    ];
    const { files } = await readFiles(file("ratings-movies.json", JSON.stringify(entries)));
    expect(files[0]).toMatchObject({
      source: "Trakt",
      notFilms: 1,
      films: [{ title: "TRON: Legacy", year: 2010, stars: 4.5, ratedAt: Date.UTC(2014, 8, 1, 9, 10, 11) }],
    });
  });

  it("columns in another order, and more of them", async () => {
    expect(
      await filmsOf(
        "ratings.csv",
        "Rating,Tags,Letterboxd URI,Year,Name",
        "3.5,,https://boxd.it/x,1995,Heat",
      ),
    ).toMatchObject([{ title: "Heat", year: 1995, stars: 3.5 }]);
  });
});

describe("of an export only what tells of one's films is read", () => {
  /** What a zip hands out: a last part of a path, and the path. */
  const entry = (path: string, text: string) => ({
    ...fileSource(file(path.slice(path.lastIndexOf("/") + 1), text)),
    path,
  });
  const heat = `${LETTERBOXD}\n2020-01-01,Heat,1995,u,4`;

  const unreadable = {
    ...entry("profile.csv", "Date Joined,Username\n2020-01-01,me"),
    pieces: () => {
      throw new Error("The profile was opened.");
    },
  };

  it("of Letterboxd's zip ratings, likes, films watched and to watch are read: nothing deleted, and never the profile", async () => {
    const own = await readOwnFiles([
      unreadable,
      entry("deleted/ratings.csv", `${LETTERBOXD}\n2020-01-01,Jaws,1975,u,1`),
      entry("likes/films.csv", "Date,Name,Year,Letterboxd URI\n2020-01-01,Alien,1979,u"),
      entry("watched.csv", "Date,Name,Year,Letterboxd URI\n2020-01-01,Fargo,1996,u"),
      entry("watchlist.csv", "Date,Name,Year,Letterboxd URI\n2020-01-01,Ran,1985,u"),
      entry("ratings.csv", heat),
    ]);
    expect(own?.files.flatMap(({ films }) => films.map(({ title, stars }) => [title, stars]))).toEqual([
      ["Heat", 4],
      ["Alien", 4],
    ]);
    expect(own?.answered).toMatchObject([
      { title: "Fargo", isRated: false, answer: "seen" },
      { title: "Ran", isRated: false, answer: "watchlist" },
    ]);
  });

  it("of Letterboxd's zip a list may be empty", async () => {
    const likes = entry("likes/films.csv", "Date,Name,Year,Letterboxd URI");
    const own = await readOwnFiles([entry("profile.csv", "x"), entry("ratings.csv", heat), likes]);
    expect(own?.files.map(({ file }) => file)).toEqual(["ratings.csv"]);
  });

  it("Letterboxd's zip without ratings is told of, its profile unread", async () => {
    const wanted = entry("watchlist.csv", "Date,Name,Year,Letterboxd URI\n2020-01-01,Alien,1979,u");
    const old = entry("deleted/ratings.csv", heat);
    await expect(readOwnFiles([unreadable, wanted, old])).rejects.toThrow(/has no ratings\.csv/);
  });

  it("of Trakt's zip only the ratings of films are read", async () => {
    const own = await readOwnFiles([
      entry("t/watched-movies.json", "[]"),
      entry("t/ratings-movies.json", '[{"rating":8,"movie":{"title":"Heat","year":1995}}]'),
      entry("t/ratings-shows.json", "[]"),
    ]);
    expect(own?.files).toMatchObject([{ source: "Trakt", films: [{ title: "Heat", stars: 4 }] }]);
  });

  it("Ryot: films seen to the end and not rated are seen, series and films begun are not", async () => {
    const thing = (lot: string, title: string, seen: object, rating?: string) => ({
      lot,
      source: "tmdb",
      identifier: "1",
      source_id: title,
      seen_history: [seen],
      reviews: rating ? [{ rating }] : [],
    });
    const metadata = [
      thing("movie", "Heat", { progress: "100", ended_on: "2021-03-03" }, "90"),
      thing("movie", "Alien", { progress: "100", ended_on: null }),
      thing("movie", "Ran", { progress: "40", ended_on: null }),
      thing("show", "Lost", { progress: "100", ended_on: "2021-03-03" }),
    ];
    const own = await readFiles(file("ryot.json", JSON.stringify({ metadata })));
    expect(own.files).toMatchObject([{ films: [{ title: "Heat" }], unrated: 2 }]);
    expect(own.answered).toMatchObject([{ title: "Alien", answer: "seen" }]);
  });

  it("Trakt's history: an episode is no film, whether or not its series is named", async () => {
    const plays = [
      { watched_at: "2021-01-01T20:00:00.000Z", movie: { title: "Heat", year: 1995 } },
      { watched_at: "2021-01-02T20:00:00.000Z", episode: { title: "Pilot" }, show: { title: "Lost" } },
      { watched_at: "2021-01-03T20:00:00.000Z", episode: { title: "Walkabout" } },
    ];
    const own = await readFiles(file("history.json", JSON.stringify(plays)));
    expect(own.files).toMatchObject([{ notFilms: 2, films: [{ title: "Heat", stars: 3 }] }]);
  });

  it("a table of one's own: the day it was watched, and a column without a name is nobody's ratings", async () => {
    const rows = ["Heat,9,1,2021-03-04", "Jaws,8,7,2021-03-05", "Fargo,5,3,2021-03-06"];
    const films = await filmsOf("mine.csv", "Title,My rating,,Watched on", ...rows);
    expect(films.map(({ title, stars, ratedAt }) => [title, stars, ratedAt])).toEqual([
      ["Heat", 4.5, Date.UTC(2021, 2, 4)],
      ["Jaws", 4, Date.UTC(2021, 2, 5)],
      ["Fargo", 2.5, Date.UTC(2021, 2, 6)],
    ]);
  });

  it("Netflix' thumbs: those of episodes are left out", async () => {
    const rows = [
      "Ann,Heat,2,2020-01-02",
      "Ann,Lost: Season 1: Pilot,3,2020-01-02",
      "Ann,Jaws,0,2020-01-02",
      "Ann,Emma,1,",
    ];
    const { files } = await read("Ratings.csv", "Profile Name,Title Name,Thumbs Value,Event Utc Ts", ...rows);
    expect(files).toMatchObject([
      {
        notFilms: 1,
        unrated: 1,
        films: [
          { title: "Heat", stars: 4 },
          { title: "Emma", stars: 1 },
        ],
      },
    ]);
  });

  it("TMDb's CSV: series are told from films", async () => {
    const rows = ["949,movie,Heat,1995-12-15,10", "1396,tv,Breaking Bad,2008-01-20,9"];
    const films = await filmsOf("tmdb.csv", "TMDb ID,Type,Name,Release Date,Your Rating", ...rows);
    expect(films.map(({ title, isSeries }) => [title, isSeries])).toEqual([
      ["Heat", false],
      ["Breaking Bad", true],
    ]);
  });

  it("Netflix' activity: a trailer's minutes are none of its film", async () => {
    const rows = ["Ann,2022-01-01 20:00:00,00:03:00,Heat,", "Ann,2022-01-01 21:00:00,00:20:00,Heat,TRAILER"];
    const header = "Profile Name,Start Time,Duration,Title,Supplemental Video Type";
    await expect(read("ViewingActivity.csv", header, ...rows)).rejects.toThrow("contains no films");
  });

  it("Simkl's CSV: 0 is no rating, and what is completed is seen", async () => {
    const rows = [
      "1,Heat,movie,1995,completed,9",
      "2,Jaws,movie,1975,completed,0",
      "3,Ran,movie,1985,dropped,0",
    ];
    const own = await read("simkl.csv", "SIMKL_ID,Title,Type,Year,Watchlist,Rating", ...rows);
    expect(own.files).toMatchObject([{ unrated: 1, films: [{ title: "Heat", stars: 4.5 }] }]);
    expect(own.answered).toMatchObject([{ title: "Jaws", answer: "seen" }]);
  });
});
