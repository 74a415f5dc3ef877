import type { KernelExports } from "./memory/Kernel.ts";

/** What sets one loss apart, beside its kernel. */
interface LossTraits {
  /** The kernel's export for an epoch. */
  kernel: keyof KernelExports & ("warp" | "warpKos" | "bpr" | "logistic");
  /** Which interactions an epoch visits. */
  visits: "likes" | "all";
  /** Where the kernel finds the positive: in the visit, or drawn from all items that the visit's user knows. */
  positives: "visited" | "drawn";
  /** What negatives are drawn from: all items alike, the items of the interactions, or nothing. */
  draws: "items" | "interactions" | "nothing";
  /** Whether sample weights count. */
  takesWeights: boolean;
}

/**
 * - "warp": weighted approximate-rank pairwise (Weston, Bengio, Usunier 2011), for the top of the list;
 * - "warp-kos": the same, but with the k-th best of the user's positives (Weston, Yee, Weiss 2013);
 * - "bpr": Bayesian personalised ranking (Rendle et al. 2009), for the AUC;
 * - "logistic": likes against dislikes, for data that holds both.
 */
export type Loss = "warp" | "warp-kos" | "bpr" | "logistic";

/** LightFM's losses. Its WARP-kos takes every stored item for a positive and refuses weights, and so does ours. */
export const LOSSES: Readonly<Record<Loss, LossTraits>> = {
  warp: { kernel: "warp", visits: "likes", positives: "visited", draws: "items", takesWeights: true },
  "warp-kos": { kernel: "warpKos", visits: "all", positives: "drawn", draws: "items", takesWeights: false },
  bpr: { kernel: "bpr", visits: "likes", positives: "visited", draws: "interactions", takesWeights: true },
  logistic: { kernel: "logistic", visits: "all", positives: "visited", draws: "nothing", takesWeights: true },
};
