import type { KindCase } from "./KindCase.ts";
import { csv, itemsCsv } from "./sample.ts";

const TYPES: [string, string, string, string][] = [
  ["English, as now", "Movie", "TV Series", "TV Episode"],
  ["English, of 2010", "Feature Film", "TV Mini-Series", "TV Episode"],
  ["IMDb's own codes", "movie", "tvSeries", "tvEpisode"],
  ["Spanish", "Película", "Serie de TV", "Episodio de TV"],
  ["Portuguese", "Filme", "Série de TV", "Episódio de TV"],
  ["French", "Film", "Série télévisée", "Épisode télévisé"],
  ["Polish", "Film", "Serial telewizyjny", "Odcinek serialu TV"],
  ["Turkish", "Film", "TV Dizisi", "TV Bölümü"],
  ["Japanese", "映画", "テレビシリーズ", "テレビエピソード"],
  ["Hindi", "फ़िल्म", "टीवी सीरीज़", "टीवी एपिसोड"],
  ["Swedish", "Film", "TV-serie", "TV-avsnitt"],
  ["Hungarian", "Film", "TV-sorozat", "TV-epizód"],
];

const anime = {
  "rating.csv": csv("user_id,anime_id,rating,time").replaceAll(/,\d+$/gm, ""),
  "anime.csv": itemsCsv("anime_id,name,genre").replaceAll(/ \(\d+\)/g, ""),
};
const animeSet = {
  "rating.csv": csv("user_id,anime_id,rating,timestamp"),
  "anime.csv": anime["anime.csv"],
};
const animeList = (score: (points: number) => number, format: string) =>
  JSON.stringify({
    data: {
      MediaListCollection: {
        user: { mediaListOptions: { scoreFormat: format } },
        lists: [
          {
            name: "Completed",
            entries: [
              ["Amber Kite", 90],
              ["Copper Moon", 40],
            ].map(([title, points]) => ({
              score: score(Number(points)),
              status: "COMPLETED",
              media: { title: { romaji: title, english: title }, seasonYear: 1999 },
            })),
          },
        ],
      },
    },
  });
const animeStars = { own: { found: 2, confirm: 0, stars: [4.5, 2] } };

const books = {
  "ratings.csv": csv("user_id,book_id,rating,timestamp"),
  "books.csv": itemsCsv("book_id,title,genres").replaceAll(/ \(\d+\)/g, ""),
};

