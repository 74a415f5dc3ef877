import { instanceOf } from "../../arguments.ts";
import { genreShares, isEmpty } from "../../evaluation/calibration.ts";
import { bootstrapInterval, type Interval, pairedDifference } from "../../evaluation/intervals.ts";
import { indicesIn } from "../../model/neighbours/likes.ts";
import { Scorer } from "../../model/scorer/Scorer.ts";
import { checkWork, type Work } from "../Work.ts";
import { type ListFigures, type ListsPerUser, listFigures, listsPerUser } from "./listFigures.ts";
import { mostLikedForAll } from "./lists.ts";
import { steeredLists } from "./steeredLists.ts";
import { TrialData } from "./TrialData.ts";

/** Lists made with one position of a control of "For you". */
export interface FrontierPoint extends ListFigures {
  value: number;
  /** Precision and diversity, minus those of the lists with all controls neutral, for the same users. */
  precisionChange: Interval;
  diversityChange: Interval | null;
}

/** What lists are like apart from their accuracy, and what it costs to move the controls of "For you". */
export interface BeyondAccuracyFindings {
  model: ListFigures;
  popularity: ListFigures;
  /** From rare to popular, -1 to 1; 0 leaves the scores unchanged. */
  popularityControl: FrontierPoint[];
  /** From alike to varied, 0 to 1. */
  varietyControl: FrontierPoint[];
  /** From adventurous to familiar, -1 to 1. */
  familiarityControl: FrontierPoint[];
  /** Most frequent first; empty if nothing is known about the items. */
  genres: GenreShare[];
}

/** The share of a genre in what users like and in what they are recommended. */
export interface GenreShare {
  name: string;
  profiles: Interval;
  lists: Interval;
  /** Lists minus profiles, for the same users: 0 if lists are calibrated (Steck 2018). */
  listsLessProfiles: Interval;
}

/** Positions that are tried. */
const EITHER_WAY = [-1, -0.5, 0, 0.5, 1];
const ONE_WAY = [0, 0.25, 0.5, 0.75, 1];

/**
 * What lists are like apart from their accuracy, and what it costs to move each control of "For you".
 * @param scorer of a model trained on the training part of the trial
 * @throws ArgumentError if an option is unknown or an argument is of the wrong kind, CancelledError if the work is
 * stopped.
 */
export async function measureFrontier(
  data: TrialData,
  scorer: Scorer,
  work: Work = {},
): Promise<BeyondAccuracyFindings> {
  instanceOf("data", data, TrialData);
  instanceOf("scorer", scorer, Scorer);
  checkWork(work);
  const positions = [
    ...EITHER_WAY.map((popularity) => ({ popularity })),
    ...ONE_WAY.map((variety) => ({ variety })),
    ...EITHER_WAY.map((familiarity) => ({ familiarity })),
  ];
  const lists = await steeredLists(data, scorer, positions, work);
  const own = lists[EITHER_WAY.indexOf(0)];
  const ownPerUser = listsPerUser(data, own);
  const pointsOf = (values: readonly number[], from: number) =>
    values.map((value, i): FrontierPoint => {
      const moved = lists[from + i];
      const perUser = listsPerUser(data, moved);
      return { value, ...listFigures(data, moved, perUser), ...changes(perUser, ownPerUser) };
    });
  const { length } = EITHER_WAY;
  const popular = mostLikedForAll(data.likes, data.known);
  return {
    model: listFigures(data, own, ownPerUser),
    popularity: listFigures(data, popular, listsPerUser(data, popular)),
    popularityControl: pointsOf(EITHER_WAY, 0),
    varietyControl: pointsOf(ONE_WAY, length),
    familiarityControl: pointsOf(EITHER_WAY, length + ONE_WAY.length),
    genres: genresOf(data, own),
  };
}

/** What moving a control does to the same users. */
export function changes(
  moved: Pick<ListsPerUser, "precision" | "diversity">,
  own: Pick<ListsPerUser, "precision" | "diversity">,
): Pick<FrontierPoint, "precisionChange" | "diversityChange"> {
  return {
    precisionChange: pairedDifference(moved.precision, own.precision),
    diversityChange: moved.diversity && own.diversity && pairedDifference(moved.diversity, own.diversity),
  };
}

/** The profiles and lists of users who have genres in both. */
export function genresOf(
  { genres, liked }: Pick<TrialData, "genres" | "liked">,
  lists: readonly Int32Array[],
): GenreShare[] {
  if (!genres) return [];
  const { names, matrix } = genres;
  const both = lists
    .map((list, user) => ({
      profile: genreShares(indicesIn(liked, user), matrix),
      list: genreShares(list, matrix),
    }))
    .filter(({ profile, list }) => !isEmpty(profile) && !isEmpty(list));
  return names
    .map((name, genre) => {
      const profiles = both.map(({ profile }) => profile[genre]);
      const shown = both.map(({ list }) => list[genre]);
      return {
        name,
        profiles: bootstrapInterval(profiles),
        lists: bootstrapInterval(shown),
        listsLessProfiles: pairedDifference(shown, profiles),
      };
    })
    .sort((a, b) => b.profiles.mean - a.profiles.mean);
}
