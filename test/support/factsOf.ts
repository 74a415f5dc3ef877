import type { Catalogue, CatalogueItem } from "../../src/dataset/Catalogue.ts";
import type { FilmIds } from "../../src/dataset/cells/filmIds.ts";
import type { OpenedData } from "../../src/dataset/OpenedData.ts";
import type { Question } from "../../src/files/Question.ts";
import type { Skipped } from "../../src/files/SkippedRows.ts";
import type { Sample } from "../../src/files/text/samples.ts";
import type { OwnMatches } from "../../src/importers/matchOwn.ts";
import type { OwnFile, OwnFilm } from "../../src/importers/OwnFilm.ts";
import type { OwnFiles } from "../../src/importers/readOwnFiles.ts";
import { ratingBy, TITLES } from "../importers/kinds/sample.ts";

/** Of films and sheets with more, the first two and the last are told. */
const MOST_TOLD = 4;

/** All that a question says. */
export function factsOfQuestion({ id, sentence, choices }: Question): string[] {
  return [`${id}: ${sentence}`, ...choices.map(({ label, answer }) => `${label} = ${answer}`)];
}

/** All that is known of one person's films, and what is said and counted beside them. */
export function factsOfOwn({ files, answered, skipped }: OwnFiles, matches: OwnMatches): string[] {
  return [
    ...files.flatMap(factsOfFile),
    ...some(answered.map(filmIn)),
    ...counted({ series: matches.series, repeated: matches.repeated, unknown: matches.unmatched.length }),
    ...factsOfSkipped(skipped),
  ];
}

function factsOfFile({ file, source, of, outOf, films, ...beside }: OwnFile): string[] {
  return [
    `${file}: ${of} from ${source}, out of ${outOf}`,
    ...some(films.map(filmIn)),
    ...counted({ unrated: beside.unrated, notFilms: beside.notFilms }),
    ...beside.assumptions.map(({ sentence }) => sentence),
    ...factsOfEncodings(beside.encodings),
  ];
}

function filmIn(film: OwnFilm): string {
  const { title, otherTitle, year, id, stars, answer, isRated, ratedAt, isSeries } = film;
  return [
    `${title} (${year}) ${answer ?? stars}`,
    ...(otherTitle ? [`or ${otherTitle}`] : []),
    ...(isRated || answer ? [] : ["unrated"]),
    ...(isSeries ? ["a series"] : []),
    ...(ratedAt === null ? [] : [new Date(ratedAt).toISOString()]),
    ...(id === null ? [] : [`number ${id}`]),
    ...idsIn(film),
  ].join(", ");
}

/** What each table was taken for, what is known of its items and users, and what is said and counted beside. */
export function factsOfData(data: OpenedData, catalogue: Catalogue): string[] {
  const { tables, unused } = data.examine();
  const { ratings, items, tags, userFeatures, likedFrom, nouns, hasTitles, assumptions = [] } = catalogue;
  const years = items.flatMap(({ year }) => year ?? []);
  const genres = new Set(items.flatMap((item) => item.genres));
  const values = [...new Set(ratings.ratings)].map(rounded).sort((a, b) => a - b);
  const last = ratings.ratings.length - 1;
  const rating = (i: number) =>
    [ratings.userIds[ratings.users[i]], ratings.itemIds[ratings.items[i]], rounded(ratings.ratings[i])].join(
      " ",
    );
  return [
    ...tables.map(
      ({ head, form: { kind, hasHeader, columns } }) =>
        `${head.source.name}: ${head.format}, ${kind}${hasHeader ? "" : " without a header"}: ${columns.map(({ role }) => role).join(" ")}`,
    ),
    ...unused.map(({ file, reason }) => `${file} is not used: ${reason ?? "it is not needed"}`),
    `${nouns.many}, ${hasTitles ? "with" : "no"} titles; ${itemIn(items[0])}`,
    ...(years.length > 0 ? [`${years.length} from ${Math.min(...years)} to ${Math.max(...years)}`] : []),
    ...(genres.size > 0 ? [`labels: ${some([...genres]).join(", ")}`] : []),
    `from ${rating(0)} to ${rating(last)}; ${values.length} values from ${values[0]} to ${values.at(-1)}, liked from ${rounded(likedFrom)}`,
    ...ofSample(catalogue),
    ...(ratings.timestamps
      ? [`from ${timeIn(ratings.timestamps[0])} to ${timeIn(ratings.timestamps[last])}`]
      : []),
    ...(tags ? [`${tags.names.length} tags: ${tags.names.slice(0, 3).join(", ")}`] : []),
    ...(userFeatures ? [`users: ${userFeatures[0].join(", ")}`] : []),
    ...assumptions.map(({ sentence, instead }) =>
      instead ? `${sentence} ${instead.label}: ${JSON.stringify(instead.choices)}` : sentence,
    ),
    ...tables.flatMap(({ head }) => factsOfEncodings(head.possibleEncodings)),
    ...counted({ repeated: catalogue.repeated, unrated: catalogue.unrated ?? 0 }),
    ...factsOfSkipped(catalogue.skipped),
  ];
}