/** One person's anime, books, games and songs. */
export const OTHER_THING_CASES: readonly KindCase[] = [
  {
    name: "MyAnimeList's XML on anime",
    files: animeSet,
    next: {
      "animelist.xml": `<?xml version="1.0" encoding="UTF-8" ?><myanimelist><myinfo><user_id>1</user_id><user_export_type>1</user_export_type></myinfo>${[
        ["Amber Kite", 9, "Completed"],
        ["Copper Moon", 4, "Dropped"],
        ["Hollow Bell", 0, "Plan to Watch"],
      ]
        .map(
          ([title, points, status]) =>
            `<anime><series_animedb_id>1</series_animedb_id><series_title><![CDATA[${title}]]></series_title><series_type>TV</series_type><series_episodes>26</series_episodes><my_watched_episodes>0</my_watched_episodes><my_finish_date>0000-00-00</my_finish_date><my_score>${points}</my_score><my_status>${status}</my_status></anime>`,
        )
        .join("")}</myanimelist>`,
    },
    right: { own: { found: 2, confirm: 0, stars: [4.5, 2] } },
  },
  {
    name: "MyAnimeList's JSON of its interface",
    files: animeSet,
    next: {
      "animelist.json": JSON.stringify({
        data: [
          ["Amber Kite", 9],
          ["Copper Moon", 4],
          ["Hollow Bell", 0],
        ].map(([title, score]) => ({
          node: { id: 1, title, main_picture: { medium: "x" } },
          list_status: { status: score ? "completed" : "plan_to_watch", score, num_episodes_watched: 1 },
        })),
      }),
    },
    right: animeStars,
  },
  {
    name: "MyAnimeList's JSON of its page",
    files: animeSet,
    next: {
      "load.json": JSON.stringify(
        [
          ["Amber Kite", 9],
          ["Copper Moon", 4],
          ["Hollow Bell", 0],
        ].map(([anime_title, score]) => ({
          status: 2,
          score,
          tags: "",
          num_watched_episodes: 1,
          anime_title,
          anime_num_episodes: 1,
          anime_id: 7,
        })),
      ),
    },
    right: animeStars,
  },
  {
    name: "AniList, of 100",
    files: animeSet,
    next: { "anilist.json": animeList((points) => points, "POINT_100") },
    right: animeStars,
  },
  {
    name: "AniList, of 10",
    files: animeSet,
    next: { "anilist.json": animeList((points) => points / 10, "POINT_10") },
    right: animeStars,
  },
  {
    name: "AniList, of 10 with decimals",
    files: animeSet,
    next: { "anilist.json": animeList((points) => points / 10 + 0.1, "POINT_10_DECIMAL") },
    right: animeStars,
  },
  {
    name: "AniList, of 5",
    files: animeSet,
    next: { "anilist.json": animeList((points) => Math.round(points / 20), "POINT_5") },
    right: { own: { found: 2, stars: [5, 2] } },
  },
  {
    name: "AniList, of 10, without saying so",
    files: animeSet,
    next: {
      "list.json": JSON.stringify(
        [
          ["Amber Kite", 9],
          ["Copper Moon", 4],
        ].map(([title, score]) => ({
          score,
          status: "COMPLETED",
          media: { title: { romaji: title, english: null } },
        })),
      ),
    },
    right: animeStars,
  },
  {
    name: "AniList's account data without titles",
    files: animeSet,
    next: {
      "gdpr_data.json": JSON.stringify({
        user: { id: 1 },
        lists: [
          { series_id: 1, series_type: 0, score: 85, status: 2, progress: 1 },
          { series_id: 2, series_type: 0, score: 65, status: 2, progress: 1 },
        ],
      }),
    },
    right: { refused: "need ratings|no column" },
  },
  ...TYPES.map(
    ([language, film, series, episode]): KindCase => ({
      name: `IMDb's kinds in ${language}`,
      files: {
        "ratings.csv": `Const,Your Rating,Date Rated,Title,Original Title,URL,Title Type,IMDb Rating,Runtime (mins),Year,Genres,Num Votes,Release Date,Directors\ntt1,9,2020-01-02,Heat,Heat,https://x/,${film},8.3,170,1995,Crime,700000,1995-12-15,\ntt2,8,2020-01-02,Lost,Lost,https://x/,${series},8.3,170,2004,Crime,700000,1979-12-15,\ntt3,7,2020-01-02,Fargo: Emma,Emma,https://x/,${episode},8.3,170,1996,Crime,700000,1996-12-15,\n`,
      },
      right: { own: { found: 1, confirm: 0, stars: [4.5] } },
    }),
  ),
  {
    name: "IMDb's watchlist has no ratings",
    files: {
      "WATCHLIST.csv":
        "Position,Const,Created,Modified,Description,Title,Original Title,URL,Title Type,IMDb Rating,Runtime (mins),Year,Genres,Num Votes,Release Date,Directors,Your Rating,Date Rated\n1,tt0113277,2020-01-02,2020-01-02,,Heat,Heat,https://x/,Movie,8.3,170,1995,Crime,700000,1995-12-15,,,\n",
    },
    right: { refused: "without ratings" },
  },
  {
    name: "StoryGraph on books, quarters of stars",
    files: books,
    next: {
      "storygraph.csv":
        'Title,Authors,Contributors,ISBN/UID,Format,Read Status,Date Added,Last Date Read,Dates Read,Read Count,Moods,Pace,Star Rating,Review,Tags,Owned?\nAmber Kite,A. Writer,,978,paperback,read,2021/01/02,2021/02/03,,1,"funny, sad",fast,4.25,,,No\nCopper Moon,B. Writer,,979,digital,to-read,2021/01/02,,,0,,,,,,No\nHollow Bell,C. Writer,,979,digital,read,2021/01/02,,,1,,,2.0,,,No\n',
    },
    right: { own: { found: 2, confirm: 0, stars: [4.5, 2], of: "books" } },
  },
  {
    name: "BoardGameGeek's collection on games",
    files: {
      "ratings.csv": csv("user_id,game_id,rating,timestamp"),
      "games.csv": itemsCsv("game_id,game_name,genres").replaceAll(/ \(\d+\)/g, ""),
    },
    next: {
      "collection.csv":
        'objectname,objectid,rating,numplays,weight,own,average,baverage,rank,numowned,objecttype,originalname,yearpublished,year\n"Amber Kite",501,9,3,0,1,7.5,7.1,100,2000,thing,,2001,\n"Copper Moon",503,4,0,0,1,7.2,7.1,100,2000,thing,,2002,\n"Hollow Bell",508,N/A,0,0,1,7.2,7.1,100,2000,thing,,2002,\n',
    },
    right: { own: { found: 2, confirm: 0, stars: [4.5, 2] } },
  },
  {
    name: "Last.fm's plays of one person",
    files: {
      "scrobbles.csv":
        "artist,album,track,date\nAnn Band,First,Song one,01 Jan 2021 20:00\nAnn Band,First,Song two,01 Jan 2021 20:05\nBen Band,Last,Song three,01 Jan 2021 20:10\nAnn Band,First,Song one,02 Jan 2021 20:00\n",
    },
    right: { refused: "who|more than one user" },
  },
  {
    name: "ListenBrainz' plays of one person",
    files: {
      "listens.jsonl": ["one", "two", "one", "three"]
        .map((song, i) =>
          JSON.stringify({
            listened_at: 1_600_000_000 + i,
            track_metadata: { artist_name: "Ann", track_name: `Song ${song}`, additional_info: {} },
          }),
        )
        .join("\n"),
    },
    right: { refused: "who|more than one user" },
  },
  {
    name: "Spotify's streaming history of one person",
    files: {
      "StreamingHistory0.json": JSON.stringify(
        ["one", "two", "one"].map((song, i) => ({
          endTime: `2021-01-01 20:0${i}`,
          artistName: "Ann",
          trackName: `Song ${song}`,
          msPlayed: 1000 * i,
        })),
      ),
    },
    right: { refused: "who|more than one user" },
  },
];
