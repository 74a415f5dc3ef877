import { denominatorOf, isUnrated, ratingOf } from "../dataset/cells/ratingOf.ts";
import { signScale } from "../dataset/cells/signScale.ts";
import { verbalScale } from "../dataset/cells/verbalScale.ts";
import {
  isCount,
  isKnownName,
  isOfMany,
  namedColumn,
  plainName,
  saysNoRating,
} from "../dataset/columns/columnNames.ts";
import { imdbNumberOf } from "./imdbNumber.ts";
import { isListOfTitles } from "./isListOfTitles.ts";
import { lastOf, partsOf } from "./jsonNames.ts";
import { isKind } from "./kinds.ts";

/** What everybody thinks of a film, in one number. */
const AVERAGE =
  /^(?:averagerating|avgrating|averagescore|voteaverage|(?:imdb|tmdb|rottentomatoes|rt|metacritic|douban|kinopoisk)(?:rating|score)|рейтингкинопоиска|豆瓣评分)$/;
/** In any language, IMDb's own beside somebody's rating: "Ocena IMDb". */
const OF_SERVICE = /^(?!.*(?:id|link|url))\p{L}+(?:imdb|tmdb)$/u;
/** In a data set, a column "vote" holds ratings. */
const OF_OTHERS_TOO = /^(?:vote|usercount|criticcount)$/;
/** How many rated or reviewed a film, where the numbers are as high as those of many are. */
const COUNTED = /^(?:reviews?|ratings|votes|users|raters|(?:reviews|users|votes)(?:number|count))$/;
const MINE =
  /^(?:my|your|meine?|deine?|ma|mon|mi|tu|mia|mio|minha|minhas|moja|moje|moj|mitt|min|mijn|own|personal|user|account)(?=rating|score|note|stars|vote|points|grade|bewertung|wertung|nota|voto|puntuacion|calificacion|valoracion|ocena|betyg|cijfer|waardering|avaliacao|classificacao|valutazione|beoordeling|hodnoceni|hodnotenie|karakter|vurdering|arvosana|puan)/;
/** Whose a column is that is called so. */
const ME = /^(?:me|ich|moi|yo|io|eu|jag|jeg|ik)$/;
/** What in JSON is about whoever asked: "otherUserInfos.rating", "my_list_status.score", "viewer.rating". */
const OF_MINE =
  /(?:^|\.)(?:(?:other|current)?_?user(?:_?(?:infos?|data|state))|viewer|my_?\w*)\.(?:rating|score|stars|note)$/i;
/** When somebody rated something, which a table of everybody's ratings does not say. */
const RATED_AT = /^(?:rated(?:at|on|date)?|daterated|ratingdate|(?:my|your)daterated)$/;
const WATCHED_AT =
  /^(?:(?:last)?watched(?:at|on|date)?|(?:last)?viewed(?:at|on|date)?|(?:last)?(?:view|watch|played|play)(?:at|on|date)|played|checked(?:at|on|date)?|seen(?:at|on|date)?|date(?:watched|viewed|seen|finished|read|ofreading)|(?:read|finished)(?:at|on|date)|fecha(?:de)?lectura|gelesenam|gesehenam|vule|vistoel|vistoil|vistoem|gezienop|bekekenop|obejrzano|obejrzane|dataobejrzenia|datedevisionnage|izlemetarihi|датапросмотра|观看日期|watchdate|viewingdate)$/;
const LISTED_AT = /^(?:listed(?:at|on)?|added(?:at|on)?|dateadded|addedtolist)$/;
/** How far somebody came with it. */
const STATUS = /^(?:status|mystatus|watchstatus|watchlist|mywatchedstatus|listname|shelf|exclusiveshelf)$/;
const DONE = /^(?:completed?|watched|seen|finished|done|gesehen|vu|visto)$/i;
const TITLE = [
  ...["title", "name", "film", "movie", "titre", "titel", "titulo", "titolo", "tytul", "nazev", "filmtitle"],
  ...["movietitle", "filmname", "moviename", "originaltitle", "primarytitle", "fulltitle", "itemdescription"],
];
/** Names of columns with a title in them, such as the original one beside that of a country. */
const TITLED =
  /^(?!.*(?:type|sub(?!ject)|episode|season|series|show|url|link|^https?|id(?:entifier)?$)).*(?:title|titel|titre|titulo|titolo|tytul|nazev|nazov|название|标题|片名|原名|タイトル|原題)/;
