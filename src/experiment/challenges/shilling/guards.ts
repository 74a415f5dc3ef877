import { instanceOf } from "../../../arguments.ts";
import { Interactions } from "../../../matrix/Interactions.ts";
import { toRows } from "../../../matrix/rows.ts";
import { indicesIn, transposed } from "../../../model/neighbours/likes.ts";
import { suspicion } from "./detector.ts";

/** Ways of keeping false profiles from counting. */
export type GuardName = "none" | "weights by suspicion" | "cap on each user" | "near-duplicates dropped";

/**
 * Returns the interactions that it lets through, without knowing who the attackers are. @throws ArgumentError if it
 * is not given interactions.
 */
export type Guard = (interactions: Interactions) => Interactions;

/** From this standard score on a user weighs less, down to nothing at twice as much. */
const SUSPICIOUS = 1.5;
/** Profiles that share more than this of their likes (Jaccard) are near-duplicates. */
const DUPLICATE = 0.3;
/** The number of near-duplicates from which a profile is dropped: one or two may be a family. */
const MOST_DUPLICATES = 3;

/** Every guard by its name; "none" lets everything through. */
export const GUARDS: Readonly<Record<GuardName, Guard>> = {
  none: checked((interactions) => interactions),
  "weights by suspicion": checked(bySuspicion),
  "cap on each user": checked(capped),
  "near-duplicates dropped": checked(withoutDuplicates),
};

function checked(guard: Guard): Guard {
  return (interactions) => {
    instanceOf("interactions", interactions, Interactions);
    interactions.check();
    return guard(interactions);
  };
}

/** Users weigh less the more suspicious they are. */
function bySuspicion(interactions: Interactions): Interactions {
  const weights = suspicion(interactions).map((score) =>
    Math.min(1, Math.max(0, (2 * SUSPICIOUS - score) / SUSPICIOUS)),
  );
  return weighted(interactions, (user) => weights[user]);
}

/** No user weighs more than the one in the middle: whoever rates more counts less for each rating. */
function capped(interactions: Interactions): Interactions {
  const counts = new Int32Array(interactions.users);
  for (const user of interactions.userIds) counts[user]++;
  const active = counts.filter((count) => count > 0).sort();
  const cap = active[Math.floor(active.length / 2)];
  return weighted(interactions, (user) => Math.min(1, cap / counts[user]));
}

/** Users whose likes are nearly those of several others are left out. */
function withoutDuplicates(interactions: Interactions): Interactions {
  const liked = toRows(interactions, "likes");
  const { users } = interactions;
  const likers = transposed(liked, interactions.items);
  const shared = new Int32Array(users);
  const duplicates = new Int32Array(users);
  for (let a = 0; a < users; a++) {
    const own = indicesIn(liked, a);
    shared.fill(0);
    for (const item of own) for (const other of indicesIn(likers, item)) shared[other]++;
    for (let b = 0; b < a; b++) {
      const either = own.length + indicesIn(liked, b).length - shared[b];
      if (shared[b] <= DUPLICATE * either) continue;
      duplicates[a]++;
      duplicates[b]++;
    }
  }
  const kept = Int32Array.from(interactions.userIds.keys()).filter(
    (i) => duplicates[interactions.userIds[i]] < MOST_DUPLICATES,
  );
  return interactions.pick(kept);
}

function weighted(interactions: Interactions, weightOf: (user: number) => number): Interactions {
  const { users, items, userIds, itemIds, values } = interactions;
  return new Interactions(users, items, userIds, itemIds, values, Float32Array.from(userIds, weightOf));
}
