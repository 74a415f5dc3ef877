import { BRIEF_BYTES, BRIEF_COUNT, BRIEF_MOST, BRIEF_SHARED } from "../../assembly/layout.ts";
import type { FeatureMatrix } from "../matrix/FeatureMatrix.ts";

/** Item features as `assembly/layout.ts` draws them in brief. */
export interface BriefRows {
  /** One a row. */
  briefs: Uint8Array<ArrayBuffer>;
  /** The features that rows share, in fours, as the briefs number them from 1. */
  shared: Uint32Array<ArrayBuffer>;
}

/** With more of them, making all their products costs more than it saves. */
const MOST_SHARED = 64;

/**
 * The rows in brief, or null where they do not fit: each must begin with a feature of its own (row i with
 * feature i), have one weight throughout, and share its few other features with others.
 */
export function briefRows({ rows, isIdentity, indptr, indices, data }: FeatureMatrix): BriefRows | null {
  if (isIdentity) return null;
  const briefs = new Uint8Array(rows * BRIEF_BYTES);
  const weights = new Float32Array(briefs.buffer);
  const numbers = new Map<number, number>();
  for (let row = 0; row < rows; row++) {
    const start = indptr[row];
    const count = indptr[row + 1] - start - 1;
    const brief = row * BRIEF_BYTES;
    if (indices[start] !== row || count < 0 || count > BRIEF_MOST) return null;
    weights[brief / 4] = data[start];
    briefs[brief + BRIEF_COUNT] = count;
    for (let place = 0; place < count; place++) {
      const feature = indices[start + 1 + place];
      const number = numbers.get(feature) ?? numbers.size + 1;
      if (data[start + 1 + place] !== data[start] || number > MOST_SHARED) return null;
      numbers.set(feature, number);
      briefs[brief + BRIEF_SHARED + place] = number;
    }
  }
  const shared = new Uint32Array(Math.ceil(numbers.size / 4) * 4);
  shared.set([...numbers.keys()]);
  return { briefs, shared };
}