/** How many ratings are those of the sample that most cases write, whatever its ids and points have become. */
function ofSample({ ratings: { userIds, users, items: rows, ratings }, items }: Catalogue): string[] {
  const itemOf = items.map(({ id, title }) => {
    const titled = [...TITLES].find(([, name]) => [id, title].some((text) => text.includes(name)))?.[0];
    return titled ?? Number(/50[1-8]/.exec(id)?.[0] ?? /\d+$/.exec(id)?.[0]);
  });
  const userOf = userIds.map((id) => Number(/\d+$/.exec(id)?.[0]));
  const pairs = Array.from(ratings, (value, i) => ({
    value,
    stars: ratingBy(userOf[users[i]], itemOf[rows[i]]),
  }));
  const known = pairs.flatMap(({ value, stars }) => (stars === null ? [] : [{ value, stars }]));
  const isInOrder = known.every((one) =>
    known.every((other) => one.stars <= other.stars || one.value >= other.value),
  );
  const titled = items.filter(({ title }) => [...TITLES.values()].includes(title)).length;
  return known.length > 0 && isInOrder
    ? [`${known.length} ratings${titled > 0 ? ` and ${titled} titles` : ""} are the sample's`]
    : [];
}

function itemIn({ id, title, alternativeTitles, year, genres, ...ids }: CatalogueItem): string {
  return [`${id} is ${[title, ...alternativeTitles].join(" or ")} (${year})`, ...genres, ...idsIn(ids)].join(
    ", ",
  );
}

function idsIn({ imdbId, tmdbId }: FilmIds): string[] {
  return [...(imdbId ? [`IMDb ${imdbId}`] : []), ...(tmdbId ? [`TMDb ${tmdbId}`] : [])];
}

/** As a file would write what is kept in 32 bits. */
function rounded(value: number): number {
  return Number(value.toPrecision(6));
}

function timeIn(seconds: number): string {
  return new Date(seconds * 1000).toISOString();
}

function factsOfEncodings(all: readonly Sample[]): string[] {
  const names = all.map(({ encoding }) => encoding).join(", ");
  return all.length > 0 ? [`${all[0].sample}: one of ${names}`] : [];
}

function factsOfSkipped({ count, examples }: Skipped): string[] {
  const told = examples.map(({ file, row, reason }) => `${file}, line ${row}: ${reason}`);
  return count > 0 ? [`skipped: ${count}`, ...told] : [];
}

function counted(counts: Record<string, number>): string[] {
  return Object.entries(counts).flatMap(([what, count]) => (count > 0 ? [`${what}: ${count}`] : []));
}

function some(lines: readonly string[]): string[] {
  return lines.length > MOST_TOLD ? [...lines.slice(0, 2), "…", lines[lines.length - 1]] : [...lines];
}
