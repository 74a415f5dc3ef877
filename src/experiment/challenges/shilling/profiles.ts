import { Interactions } from "../../../matrix/Interactions.ts";
import type { SeededRandom } from "../../../matrix/random.ts";
import type { AttackGoal, AttackKind } from "../settings.ts";
import type { TrialData } from "../TrialData.ts";

/** One attack with false profiles. */
export interface Attack {
  kind: AttackKind;
  goal: AttackGoal;
  /** Row of the item that is pushed up or brought down. */
  target: number;
  /** Attackers, as a share of the genuine users. */
  size: number;
}

/** The share of a profile that is chosen to look like others' taste, in the attacks that choose. */
const SELECTED = 0.5;
/** How many of the most liked items stand for what everybody likes. */
const BANDWAGON = 50;

/** Attackers and what they rate, to be appended to the genuine ratings: the same items, more users. */
export function attackProfiles(
  data: TrialData,
  { kind, goal, target, size }: Attack,
  random: SeededRandom,
): Interactions {
  const attackers = Math.round(size * data.users);
  const length = profileLength(data);
  const moods = itemMoods(data.train);
  const selected = selectedItems(data, kind, target);
  const users: number[] = [];
  const items: number[] = [];
  const values: number[] = [];
  for (let attacker = 0; attacker < attackers; attacker++) {
    const ratings = new Map([[target, goal === "push" ? 1 : -1]]);
    const chosen = Math.min(selected.length, Math.round(SELECTED * length));
    for (let i = 0; i < chosen; i++) ratings.set(selected[random.below(selected.length)], 1);
    while (ratings.size < Math.min(length, data.items)) {
      const filler = random.below(data.items);
      if (!ratings.has(filler))
        ratings.set(filler, random.float() < likelihood(kind, moods, filler) ? 1 : -1);
    }
    // The target's own rating stands, whatever was drawn.
    ratings.set(target, goal === "push" ? 1 : -1);
    for (const [item, value] of ratings) {
      users.push(data.users + attacker);
      items.push(item);
      values.push(value);
    }
  }
  return new Interactions(
    data.users + attackers,
    data.items,
    Int32Array.from(users),
    Int32Array.from(items),
    Float32Array.from(values),
  );
}

/** How likely a filler is liked: as the average user likes it, or as users like things on the whole. */
function likelihood(kind: AttackKind, { overall, ofItem }: Moods, item: number): number {
  if (kind === "segment") return 0;
  return kind === "average" ? ofItem[item] : overall;
}

interface Moods {
  /** The share of all ratings that are likes. */
  overall: number;
  /** The same of each item; the overall share for items without ratings. */
  ofItem: Float64Array;
}

export function itemMoods({ items, itemIds, values, length }: Interactions): Moods {
  const likes = new Float64Array(items);
  const ratings = new Float64Array(items);
  for (let i = 0; i < length; i++) {
    ratings[itemIds[i]]++;
    if (values[i] > 0) likes[itemIds[i]]++;
  }
  const overall = likes.reduce((sum, count) => sum + count, 0) / length;
  return {
    overall,
    ofItem: likes.map((count, item) => (ratings[item] > 0 ? count / ratings[item] : overall)),
  };
}

/** What attackers like to seem like others: what everybody likes, or what the target's audience likes. */
function selectedItems({ likes, genres }: TrialData, kind: AttackKind, target: number): Int32Array {
  const most = Int32Array.from(likes.keys()).sort((a, b) => likes[b] - likes[a] || a - b);
  if (kind === "bandwagon") return most.slice(0, BANDWAGON);
  if (kind !== "segment" || !genres) return new Int32Array();
  const { indptr, indices } = genres.matrix;
  const labels = (item: number) => indices.subarray(indptr[item], indptr[item + 1]);
  const own = new Set(labels(target));
  return most.filter((item) => labels(item).some((label) => own.has(label))).slice(0, BANDWAGON);
}

/** The length of a genuine profile, in the middle of all. */
export function profileLength({ known, users }: Pick<TrialData, "known" | "users">): number {
  const lengths = Int32Array.from(
    { length: users },
    (_, user) => known.indptr[user + 1] - known.indptr[user],
  ).sort();
  return Math.max(2, lengths[Math.floor(users / 2)]);
}
