import { File } from "node:buffer";
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Catalogue } from "../../src/dataset/Catalogue.ts";
import type { OpenedData } from "../../src/dataset/OpenedData.ts";
import { ratingCounts } from "../../src/dataset/RatingsTable.ts";
import { DataFileError } from "../../src/errors.ts";
import type { DataFile } from "../../src/files/ByteSource.ts";
import type { Answers, Question } from "../../src/files/Question.ts";
import { matchOwn, type OwnMatches } from "../../src/importers/matchOwn.ts";
import type { OwnFile } from "../../src/importers/OwnFilm.ts";
import { type Dropped, openDropped } from "../../src/importers/openDropped.ts";
import type { OwnFiles } from "../../src/importers/readOwnFiles.ts";
import { TitleMatcher } from "../../src/importers/TitleMatcher.ts";
import { nextTask } from "../../src/nextTask.ts";
import { factsOfData, factsOfOwn, factsOfQuestion } from "./factsOf.ts";

/** What may come of a case; all that is named has to be so. */
export interface Right {
  dataset?: {
    users?: number;
    items?: number;
    ratings?: number;
    likes?: number;
    titles?: string[];
    /** The id of an item and its title. */
    first?: string[];
    genres?: string[];
    noun?: string;
    /** A pattern of what was assumed. */
    says?: string;
  };
  own?: {
    found?: number;
    confirm?: number;
    /** Of the films, in any order. */
    stars?: number[];
    notFilms?: number;
    of?: string;
  };
  asks?: string;
  refused?: string;
}

export interface Case {
  name: string;
  files: string[];
  /** Opened once the first were taken over. */
  then?: string[];
  right: Right[];
}

export interface Tried {
  isRight: boolean;
  outcome: string;
  expected: string;
  /** All that is known, said and counted, for comparison as a whole. */
  facts: string[];
}

type Outcome =
  | { kind: "dataset"; data: OpenedData; catalogue: Catalogue }
  | { kind: "own"; matches: OwnMatches; own: OwnFiles }
  | { kind: "question"; question: Question }
  | { kind: "refused"; message: string; files: string[] }
  | { kind: "crashed"; error: unknown }
  | { kind: "model" };

/** Feeds files through the one way in, and tells whether what came of it is what a person would expect. */
export class FileCases {
  readonly #matcher: TitleMatcher;

  private constructor(matcher: TitleMatcher) {
    this.#matcher = matcher;
  }

  /** @param embedded the files in which one person's films are looked up */
  static async create(embedded: DataFile[]): Promise<FileCases> {
    return new FileCases(await matcherOf(await catalogueOf(await openDropped(embedded))));
  }

  /** The files of a case that lie in a folder. */
  try({ files, then, right }: Case, folder: string): Promise<Tried> {
    const open = (names: string[]) => names.map((name) => fileOf(folder, name));
    return this.open(open(files), then && open(then), right);
  }

  /**
   * @param then opened once the first were taken over
   * @param right what may come of it
   * @param answers to the questions that are asked, by their ids
   */
  async open(
    files: DataFile[],
    then: DataFile[] | undefined,
    right: readonly Right[],
    answers: Answers = {},
  ): Promise<Tried> {
    const outcome = await this.#outcome(files, then, answers);
    return {
      isRight: right.some((one) => fits(outcome, one)),
      outcome: told(outcome),
      expected: right.map((one) => JSON.stringify(one)).join(" or "),
      facts: factsOf(outcome),
    };
  }

  async #outcome(files: DataFile[], then: DataFile[] | undefined, answers: Answers): Promise<Outcome> {
    try {
      const dropped = await openDropped(files, answers);
      if (!then) return await outcomeOf(dropped, this.#matcher);
      const catalogue = await catalogueOf(dropped);
      const next = await openDropped(then, answers, undefined, catalogue.nouns.many);
      return await outcomeOf(next, await matcherOf(catalogue));
    } catch (error) {
      if (!(error instanceof DataFileError)) return { kind: "crashed", error };
      return {
        kind: "refused",
        message: error.message,
        files: [...files, ...(then ?? [])].map(({ name }) => name),
      };
    }
  }
}

async function outcomeOf(dropped: Dropped, matcher: TitleMatcher): Promise<Outcome> {
  if (dropped.kind === "model") return { kind: "model" };
  if (dropped.kind === "question") return dropped;
  if (dropped.kind === "dataset")
    return { kind: "dataset", data: dropped.data, catalogue: await dropped.data.read() };
  const { own } = dropped;
  const films = own.files.flatMap((file) => file.films);
  return { kind: "own", own, matches: await matchOwn(films, matcher, nextTask) };
}

async function catalogueOf(dropped: Dropped): Promise<Catalogue> {
  if (dropped.kind !== "dataset") throw new Error(`These files are no data set but ${dropped.kind}.`);
  return dropped.data.read();
}