/** The name of what a record in JSON is about, "meta.name", where that is not a place and nobody. */
const WITHIN = /^(?:meta|subject|media|item|entry|node|work|content|details|info)\.(?:title|name)$/i;
const SERIES = /^(?:tv)?(?:show|series)(?:name|title)?$/;
const KIND =
  /^(?:type|titletype|targettype|mediatype|entitytype|itemtype|contenttype|kind|typ|tipo|univers|universe|universo|media)$/;
/** Words of a rating in a name that says more, "Ben's score", and of those that are somebody else's or no rating. */
const RATED = /rating|score|stars|bewertung|betyg|ocena|puntuacion|valoracion|оценка|评分|評価|평점/;
const OF_OTHERS =
  /^(?:rt|mc)$|^ratings\d+$|imdb|tmdb|rotten|tomato|meta|critic|audience|average|avg|mean|global|public|community|count|num|votes|date|content|parental|age|max$|outof$|scale$|key$|人数$|豆瓣|кинопоиск|rank|press|presse|spectat/;
/** Small numbers that are not ratings. */
const OF_FILMS =
  /runtime|minutes|length|duration|episodes|seasons|oscar|award|nominat|wins|price|budget|gross|number|count|disc|copies|rank|priorit|order|times|^no$|^nr$|id$/;
/** Higher numbers in columns of unknown names are rather minutes. */
const MOST_POINTS = 10;
/** Fewer with tenths may be chance. */
const LEAST_OF_TENTHS = 10;
const MOSTLY_ONCE = 0.4;
const DECIMALS = /^\d+[.,](\d*?)0*$/;

/** The columns of a table of one person's films, by their places; -1 where there is none. */
export interface OwnColumns {
  title: number;
  /** Other titles of the same. */
  titles: number[];
  rating: number;
  /** Columns that hold ratings under the names of people, where none is called a rating. */
  raters: number[];
  /** When it was watched, or whether. */
  watched: number;
  status: number;
  /** When it was put on a list. */
  listed: number;
  kind: number;
  /** Titles of series only. */
  isOfSeries: boolean;
  /** Whether ratings that nothing calls the person's own have tenths, as averages do. */
  mayBeAverages: boolean;
}

/**
 * Null if the ratings in it are those of everybody, or there is no title.
 * @param areAllMine whether the person says that they are nobody else's
 */
