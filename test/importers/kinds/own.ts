import type { KindCase } from "../kinds.test.ts";
import { alphabet, csv, itemsCsv, singleByte, utf16, workbook, zip } from "./sample.ts";

const three = (header: string, write: (title: string, year: number, points: number) => string, times = 2) =>
  `${header}\n${[
    ["Heat", 1995, 4.5],
    ["Jaws", 1975, 4],
    ["Fargo", 1996, 2.5],
  ]
    .map(([title, year, stars]) => write(String(title), Number(year), Number(stars) * times))
    .join("\n")}\n`;
const STARS = [4.5, 4, 2.5];
const THREE = { own: { found: 3, confirm: 0, stars: STARS } };

const EPISODES: Record<string, string> = {
  German: "Dark: Staffel 1: Geheimnisse",
  French: "Lupin: Saison 1: Chapitre 1",
  Spanish: "Élite: Temporada 1: Bienvenidos",
  Italian: "Suburra: Stagione 1: 21 giorni",
  Dutch: "Undercover: Seizoen 1: Aflevering 1",
  Swedish: "Snabba Cash: Säsong 1: Avsnitt 1",
  Turkish: "Atiye: 1. Sezon: Bölüm 1",
  Polish: "1983: Sezon 1: Odcinek 1",
  Hungarian: "A korona: 1. évad: 1. rész",
  Czech: "Koruna: 1. řada: Díl 1",
  Croatian: "Kruna: 1. sezona: Epizoda 1",
  Romanian: "Coroana: Sezonul 1: Episodul 1",
  Greek: "Το στέμμα: Κύκλος 1: Επεισόδιο 1",
  Russian: "Корона: Сезон 1: Серия 1",
  Ukrainian: "Корона: Сезон 1: Епізод 1",
  Japanese: "ザ・クラウン: シーズン1: 第1話",
  Korean: "더 크라운: 시즌 1: 1화",
  Chinese: "王冠: 第 1 季: 第 1 集",
  Arabic: "التاج: الموسم 1: الحلقة 1",
  Hebrew: "הכתר: עונה 1: פרק 1",
  Thai: "เดอะ คราวน์: ซีซั่น 1: ตอนที่ 1",
  Vietnamese: "Hoàng quyền: Mùa 1: Tập 1",
  Indonesian: "The Crown: Musim 1: Episode 1",
  Finnish: "Kruunu: Kausi 1: Jakso 1",
  Danish: "Kronen: Sæson 1: Afsnit 1",
};

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

const ACTIVITY = (rows: string[]) =>
  `Profile Name,Start Time,Duration,Attributes,Title,Supplemental Video Type,Device Type,Bookmark,Latest Bookmark,Country\n${rows.join("\n")}\n`;

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

