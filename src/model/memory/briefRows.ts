import { BRIEF_BYTES, BRIEF_COUNT, BRIEF_MOST, BRIEF_SHARED } from "../../../assembly/layout.ts";
import type { FeatureMatrix } from "../../matrix/FeatureMatrix.ts";

/** Item features as `assembly/layout.ts` draws them in brief. */
export interface BriefRows {
  /** One a row. */
  briefs: Uint8Array<ArrayBuffer>;
  /** The feature of each row that is its own. */
  own: Uint32Array<ArrayBuffer>;
  /** The features that rows share, as the briefs number them from 1. */
  shared: Uint32Array<ArrayBuffer>;
}

/** With more of them, making all their products may cost more than it saves; 122 still take an epoch's time down by 0.4. */
const MOST_SHARED = 128;

/**
 * The rows in brief, or null where they do not fit: each must have one weight throughout, and but one
 * feature (its own, or the first where it has none of its own) that is not among the few that are shared.
 */
export function briefRows({
  rows,
  features,
  isIdentity,
  indptr,
  indices,
  data,
}: FeatureMatrix): BriefRows | null {
  if (isIdentity) return null;
  const briefs = new Uint8Array(rows * BRIEF_BYTES);
  const weights = new Float32Array(briefs.buffer);
  const own = new Uint32Array(rows);
  const uses = new Uint32Array(features);
  for (const feature of indices) uses[feature]++;
  const numbers = new Map<number, number>();
  for (let row = 0; row < rows; row++) {
    const brief = row * BRIEF_BYTES;
    const columns = indices.subarray(indptr[row], indptr[row + 1]);
    if (columns.length === 0) continue;
    const [weight, ...others] = data.subarray(indptr[row], indptr[row + 1]);
    if (columns.length - 1 > BRIEF_MOST || others.some((other) => other !== weight)) return null;
    const chosen = Math.max(
      0,
      columns.findIndex((feature) => uses[feature] === 1),
    );
    own[row] = columns[chosen];
    weights[brief / 4] = weight;
    briefs[brief + BRIEF_COUNT] = columns.length - 1;
    let place = brief + BRIEF_SHARED;
    columns.forEach((feature, i) => {
      if (i === chosen) return;
      const number = numbers.get(feature) ?? numbers.size + 1;
      numbers.set(feature, number);
      briefs[place++] = number;
    });
    if (numbers.size > MOST_SHARED) return null;
  }
  return { briefs, own, shared: Uint32Array.from(numbers.keys()) };
}
