import { genreShares, isEmpty } from "../../evaluation/calibration.ts";
import { type Interval, pairedDifference } from "../../evaluation/intervals.ts";
import type { LightFM } from "../../model/LightFM.ts";
import { rowOf } from "../../model/neighbours/likes.ts";
import { partOf, type Work } from "../Work.ts";
import { type ListFigures, listFigures, precisionDifference } from "./listFigures.ts";
import { bestForAll, LIST, mostLikedForAll, varied } from "./lists.ts";
import type { TrialData } from "./TrialData.ts";

/** Lists made with one position of a control. */
export interface FrontierPoint extends ListFigures {
  value: number;
  /** Precision less that of the lists as the model makes them, on the same users. */
  cost: Interval;
}

/** What lists are like beside being right, and what it costs to move the controls of "For you". */
export interface BeyondAccuracyFindings {
  model: ListFigures;
  popularity: ListFigures;
  /** By the weight of the items' biases: 1 as the model scores, 0 without popularity. */
  popularityControl: FrontierPoint[];
  /** By variety; empty if nothing is known of items to vary by. */
  varietyControl: FrontierPoint[];
  /** Most frequent first; empty if nothing is known of items. */
  genres: GenreShare[];
}

/** How much of what users like, and of what they are recommended, is of a genre: means over users. */
export interface GenreShare {
  name: string;
  profiles: number;
  lists: number;
  /** Lists less profiles, on the same users: 0 where lists are calibrated (Steck 2018). */
  listsLessProfiles: Interval;
}

const POPULARITY = [1.5, 1, 0.75, 0.5, 0.25, 0];
const VARIETY = [0, 0.1, 0.2, 0.3, 0.5, 0.7];
/** Candidates for a varied list. */
const CANDIDATES = 50;

/**
 * What lists are like beside being right, and what it costs to steer them.
 * @param model has learnt the training part of the trial
 * @throws CancelledError if the work is stopped.
 */
export async function measureFrontier(
  data: TrialData,
  model: LightFM,
  work: Work = {},
): Promise<BeyondAccuracyFindings> {
  const steps = POPULARITY.length + 1;
  const part = (i: number) => partOf(work, i / steps, (i + 1) / steps);
  const candidates = await bestForAll(model, data.known, { n: CANDIDATES, ...part(0) });
  const own = candidates.items.map((items) => items.subarray(0, LIST));
  const pointOf = (value: number, lists: Int32Array[]): FrontierPoint => ({
    value,
    ...listFigures(data, lists),
    cost: precisionDifference(data, lists, own),
  });
  const popularityControl: FrontierPoint[] = [];
  for (const [i, itemBiasWeight] of POPULARITY.entries()) {
    const { items } = await bestForAll(model, data.known, { itemBiasWeight, ...part(i + 1) });
    popularityControl.push(pointOf(itemBiasWeight, items));
  }
  const { genres } = data;
  return {
    model: listFigures(data, own),
    popularity: listFigures(data, mostLikedForAll(data.likes, data.known)),
    popularityControl,
    varietyControl: genres
      ? VARIETY.map((variety) => pointOf(variety, varied(candidates, genres.matrix, variety)))
      : [],
    genres: genresOf(data, own),
  };
}

function genresOf({ genres, liked }: TrialData, lists: readonly Int32Array[]): GenreShare[] {
  if (!genres) return [];
  const { names, matrix } = genres;
  const both = lists
    .map((list, user) => ({
      profile: genreShares(rowOf(liked, user), matrix),
      list: genreShares(list, matrix),
    }))
    .filter(({ profile, list }) => !isEmpty(profile) && !isEmpty(list));
  return names
    .map((name, genre) => {
      const profiles = both.map(({ profile }) => profile[genre]);
      const shown = both.map(({ list }) => list[genre]);
      return {
        name,
        profiles: mean(profiles),
        lists: mean(shown),
        listsLessProfiles: pairedDifference(shown, profiles),
      };
    })
    .sort((a, b) => b.profiles - a.profiles);
}

function mean(shares: readonly number[]): number {
  return shares.reduce((sum, share) => sum + share, 0) / shares.length;
}
