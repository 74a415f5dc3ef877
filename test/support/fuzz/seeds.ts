import { readFileSync } from "node:fs";
import { gzipSync, strToU8, zipSync } from "fflate";
import { writeNpy } from "../../../src/model/file/npy.ts";
import { writeNpz } from "../../../src/model/file/npz.ts";

/** How a file is written, which says what a likely fault in it looks like. */
export type Grammar = { rows: string } | "JSON" | "XML" | "bytes";

export interface SeedFile {
  name: string;
  grammar: Grammar;
  content: string | Uint8Array;
}

/** A small file, or some that belong together, from which others of its kind are made. */
export interface Seed {
  kind: string;
  files: readonly SeedFile[];
  /** The service whose importer has to know it; none for data sets and models. */
  source?: string;
  packed?: "zip" | "gzip";
}

const table = (name: string, content: string, delimiter = ","): SeedFile => ({
  name,
  grammar: { rows: delimiter },
  content,
});
const written = (name: string, grammar: Grammar, content: SeedFile["content"]): SeedFile => ({
  name,
  grammar,
  content,
});
const own = (source: string, kind: string, ...files: SeedFile[]): Seed => ({ kind, source, files });

const PARQUET = new URL("../../fixtures/parquet/", import.meta.url);
const RATINGS = Array.from({ length: 12 }, (_, i) => ({
  user: `u${i % 4}`,
  item: i % 3,
  rating: 1 + (i % 5),
}));
const rowsOf = (delimiter: string) =>
  RATINGS.map(({ user, item, rating }, i) => [user, item, rating, 1e9 + i].join(delimiter)).join("\n");
const HEADER = "userId,movieId,rating,timestamp\n";
const MOVIES =
  "movieId,title,genres\n0,Heat (1995),Action|Crime\n1,Alien (1979),Horror\n2,Emma (1996),Drama\n";