export function ownColumns(
  header: readonly string[],
  body: readonly string[][],
  areAllMine = false,
): OwnColumns | null {
  const names = header.map(plainName);
  const cells = (place: number) => columnOf(body, place);
  const find = (test: (name: string, place: number) => boolean) => names.findIndex(test);
  // A moment at which it was rated is called so too.
  const isMoment = (name: string) => /(?:at|on|date|created)$/.test(name);
  // "User score" beside how many users there were is everybody's.
  const isOfUsers = names.some((name) => /^user(?:s|count|votes)$/.test(name));
  const isMine = (name: string) =>
    (MINE.test(name) || ME.test(name)) && !isMoment(name) && !(isOfUsers && /^user/.test(name));
  const isMineWithin = (name: string) =>
    OF_MINE.test(name) || partsOf(name).some((part) => isMine(plainName(part)));
  const mine = find((name, place) => isMineWithin(header[place]) || /^(?:rating|score)10$/.test(name));
  const outer = outerNames(header, titlePlace(header, names, -1, cells));
  const named = mine >= 0 ? mine : namedRating(outer, cells);
  // "ratings.rt"
  const isOfOthers = (name: string) => OF_OTHERS.test(plainName(lastOf(name)));
  const rated = names.flatMap((name, place) =>
    outer[place] === header[place] && !isOfOthers(header[place]) && isRating(name, cells(place))
      ? [place]
      : [],
  );
  // Where several columns are as likely, each may be another's.
  const rating = named >= 0 ? named : rated.length === 1 ? rated[0] : -1;
  const films = titlePlace(header, names, rating, cells);
  const series = films >= 0 ? -1 : find((name) => SERIES.test(name));
  const title = films >= 0 ? films : series >= 0 || rating < 0 ? series : imdbPlace(header, cells);
  if (title < 0) return null;
  // The settings of a program.
  if (names[title] === "name" && names[rating] === "value") return null;
  if (mine < 0 && rating >= 0 && !areAllMine) {
    const hasAverage = names.some(
      (name, place) => place !== rating && (AVERAGE.test(name) || OF_SERVICE.test(name)),
    );
    // A rating without "my" may be everybody's.
    const isCounted = (name: string, place: number) =>
      isOfMany(name) || OF_OTHERS_TOO.test(name) || (COUNTED.test(name) && areHigh(cells(place)));
    const areOfMany =
      names.some((name, place) => place !== rating && isCounted(name, place)) &&
      !names.some((name) => RATED_AT.test(name));
    const isSum = names[rating].startsWith("total");
    if ((areOfMany && (isSum || !hasAverage)) || areAverages(cells(rating))) return null;
  }
  if (!areRatings(cells(rating))) return null;
  const listed = find((name) => LISTED_AT.test(name));
  const kind = find((name, place) => KIND.test(name) && cells(place).some(isKind));
  // Of things with a kind and a date, nobody's name beside them, it is asked what was done with them.
  const isDated = kind >= 0 && rating < 0 && namedColumn(header, "user") < 0;
  // The same where titles and years are all that there is, or the person says that they are theirs.
  const isList = rating < 0 && (areAllMine || isListOfTitles(header, title));
  const otherwise = isDated ? namedColumn(header, "timestamp") : isList ? title : -1;
  // A name without a year may be that of anything.
  const isAnything = names[title] === "name" && namedColumn(header, "year") < 0;
  return {
    title,
    titles: names.flatMap((name, place) => (place !== title && TITLED.test(name) ? [place] : [])),
    rating,
    raters:
      rating >= 0 || isAnything
        ? []
        : names.flatMap((_, place) =>
            rated.includes(place) || isRater(header[place], cells(place)) ? [place] : [],
          ),
    // In JSON, how far somebody came with it may stand together: "state.lastWatched".
    watched: find((name, place) =>
      [name, plainName(lastOf(header[place]))].some((one) => WATCHED_AT.test(one)),
    ),
    status: find((name) => STATUS.test(name)),
    listed: listed < 0 ? otherwise : listed,
    kind,
    isOfSeries: series >= 0,
    mayBeAverages: mine < 0 && rating >= 0 && !areAllMine && areTenths(cells(rating)),
  };
}

/** In JSON, what is in the same object as the title is said of the film; ratings beside it are the person's own. */
function outerNames(header: readonly string[], title: number): readonly string[] {
  const around = title < 0 ? "" : header[title].slice(0, header[title].lastIndexOf(".") + 1);
  const outer = header.map((name) => (name.startsWith(around) ? "" : name));
  return outer.some((name) => RATED.test(plainName(name))) ? outer : header;
}

export function columnOf(body: readonly string[][], place: number): string[] {
  return body.map((row) => row[place] ?? "").filter((cell) => cell.trim() !== "");
}

/** Whether a cell of a date, of "yes" and "no", or of a status says that something was watched. */
export function saysWatched(text: string): boolean {
  return !isUnrated(text) && ratingOf(text) !== 0;
}

export function isDone(text: string): boolean {
  return DONE.test(text.trim());
}

/** IMDb's numbers in place of titles, alone or in addresses. */
function imdbPlace(header: readonly string[], cells: (place: number) => string[]): number {
  const areNumbers = (place: number) =>
    cells(place).length > 0 && cells(place).every((cell) => imdbNumberOf(cell) !== null);
  return header.findIndex((_, place) => areNumbers(place));
}

/** Of titles, else of what was rated where that is called by words and no numbers: "Game", "Book". */
function titlePlace(
  header: readonly string[],
  names: readonly string[],
  rating: number,
  cells: (place: number) => string[],
): number {
  const named = namedColumn(header, "title");
  if (named >= 0 && named !== rating) return named;
  const is = (test: (name: string) => boolean) =>
    names.findIndex((name, place) => place !== rating && test(name));
  const known = is((name) => TITLE.includes(name));
  if (known >= 0) return known;
  const titled = is((name) => TITLED.test(name));
  if (titled >= 0) return titled;
  // Notes link to the note of each film.
  const linked = names.findIndex((_, place) => {
    const links = cells(place);
    return place !== rating && links.length > 0 && links.every((cell) => /^\s*\[\[.+\]\]\s*$/.test(cell));
  });
  if (linked >= 0) return linked;
  // In JSON, what is told of the film may stand together: "meta.name".
  const within = header.flatMap((name, place) => (WITHIN.test(name) && !isKnownName(name) ? [place] : []));
  if (within.length === 1) return within[0];
  const item = namedColumn(header, "item");
  if (item < 0 || item === rating) return -1;
  const called = cells(item);
  return called.filter((text) => /\p{L}{3}|\p{Lo}/u.test(text)).length > called.length / 2 ? item : -1;
}