function matcherOf({ items, ratings }: Catalogue): Promise<TitleMatcher> {
  return TitleMatcher.create(items, ratingCounts(ratings), nextTask);
}

function fileOf(folder: string, name: string): DataFile {
  return new File([readFileSync(join(folder, name))], basename(name)) as DataFile;
}

function fits(outcome: Outcome, { dataset, own, asks, refused }: Right): boolean {
  if (dataset) return outcome.kind === "dataset" && isDataset(outcome.catalogue, dataset);
  if (own) {
    if (outcome.kind !== "own") return false;
    return isOwn(outcome, own);
  }
  if (asks) return outcome.kind === "question" && new RegExp(asks, "i").test(outcome.question.sentence);
  if (!refused || outcome.kind !== "refused") return false;
  const { message, files } = outcome;
  const named = files.find((name) => message.includes(name) || /\.zip$/.test(name));
  // What the file is called does not prove that the message says what it is.
  return named !== undefined && new RegExp(refused, "i").test(message.replaceAll(named, ""));
}

function isOwn(
  { matches, own: { files } }: Outcome & { kind: "own" },
  right: NonNullable<Right["own"]>,
): boolean {
  const { matched, doubtful } = matches;
  const sum = (count: (file: OwnFile) => number) => files.reduce((all, file) => all + count(file), 0);
  return (
    is(right.found, matched.length) &&
    is(right.confirm, doubtful.length) &&
    is(right.stars && sorted(right.stars), sorted(starsOf(matches))) &&
    is(
      right.notFilms,
      sum(({ notFilms }) => notFilms),
    ) &&
    is(right.of, files[0].of)
  );
}

/** Of all films that are none of a series. */
function starsOf({ matched, doubtful, unmatched }: OwnMatches): number[] {
  return [...[...matched, ...doubtful].map(({ film }) => film), ...unmatched].map(({ stars }) => stars);
}

function sorted(stars: readonly number[]): string {
  return String([...stars].sort());
}

function isDataset(catalogue: Catalogue, right: NonNullable<Right["dataset"]>): boolean {
  const titles = new Set(catalogue.items.map(({ title }) => title));
  const genres = new Set(catalogue.items.flatMap((item) => item.genres));
  return (
    is(right.users, catalogue.ratings.userIds.length) &&
    is(right.items, catalogue.ratings.itemIds.length) &&
    is(right.ratings, catalogue.ratings.ratings.length) &&
    is(right.likes, likesOf(catalogue)) &&
    is(right.noun, catalogue.nouns.one) &&
    (right.first === undefined ||
      catalogue.items.some(({ id, title }) => id === right.first?.[0] && title === right.first[1])) &&
    (right.says === undefined ||
      catalogue.assumptions?.some(({ sentence }) => new RegExp(right.says ?? "", "i").test(sentence)) ===
        true) &&
    (right.titles ?? []).every((title) => titles.has(title)) &&
    (right.genres ?? []).every((genre) => genres.has(genre))
  );
}

function is<T>(wanted: T | undefined, actual: T): boolean {
  return wanted === undefined || wanted === actual;
}

function likesOf({ ratings, likedFrom }: Catalogue): number {
  return ratings.ratings.reduce((sum, rating) => sum + Number(rating >= likedFrom), 0);
}

function factsOf(outcome: Outcome): string[] {
  if (outcome.kind === "dataset") return factsOfData(outcome.data, outcome.catalogue);
  if (outcome.kind === "own") return factsOfOwn(outcome.own, outcome.matches);
  if (outcome.kind === "question") return factsOfQuestion(outcome.question);
  return outcome.kind === "refused" ? [outcome.message] : [outcome.kind];
}

function told(outcome: Outcome): string {
  if (outcome.kind === "model") return "a model";
  if (outcome.kind === "crashed") return `CRASHED: ${outcome.error}`;
  if (outcome.kind === "question") return `asks: ${outcome.question.sentence}`;
  if (outcome.kind === "refused") return `refused: ${outcome.message}`;
  if (outcome.kind === "own") {
    const { matched, doubtful, unmatched } = outcome.matches;
    const stars = starsOf(outcome.matches);
    return `own: ${matched.length} found, ${doubtful.length} to confirm, ${unmatched.length} unknown, stars ${stars}`;
  }
  const { ratings, nouns, items } = outcome.catalogue;
  const said = (outcome.catalogue.assumptions ?? []).map(({ sentence }) => sentence);
  const titles = items.slice(0, 2).map(({ title, genres }) => `${title} [${genres.join(", ")}]`);
  return `data set: ${ratings.userIds.length} users, ${items.length} ${nouns.many}, ${ratings.ratings.length} ratings, ${likesOf(outcome.catalogue)} likes; ${[...titles, ...said].join(", ")}`;
}