/** One person's ratings, as services and spreadsheets write them. */
export const OWN_CASES: readonly KindCase[] = [
  {
    name: "Netflix' history in twenty-five languages holds two films",
    files: {
      "NetflixViewingHistory.csv": `Title,Date\n"The Matrix","1/15/21"\n${Object.values(EPISODES)
        .map((title) => `"${title}","1/14/21"`)
        .join("\n")}\n"Spirited Away","15.01.21"\n`,
    },
    right: { own: { found: 2, confirm: 0, notFilms: Object.keys(EPISODES).length } },
  },
  {
    name: "Netflix' history with its header in German",
    files: {
      "NetflixViewingHistory.csv":
        'Titel,Datum\n"The Matrix","15.01.21"\n"Dark: Staffel 1: Lügen","14.01.21"\n',
    },
    right: { own: { found: 1, confirm: 0, notFilms: 1 } },
  },
  {
    name: "Netflix' whole zip, of which the profile is asked once",
    files: {
      "netflix-report.zip": zip({
        "CONTENT_INTERACTION/ViewingActivity.csv": ACTIVITY([
          "Ann,2022-01-01 20:00:00,01:40:00,,Heat,,TV,,,DE",
          "Bob,2022-01-01 20:00:00,01:40:00,,The Matrix,,TV,,,DE",
        ]),
        "CONTENT_INTERACTION/Ratings.csv":
          "Profile Name,Title Name,Rating Type,Star Value,Thumbs Value,Device Model,Event Utc Ts,Region View Date\nBob,Spirited Away,thumb,,2,TV,2020-01-02 20:00:00,2020-01-02\nAnn,Alien,thumb,,1,TV,2020-01-03 20:00:00,2020-01-03\n",
        "CONTENT_INTERACTION/SearchHistory.csv":
          "Profile Name,Country Iso Code,Device,Is Kids,Query Typed\nAnn,DE,TV,0,heat\n",
        "CONTENT_INTERACTION/MyList.csv":
          "Profile Name,Title Name,Country,Utc Title Add Date\nAnn,Emma,DE,2020-01-02\n",
        "PROFILES/Profiles.csv": "Profile Name,Email\nAnn,\nBob,\n",
        "ACCOUNT/AccountDetails.csv": "First Name,Last Name\nAnn,Doe\n",
        "Additional Information.pdf": "%PDF-1.4",
        "Cover sheet.pdf": "%PDF-1.4",
      }),
    },
    answers: { "profile:ViewingActivity.csv": "Bob" },
    right: { own: { found: 2, confirm: 0, stars: [3, 4] } },
  },
  {
    name: "Trakt's history as CSV",
    files: {
      "history.csv":
        "id,watched_at,action,type,title,year,trakt_id,imdb_id,tmdb_id\n1,2021-01-01T20:00:00Z,scrobble,movie,Heat,1995,1,tt0113277,949\n2,2021-01-02T20:00:00Z,watch,movie,Jaws,1975,2,tt0073195,578\n",
    },
    right: { own: { found: 2, confirm: 0, stars: [3, 3] } },
  },
  {
    name: "Trakt's ratings as CSV of films alone",
    files: {
      "trakt-ratings.csv": three(
        "rated_at,rating,title,year,trakt_id,imdb_id,tmdb_id",
        (title, year, points) => `2021-01-01T20:00:00Z,${points},${title},${year},1,tt1,2`,
      ),
    },
    right: THREE,
  },
  {
    name: "Trakt's watchlist is to be watched",
    files: {
      "watchlist.json": JSON.stringify(
        ["Heat", "Jaws"].map((title, rank) => ({
          rank,
          listed_at: "2021-01-01T20:00:00.000Z",
          type: "movie",
          movie: { title, year: title === "Heat" ? 1995 : 1975, ids: { trakt: rank } },
        })),
      ),
    },
    right: { own: { found: 2, stars: [0, 0] } },
  },
  {
    name: "Simkl's JSON",
    files: {
      "SimklBackup.json": JSON.stringify({
        movies: [
          {
            last_watched_at: "2021-01-01T20:00:00Z",
            user_rating: 9,
            status: "completed",
            movie: { title: "Heat", year: 1995, ids: { imdb: "tt0113277" } },
          },
          {
            last_watched_at: null,
            user_rating: null,
            status: "plantowatch",
            movie: { title: "Emma", year: 1996, ids: {} },
          },
          {
            last_watched_at: "2021-01-01T20:00:00Z",
            user_rating: 5,
            status: "completed",
            movie: { title: "Fargo", year: 1996, ids: {} },
          },
        ],
        shows: [{ user_rating: 8, status: "watching", show: { title: "Lost", year: 2004, ids: {} } }],
        anime: [],
      }),
    },
    right: { own: { found: 2, confirm: 0, stars: [4.5, 2.5] } },
  },
  {
    name: "Movary's ratings",
    files: {
      "ratings.csv": three(
        "title,year,tmdbId,imdbId,userRating",
        (title, year, points) => `"${title}",${year},1,tt1,${points}`,
      ),
    },
    right: THREE,
  },
  {
    name: "Movary's history without ratings",
    files: {
      "history.csv":
        "title,year,tmdbId,imdbId,watchedAt,comment\nHeat,1995,949,tt0113277,2021-01-01,\nJaws,1975,578,tt0073195,2021-01-02,good\n",
    },
    right: { own: { found: 2, confirm: 0, stars: [3, 3] } },
  },
  {
    name: "Yamtrack's CSV of everything",
    files: {
      "yamtrack.csv":
        '"media_id","source","media_type","title","image","season_number","episode_number","score","status","notes","start_date","end_date","progress"\n' +
        '"949","tmdb","movie","The Matrix","http://x","","","9.0","Completed","","2021-01-01","2021-01-01","1"\n' +
        '"1396","tmdb","tv","Lost","http://x","","","10.0","In progress","","","",""\n' +
        '"1396","tmdb","season","Lost","http://x","1","","10.0","Completed","","","",""\n' +
        '"1396","tmdb","episode","Lost","http://x","1","1","","","","","2021-01-01",""\n' +
        '"578","tmdb","movie","Spirited Away","http://x","","","8.0","Completed","","2021-01-01","2021-01-01","1"\n' +
        '"3","igdb","game","Emma","http://x","","","8.0","Completed","","2021-01-01","2021-01-01","1"\n' +
        '"603","tmdb","movie","Fargo","http://x","","","","Planning","","","",""\n',
    },
    right: { own: { found: 2, confirm: 0, stars: [4.5, 4] } },
  },
  {
    name: "FilmAffinity in Spanish",
    files: {
      "notas.csv": three(
        "Título;Año;Director;Nota;Fecha de voto",
        (title, year, points) => `${title};${year};X;${points};01/02/2021`,
      ),
    },
    right: THREE,
  },
  {
    name: "SensCritique in French with commas",
    files: {
      "collection.csv":
        three(
          "Titre;Titre original;Année;Univers;Ma note",
          (title, year, points) => `${title};;${year};Film;${String(points).replace(".", ",")}`,
        ) + "Lost;;2004;Série;10\nEmma;;1996;Jeu vidéo;10\n",
    },
    right: THREE,
  },
  {
    name: "Filmtipset in Swedish, of 5",
    files: {
      "filmtipset.csv": three(
        "Titel;Originaltitel;År;Betyg;Datum",
        (title, year, points) => `${title};${title};${year};${Math.round(points)};2010-01-02`,
        1,
      ),
    },
    right: { own: { found: 3, stars: [5, 4, 3] } },
  },
  {
    name: "Criticker's CSV",
    files: {
      "rankings.csv": three(
        "Score,Film Name,Year,Date Rated,Number of Ratings,Avg Rating,IMDB ID",
        (title, year, points) => `${points},${title},${year},2020-01-02,4321,71,tt1`,
        20,
      ),
    },
    right: THREE,
  },
  {
    name: "Criticker's XML with years in the names alone",
    files: {
      "rankings.xml": `<?xml version="1.0" encoding="utf-8"?><recentratings>${[
        ["Heat (1995)", 90],
        ["Jaws (1975)", 80],
        ["Fargo (1996)", 50],
      ]
        .map(
          ([title, points]) =>
            `<film><filmid>1</filmid><filmname>${title}</filmname><filmlink>http://x</filmlink><img></img><rating>${points}</rating><quote></quote><reviewdate>Jan 02 2020</reviewdate><tier>9</tier></film>`,
        )
        .join("")}</recentratings>`,
    },
    right: THREE,
  },
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
    right: { refused: "title|what was rated|who rated" },
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
    right: { refused: "who|plays" },
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
    right: { refused: "who|plays" },
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
    right: { refused: "who|plays" },
  },
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
];
