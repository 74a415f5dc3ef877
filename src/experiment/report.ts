import type { BeyondAccuracy } from "./beyondAccuracy.ts";
import type { Findings } from "./experiment.ts";
import { type Accuracy, accuracy, type HeldOutFigures } from "./heldOut.ts";
import { nameOfItem } from "./newUsers.ts";

/** What the experiment found, as `npm run experiment -- --json` writes it. */
export interface ExperimentReport {
  data: {
    users: number;
    items: number;
    interactions: number;
    /** Interactions of either part. */
    current: number;
    new: number;
    /** Users whose first interaction is a new one. */
    newUsers: number;
  };
  validation: HeldOutFigures & { epochs: number };
  popularity: Accuracy;
  tuning: (Accuracy & { epochs: number })[];
  fitPartial: {
    epochs: number;
    newUsers: Accuracy;
    oldUsers: Accuracy;
    /** What it does to the held-out AUC of users who did nothing. */
    drift: number;
    seconds: number;
  };
  foldIn: { newUsers: Accuracy; seconds: number };
  retrain: { newUsers: Accuracy; seconds: number };
  /** Titles, best first. */
  newUser: { id: string; rated: string[]; recommended: string[] };
  beyondAccuracy: { model: BeyondAccuracy; popularity: BeyondAccuracy };
}

export function reportOf({ data, tuning, takingIn, oneUser, beyondAccuracy }: Findings): ExperimentReport {
  const { items } = data.catalogue;
  const { best, foldIn, retrained } = takingIn;
  return {
    data: {
      users: data.users,
      items: data.items,
      interactions: data.earlier.length + data.later.length,
      current: data.earlier.length,
      new: data.later.length,
      newUsers: data.users - data.currentUsers,
    },
    validation: {
      ...accuracy(tuning.best),
      ndcgAt10: tuning.best.ndcgAt10,
      epochs: tuning.best.epochs,
    },
    popularity: accuracy(tuning.popularity),
    tuning: tuning.points.map((point) => ({ epochs: point.epochs, ...accuracy(point) })),
    fitPartial: {
      epochs: best.epochs,
      newUsers: best.newUsers,
      oldUsers: best.oldUsers,
      drift: best.drift.auc,
      seconds: best.seconds,
    },
    foldIn: { newUsers: foldIn.newUsers, seconds: foldIn.seconds },
    retrain: { newUsers: retrained.newUsers, seconds: retrained.seconds },
    newUser: {
      id: oneUser.id,
      rated: oneUser.rated.map(({ item }) => nameOfItem(items[item])),
      recommended: oneUser.recommended.map((item) => nameOfItem(items[item])),
    },
    beyondAccuracy,
  };
}
