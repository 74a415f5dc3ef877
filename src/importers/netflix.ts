import { plainName } from "../dataset/columns/columnNames.ts";
import type { Field, Importer, KnownRows, RowKind } from "./Importer.ts";
import { STARS_FOR_WATCHED } from "./stars.ts";

/** As Netflix names an episode: series, season, episode. */
const EPISODE =
  /: (?:(?:season|series|limited series|part|parts|volume|chapter|book|collection|staffel|teil|saison|partie|temporada|parte|stagione|sæson|säsong|sesong|seizoen|deel|sezon|sezonul|sezona|řada|rada|série|séria|évad|kausi|sezon|κύκλος|сезон|часть|עונה|الموسم|musim|mùa|season)(?!\p{L}).*|\d+\. ?(?:évad|řada|sezon|sezona|série|kausi|sezonul|bölüm|sezonas)(?!\p{L}).*|シーズン.*|パート.*|시즌.*|第.{1,3}[季期部].*|ซีซั่น.*): /iu;
/** As many of one beginning are the episodes of a series. */
const SERIES_FROM = 3;
/** Whoever watched less than this has not watched the film. */
const LEAST_MINUTES = 10;
const DISLIKED = 1;
const [LIKED, LOVED] = [4, 5];

/** The header of the history, in the languages of its downloads. */
const TITLES = words(
  "title nimi nimike titel tittel titill titre titulo titolo tytul baslik otsikko nazev nazov naslov cim titlu τιτλος название назва タイトル 作品名 제목 콘텐츠 片名 标题 標題 العنوان כותר כותרת ชื่อเรื่อง tieude tiêuđề judul शीर्षक",
);
const DATES = words(
  "date datum fecha data tarih paivamaara paivays dato dagsetning datums kuupäev ημερομηνια дата 日付 視聴日 날짜 日期 التاريخ תאריך วันที่ ngày tanggal दिनांक तारीख",
);

const ASSUMED =
  "Netflix lists what you watched, not ratings; each film counts as 3 stars, and remakes may be confused.";
const REMEDY = "Open NetflixViewingHistory.csv or ViewingActivity.csv of Netflix.";

/** Netflix tells what was watched; titles alone tell films and episodes apart. */
function kindOf(title: string, { beginnings }: KnownRows): RowKind {
  if (EPISODE.test(title)) return "other";
  // Whether it is a film of a series, as Star Wars is, only a catalogue can tell.
  return (beginnings.get(beginningOf(title)) ?? 0) >= SERIES_FROM ? "series" : "film";
}

/** What stands before the first colon; nothing where there is none. */
export function beginningOf(title: string): string {
  const colon = title.indexOf(": ");
  return colon < 0 ? "" : title.slice(0, colon);
}

export const netflixHistory: Importer = {
  name: "Netflix",
  files:
    "`NetflixViewingHistory.csv` of one profile, in any language; films count as watched (3 stars), episodes are left out",
  of: "films",
  signature: [TITLES.join("|"), DATES.join("|")],
  isWhole: true,
  title: TITLES,
  date: DATES,
  watchedAs: STARS_FOR_WATCHED,
  kindOf: (field, known) => kindOf(field(TITLES), known),
  assumed: ASSUMED,
  remedy: REMEDY,
};

export const netflixActivity: Importer = {
  name: "Netflix",
  files:
    "`ViewingActivity.csv` of the whole account, after the profile was chosen; trailers and plays of under 10 minutes are left out",
  of: "films",
  signature: ["profilename", "starttime", "duration", "title"],
  title: ["title"],
  date: ["starttime"],
  profile: ["profilename"],
  watchedAs: STARS_FOR_WATCHED,
  // A film that was paused is played in several rows.
  minutesOf: (field) => (field(["supplementalvideotype"]) === "" ? minutesOf(field) : 0),
  kindOf: (field, known) => {
    const title = field(["title"]);
    const isPlayed = (known.minutes.get(title) ?? 0) >= LEAST_MINUTES;
    return field(["supplementalvideotype"]) === "" && isPlayed ? kindOf(title, known) : "other";
  },
  assumed: ASSUMED,
  remedy: REMEDY,
};

export const netflixThumbs: Importer = {
  name: "Netflix",
  files:
    "`Ratings.csv` of the whole account: a thumb up is 4 stars, two are 5, a thumb down is 1; older ratings in stars count as they are",
  of: "films",
  signature: ["profilename", "titlename", "thumbsvalue"],
  title: ["titlename"],
  rating: ["thumbsvalue"],
  // Until 2017 there were stars.
  otherRating: { rating: ["starvalue"], pointsPerStar: 1 },
  date: ["eventutcts"],
  profile: ["profilename"],
  kindOf: (field, known) => kindOf(field(["titlename"]), known),
  ratingOf: (text) => ({ 1: DISLIKED, 2: LIKED, 3: LOVED })[text] ?? Number.NaN,
  isUnrated: (text) => text === "0",
  assumed: "On Netflix, a thumb down counts as 1 star, a thumb up as 4 and two as 5.",
  remedy: REMEDY,
};

function minutesOf(field: Field): number {
  const [hours, minutes] = field(["duration"]).split(":").map(Number);
  const all = hours * 60 + minutes;
  return Number.isNaN(all) ? Number.POSITIVE_INFINITY : all;
}

/** As `plainName` makes the names of columns. */
function words(text: string): string[] {
  return text.split(" ").map(plainName);
}