const SHEET = `<worksheet><sheetData>${[["user", "item", "rating"], ...RATINGS.map(Object.values)]
  .map((row) => `<row>${row.map((cell) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`).join("")}</row>`)
  .join("")}</sheetData></worksheet>`;

/** One for each importer, for each way in which data sets are written, and a model. */
export const SEEDS: readonly Seed[] = [
  own(
    "Matinee",
    "Matinee",
    table(
      "matinee.csv",
      "film_id,title,year,stars,rated_at,answer\n1,Toy Story,1995,4.5,2026-11-24T10:00:00.000Z,\n2,Jumanji,1995,,2026-11-24T10:00:00.000Z,seen\n",
    ),
  ),
  own(
    "Letterboxd",
    "Letterboxd",
    table(
      "ratings.csv",
      'Date,Name,Year,Letterboxd URI,Rating\n2021-03-04,Amélie,2001,https://boxd.it/a,4.5\n2021-03-05,"The Good, the Bad",1966,https://boxd.it/b,5\n',
    ),
  ),
  {
    ...own(
      "Letterboxd",
      "Letterboxd's zip",
      table(
        "ratings.csv",
        "Date,Name,Year,Letterboxd URI,Rating\n2021-03-04,Heat,1995,https://boxd.it/a,4\n",
      ),
      table("watched.csv", "Date,Name,Year,Letterboxd URI\n2021-03-04,Fargo,1996,https://boxd.it/b\n"),
      table("likes/films.csv", "Date,Name,Year,Letterboxd URI\n2021-03-04,Alien,1979,https://boxd.it/c\n"),
      table("profile.csv", "Date Joined,Username\n2020-01-01,me\n"),
    ),
    packed: "zip",
  },
  own(
    "Letterboxd",
    "a list of Letterboxd",
    table("list.csv", "Position,Name,Year,URL,Description\n1,Heat,1995,https://boxd.it/a,good\n"),
  ),
  own(
    "IMDb",
    "IMDb",
    table(
      "ratings.csv",
      "Const,Your Rating,Date Rated,Title,Original Title,URL,Title Type,IMDb Rating,Runtime (mins),Year,Genres,Num Votes,Release Date,Directors\n" +
        'tt0118799,9,2020-01-02,Life Is Beautiful,La vita è bella,https://x/,Movie,8.6,116,1997,"Comedy, Drama",700000,1997-12-20,Roberto Benigni\n' +
        "tt0106179,7,2020-01-03,The X-Files,The X-Files,https://x/,TV Series,8.6,45,1993,Crime,2,1993-09-10,\n",
    ),
  ),
  own(
    "MovieLens",
    "movielens.org",
    table(
      "movielens-ratings.csv",
      "movie_id,imdb_id,tmdb_id,rating,average_rating,title\n1,0114709,862,4.5,3.89,Toy Story (1995)\n6,0113277,949,4,3.9,Heat (1995)\n",
    ),
  ),
  own(
    "Goodreads",
    "Goodreads",
    table(
      "goodreads.csv",
      'Book Id,Title,Author,My Rating,Year Published,Original Publication Year,Date Read,Date Added\n1,"The Hunger Games (The Hunger Games, #1)",Suzanne Collins,4,2009,2008,2019/05/06,2019/05/01\n2,Emma,Jane Austen,0,2003,1815,,2019/05/01\n',
    ),
  ),
  own(
    "StoryGraph",
    "StoryGraph",
    table(
      "storygraph.csv",
      'Title,Authors,Read Status,Last Date Read,Star Rating\nEmma,"Austen, Jane",read,2021/02/03,4.25\nDune,F. Herbert,to-read,,\n',
    ),
  ),
  own(
    "BoardGameGeek",
    "BoardGameGeek",
    table(
      "collection.csv",
      'objectname,objectid,rating,numplays,average,yearpublished\n"Catan",13,7,3,7.1,1995\n"Go",188,N/A,0,7.6,-2200\n',
    ),
  ),
  own(
    "Trakt",
    "Trakt, CSV",
    table(
      "trakt.csv",
      "rated_at,type,title,year,trakt_rating,trakt_id,rating\n2020-01-02T10:00:00Z,movie,Heat,1995,8.1,1,9\n2020-01-02T10:00:00Z,show,Lost,2004,8.1,2,9\n",
    ),
  ),
  own(
    "Trakt",
    "Trakt, JSON",
    written(
      "ratings-movies.json",
      "JSON",
      '[{"rated_at":"2014-09-01T09:10:11.000Z","rating":9,"type":"movie","movie":{"title":"TRON: Legacy","year":2010,"ids":{"trakt":1}}},{"rated_at":"2014-09-01T09:10:11.000Z","rating":8,"type":"movie","movie":{"title":"Heat","year":1995,"ids":{}}}]',
    ),
  ),
  own(
    "Ryot",
    "Ryot",
    written(
      "ryot.json",
      "JSON",
      '{"metadata":[{"lot":"movie","source":"tmdb","identifier":"949","source_id":"Heat","seen_history":[{"progress":"100","ended_on":"2020-01-02"}],"reviews":[{"rating":"90"}],"collections":[]},{"lot":"movie","source":"tmdb","identifier":"348","source_id":"Alien","seen_history":[],"reviews":[{"rating":"60"}],"collections":[]}]}',
    ),
  ),
  own(
    "TMDb",
    "TMDb",
    table(
      "tmdb.csv",
      "TMDb ID,IMDb ID,Type,Name,Release Date,Season Number,Episode Number,Rating,Your Rating,Date Rated\n949,tt0113277,movie,Heat,1995-12-15,,,7.9,9,2020-01-02\n",
    ),
  ),
  own(
    "Simkl",
    "Simkl",
    table(
      "simkl.csv",
      "SIMKL_ID,Title,Type,Year,Watchlist,LastEpWatched,WatchedDate,Rating,Memo\n1,Heat,movie,1995,completed,,2020-01-02,8,\n2,Alien,movie,1979,plantowatch,,,0,\n",
    ),
  ),
  own(
    "Netflix",
    "Netflix, viewing activity",
    table(
      "ViewingActivity.csv",
      "Profile Name,Start Time,Duration,Attributes,Title,Supplemental Video Type,Device Type,Bookmark,Latest Bookmark,Country\nAnn,2020-01-02 20:00:00,02:01:00,,Heat,,TV,02:01:00,02:01:00,DE\nBen,2020-01-02 20:00:00,01:57:00,,Alien,,TV,,,DE\n",
    ),
  ),
  own(
    "Netflix",
    "Netflix, thumbs",
    table(
      "Ratings.csv",
      "Profile Name,Title Name,Rating Type,Star Value,Thumbs Value,Device Model,Event Utc Ts\nAnn,Heat,thumb,,2,TV,2020-01-02 20:00:00\nAnn,Alien,thumb,,1,TV,2020-01-03 20:00:00\n",
    ),
  ),
  own(
    "Netflix",
    "Netflix, history",
    table(
      "NetflixViewingHistory.csv",
      'Title,Date\n"Kill Bill: Vol. 2","1/15/21"\n"Lost: Season 1: Pilot","1/14/21"\n',
    ),
  ),
  own(
    "Criticker",
    "Criticker",
    written(
      "recentratings.xml",
      "XML",
      "<recentratings><film><filmid>1</filmid><filmname>Heat (1995)</filmname><filmyear>1995</filmyear><rating>85</rating><reviewdate>2020-01-02</reviewdate></film><film><filmid>2</filmid><filmname>Alien &amp; Co</filmname><filmyear>1979</filmyear><rating>60</rating></film></recentratings>",
    ),
  ),
  own(
    "MyAnimeList",
    "MyAnimeList",
    written(
      "animelist.xml",
      "XML",
      '<?xml version="1.0" encoding="UTF-8"?><myanimelist><myinfo><user_id>1</user_id></myinfo><anime><series_title><![CDATA[Cowboy Bebop]]></series_title><my_score>9</my_score><my_finish_date>2020-01-02</my_finish_date><my_status>Completed</my_status></anime><anime><series_title>Akira</series_title><my_score>0</my_score></anime></myanimelist>',
    ),
  ),
  own(
    "AniList",
    "AniList",
    written(
      "anilist.json",
      "JSON",
      '[{"media":{"title":{"romaji":"Akira","english":"Akira"},"seasonYear":1988},"score":4.5,"status":"COMPLETED"},{"media":{"title":{"romaji":"Mononoke Hime","english":null},"seasonYear":1997},"score":0,"status":"PLANNING"}]',
    ),
  ),
  own(
    "FilmAffinity",
    "FilmAffinity",
    table(
      "filmaffinity.csv",
      "Title,Year,Directors,Rating10,WatchedDate\nHeat,1995,Michael Mann,9,2020-01-02\n",
    ),
  ),
  own(
    "your list",
    "a list of one's own",
    table("films.csv", "Title;Year;Rating\nHeat;1995;8/10\nAlien;1979;9/10\nEmma;1996;6,5/10\n", ";"),
  ),
  { kind: "MovieLens", files: [table("ratings.csv", HEADER + rowsOf(",")), table("movies.csv", MOVIES)] },
  {
    kind: "MovieLens, older",
    files: [
      table(
        "ratings.dat",
        RATINGS.map(({ user, item, rating }, i) => [user.slice(1), item, rating, 1e9 + i].join("::")).join(
          "\n",
        ),
        "::",
      ),
      table(
        "movies.dat",
        "0::Heat (1995)::Action|Crime\n1::Alien (1979)::Horror\n2::Emma (1996)::Drama\n",
        "::",
      ),
      table(
        "users.dat",
        "0::F::1::10::48067\n1::M::56::16::70072\n2::M::25::15::55117\n3::F::45::7::02460\n",
        "::",
      ),
    ],
  },
  { kind: "without a header", files: [table("u.data", rowsOf("\t"), "\t")] },
  {
    kind: "titles and descriptions in the rows",
    files: [
      table(
        "books.csv",
        `User-ID;Book-Title;Book-Rating;Author\n${RATINGS.map(({ user, item, rating }) => `${user};"Book ""${item}""";${rating};A. Writer`).join("\n")}`,
        ";",
      ),
    ],
  },
  {
    kind: "a matrix",
    files: [table("matrix.csv", ",Heat,Alien,Emma\nAnn,5,,3\nBen,4,2,\nCem,,1,5\nDia,3,4,4\n")],
  },
  {
    kind: "events",
    files: [
      table(
        "events.csv",
        `timestamp,visitorid,event,itemid\n${RATINGS.map(({ user, item }, i) => `${1e12 + i},${user},${["view", "addtocart", "transaction"][i % 3]},${item}`).join("\n")}`,
      ),
    ],
  },
  {
    kind: "Netflix Prize",
    files: [
      table(
        "combined_data_1.txt",
        "1:\n11,3,2005-09-06\n12,5,2005-05-13\n2:\n11,4,2005-10-19\n13,1,2005-12-26\n",
      ),
    ],
  },
  { kind: "JSON", files: [written("ratings.json", "JSON", JSON.stringify(RATINGS))] },
  {
    kind: "JSON by user",
    files: [
      written(
        "users.json",
        "JSON",
        '[{"user":"a","ratings":[{"item":"x","rating":4},{"item":"y","rating":2}]},{"user":"b","ratings":[{"item":"x","rating":5}]}]',
      ),
    ],
  },
  {
    kind: "JSON lines",
    files: [table("ratings.jsonl", RATINGS.map((one) => JSON.stringify(one)).join("\n"))],
  },
  {
    kind: "a workbook",
    files: [
      written("[Content_Types].xml", "XML", "<Types/>"),
      written("xl/workbook.xml", "XML", "<workbook/>"),
      written("xl/worksheets/sheet1.xml", "XML", SHEET),
    ],
    packed: "zip",
  },
  {
    kind: "a zip",
    files: [table("ml/ratings.csv", HEADER + rowsOf(",")), table("ml/movies.csv", MOVIES)],
    packed: "zip",
  },
  { kind: "gzip", files: [table("ratings.csv", HEADER + rowsOf(","))], packed: "gzip" },
  ...["none", "snappy", "delta"].map(
    (name): Seed => ({
      kind: `Parquet, ${name}`,
      files: [
        written(
          `${name}.parquet`,
          "bytes",
          new Uint8Array(readFileSync(new URL(`${name}.parquet`, PARQUET))),
        ),
      ],
    }),
  ),
  {
    kind: "a model",
    files: [
      {
        name: "model.npz",
        grammar: "bytes",
        content: writeNpz(
          new Map(
            ["item", "user"].flatMap((side) => [
              [`${side}_embeddings`, writeNpy(Float32Array.of(1, 2, 3, 4), [2, 2])],
              [`${side}_embedding_gradients`, writeNpy(new Float32Array(4).fill(1), [2, 2])],
              [`${side}_embedding_momentum`, writeNpy(new Float32Array(4), [2, 2])],
              [`${side}_biases`, writeNpy(Float32Array.of(1, 2))],
              [`${side}_bias_gradients`, writeNpy(new Float32Array(2).fill(1))],
              [`${side}_bias_momentum`, writeNpy(new Float32Array(2))],
            ]),
          ),
        ),
      },
    ],
  },
];

/** Files as they are opened: those that belong in an archive in one. */
export function packed(
  seed: Seed,
  files: readonly { name: string; bytes: Uint8Array }[],
): Map<string, Uint8Array> {
  if (seed.packed === "zip") {
    const entries = Object.fromEntries(files.map(({ name, bytes }) => [name, bytes]));
    return new Map([["data.zip", zipSync(entries, { level: files[0].bytes.length % 4 === 0 ? 6 : 0 })]]);
  }
  if (seed.packed === "gzip") return new Map([[`${files[0].name}.gz`, gzipSync(files[0].bytes)]]);
  return new Map(files.map(({ name, bytes }) => [name, bytes]));
}

export function bytesOf({ content }: SeedFile): Uint8Array {
  return typeof content === "string" ? strToU8(content) : content;
}