/** By a word in its name, or by cells such as "★★★" and "8/10", which are nothing else. */
function isRating(name: string, cells: readonly string[]): boolean {
  if (OF_OTHERS.test(name) || cells.length === 0) return false;
  if (RATED.test(name)) return areRatings(cells) && !areAverages(cells);
  const isSaid = (text: string) =>
    /[★⭐❤♥👍👎]|%$|^thumbs?[ _-]?(?:up|down)$/iu.test(text.trim()) || denominatorOf(text) !== null;
  return (
    cells.filter((text) => isSaid(text) && Number.isFinite(ratingOf(text))).length >= cells.length * 0.9 ||
    signScale(cells) !== null ||
    verbalScale(cells.filter((text) => !isUnrated(text))) !== null
  );
}

/** Under a name that means nothing here, whole or half points of up to 10 that are not ranks. */
function isRater(name: string, cells: readonly string[]): boolean {
  if (name.trim() === "" || isKnownName(name) || saysNoRating(name) || OF_FILMS.test(plainName(name)))
    return false;
  if (OF_OTHERS.test(plainName(name))) return false;
  const points = cells.filter((text) => !isUnrated(text)).map(ratingOf);
  const isPoint = (value: number) => value >= 0 && value <= MOST_POINTS && Number.isInteger(value * 2);
  const areRanks = points.every((value, i) => i === 0 || value === points[i - 1] + 1);
  // "Yes" and "no" answer another question.
  const areNumbers = cells.every((text) => isUnrated(text) || /\d|[★⭐❤♥]/u.test(text));
  // How often something was watched is once, as a rule.
  const once = points.filter((value) => value === 1).length;
  const areTimes = once > points.length * MOSTLY_ONCE && points.every(Number.isInteger);
  return new Set(points).size > 2 && points.every(isPoint) && areNumbers && !areRanks && !areTimes;
}

/**
 * Hours and plays are not ratings of one person's: they say how long something is as well. Where what is called a rating
 * says from which age on a film may be seen, another may be one.
 */
function namedRating(header: readonly string[], cells: (place: number) => string[]): number {
  const place = namedColumn(header, "rating");
  if (place < 0 || isCount(header[place])) return -1;
  if (areRatings(cells(place))) return place;
  const other = namedRating(header.with(place, ""), cells);
  return other >= 0 ? other : place;
}

/** Averages have more decimals than a person gives. */
function areAverages(ratings: readonly string[]): boolean {
  const decimals = ratings.map((rating) => DECIMALS.exec(rating.trim())?.[1] ?? "");
  return decimals.filter((all) => all.length > 1 && !all.endsWith("5")).length > ratings.length / 3;
}

/** Most people give halves at most; what has tenths throughout may be an average. */
function areTenths(ratings: readonly string[]): boolean {
  const tenths = ratings.filter((rating) => /^\d+[.,][1-46-9]0*$/.test(rating.trim()));
  return ratings.length >= LEAST_OF_TENTHS && tenths.length > ratings.length / 2;
}

/** "8.1K", "86,000" */
function areHigh(counts: readonly string[]): boolean {
  const isHigh = (text: string) =>
    /^\d[\d.,]*\s*[km]$/i.test(text.trim()) || Number(text.replaceAll(",", "")) > 100;
  return counts.filter(isHigh).length > counts.length / 2;
}

/** A column called "rating" may hold ages from which on a film may be seen; where there is none, no row has any. */
function areRatings(ratings: readonly string[]): boolean {
  const given = ratings.filter((text) => !isUnrated(text));
  return (
    given.filter((text) => Number.isFinite(ratingOf(text))).length >= given.length / 2 ||
    verbalScale(given) !== null ||
    signScale(ratings) !== null
  );
}
