import type { KindCase } from "./KindCase.ts";
import { THREE, three, zip } from "./sample.ts";

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

const ACTIVITY = (rows: string[]) =>
  `Profile Name,Start Time,Duration,Attributes,Title,Supplemental Video Type,Device Type,Bookmark,Latest Bookmark,Country\n${rows.join("\n")}\n`;

/** One person's films, as services export them. */
export const SERVICE_CASES: readonly KindCase[] = [
  {
    name: "Ryot, where a book was rated and a film was only seen, beside exercises",
    files: {
      "ryot.json": JSON.stringify({
        exercises: Array.from({ length: 9 }, (_, i) => ({ name: `Squat ${i}`, lot: "Reps" })),
        metadata: [
          ...(
            [
              ["Heat", "949", "90"],
              ["Jaws", "578", "80"],
              ["Fargo", "275", "50"],
            ] as const
          ).map(([title, identifier, rating]) => ({
            lot: "movie",
            source: "tmdb",
            identifier,
            source_id: title,
            seen_history: [{ progress: "100", ended_on: "2021-03-03" }],
            reviews: [{ rating, review: null, comments: [] }],
            collections: ["Completed"],
          })),
          {
            lot: "movie",
            source: "tmdb",
            identifier: "603",
            source_id: "The Matrix",
            seen_history: [{ ended_on: "2021-03-03" }],
            reviews: [],
            collections: [],
          },
          {
            lot: "book",
            source: "openlibrary",
            identifier: "OL1W",
            source_id: "Emma",
            seen_history: [],
            reviews: [{ rating: "100" }],
            collections: [],
          },
        ],
      }),
    },
    right: { own: { found: 3, stars: [4.5, 4, 2.5], notFilms: 1 } },
  },
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
      "collection.csv": `${three(
        "Titre;Titre original;Année;Univers;Ma note",
        (title, year, points) => `${title};;${year};Film;${String(points).replace(".", ",")}`,
      )}Lost;;2004;Série;10\nEmma;;1996;Jeu vidéo;10\n`,
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
];
