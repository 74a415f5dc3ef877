import type { FeatureMatrix } from "../../src/matrix/FeatureMatrix.ts";
import type { Interactions } from "../../src/matrix/Interactions.ts";
import type { Hyperparameters } from "../../src/model/hyperparameters.ts";

/** One side's parameters as LightFM names them: one array a feature, the bias last. */
export interface ReferenceSide {
  features: FeatureMatrix;
  values: number[][];
  sums: number[][];
  momenta: number[][];
  alpha: number;
  scale: number;
}

export interface Reference {
  users: ReferenceSide;
  items: ReferenceSide;
}

/**
 * LightFM's epoch in the plainest words: 64-bit floats, nothing precomputed, one number at a time. The
 * kernels are held against it.
 * @returns by how little the closest of its choices was made: another rounding may make that one otherwise.
 */
export function referenceEpoch(
  model: Reference,
  interactions: Interactions,
  hyper: Hyperparameters,
  order: ArrayLike<number>,
  samplerSeed: number,
): number {
  const { users, items } = model;
  const { userIds, itemIds, values, weights, length } = interactions;
  const itemCount = items.features.rows;
  const d = hyper.noComponents;
  let state = samplerSeed >>> 0;
  let closest = Number.POSITIVE_INFINITY;
  const choose = (lead: number) => {
    if (lead !== 0) closest = Math.min(closest, Math.abs(lead));
    return lead > 0;
  };

  const draw = (range: number) => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    let x = state;
    x ^= x >>> 11;
    x ^= (x << 7) & 0x9d2c5680;
    x ^= (x << 15) & 0xefc60000;
    x ^= x >>> 18;
    return (x >>> 1) % range;
  };
  const known = Array.from({ length: interactions.users }, (_, user) => {
    const own = new Set<number>();
    for (let i = 0; i < length; i++) if (userIds[i] === user) own.add(itemIds[i]);
    return [...own].sort((a, b) => a - b);
  });
  const entries = ({ features }: ReferenceSide, row: number) => {
    const from = features.indptr[row];
    const to = features.indptr[row + 1];
    return Array.from({ length: to - from }, (_, i) => [features.indices[from + i], features.data[from + i]]);
  };
  const vector = (side: ReferenceSide, row: number) => {
    const sum = new Array<number>(d + 1).fill(0);
    for (const [feature, weight] of entries(side, row)) {
      for (let c = 0; c <= d; c++) sum[c] += side.scale * weight * side.values[feature][c];
    }
    return sum;
  };
  const score = (user: number[], item: number[]) =>
    user.reduce((sum, u, c) => sum + (c < d ? u * item[c] : u + item[c]), 0);

  /** Returns the sum of the rates it stepped with, and how many there were. */
  const step = (side: ReferenceSide, row: number, gradient: number[]): [number, number] => {
    let rates = 0;
    let count = 0;
    for (const [feature, weight] of entries(side, row)) {
      const value = side.values[feature];
      const sum = side.sums[feature];
      const momentum = side.momenta[feature];
      for (let c = 0; c <= d; c++) {
        const g = gradient[c] * weight;
        let rate: number;
        if (hyper.learningSchedule === "adadelta") {
          sum[c] = hyper.rho * sum[c] + (1 - hyper.rho) * g * g;
          rate = Math.sqrt(momentum[c] + hyper.epsilon) / Math.sqrt(sum[c] + hyper.epsilon);
          momentum[c] = hyper.rho * momentum[c] + (1 - hyper.rho) * (rate * g) ** 2;
        } else {
          rate = hyper.learningRate / Math.sqrt(sum[c]);
          sum[c] += g * g;
        }
        value[c] = (value[c] - rate * g) * (1 + side.alpha * rate);
        rates += rate;
        count++;
      }
    }
    return [rates, count];
  };
  const growScales = (steps: [number, number][]) => {
    const rates = steps.reduce((sum, [rate]) => sum + rate, 0);
    const count = steps.reduce((sum, [, n]) => sum + n, 0);
    if (count === 0) return;
    items.scale *= 1 + (items.alpha * rates) / count;
    users.scale *= 1 + (users.alpha * rates) / count;
  };
  const stepPair = (user: number, positive: number, negative: number, loss: number) => {
    const u = vector(users, user);
    const p = vector(items, positive);
    const n = vector(items, negative);
    const withBias = [...u.slice(0, d), 1];
    growScales([
      step(
        items,
        positive,
        withBias.map((x) => -loss * x),
      ),
      step(
        items,
        negative,
        withBias.map((x) => loss * x),
      ),
      step(
        users,
        user,
        u.map((_, c) => loss * (c < d ? n[c] - p[c] : 1)),
      ),
    ]);
  };
  const warp = (user: number, positive: number, sampleWeight: number) => {
    const u = vector(users, user);
    const bar = score(u, vector(items, positive)) - 1;
    for (let drawn = 1; drawn <= hyper.maxSampled; drawn++) {
      const negative = draw(itemCount);
      if (!choose(score(u, vector(items, negative)) - bar) || known[user].includes(negative)) continue;
      const rank = Math.max(1, Math.floor((itemCount - 1) / drawn));
      stepPair(user, positive, negative, Math.min(10, sampleWeight * Math.log(rank)));
      return;
    }
  };
  const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));

  for (const i of Array.from(order)) {
    const user = userIds[i];
    const item = itemIds[i];
    const weight = weights ? weights[i] : 1;
    if (hyper.loss === "logistic") {
      const u = vector(users, user);
      const v = vector(items, item);
      const loss = weight * (sigmoid(score(u, v)) - (values[i] > 0 ? 1 : 0));
      growScales([
        step(
          items,
          item,
          [...u.slice(0, d), 1].map((x) => loss * x),
        ),
        step(
          users,
          user,
          [...v.slice(0, d), 1].map((x) => loss * x),
        ),
      ]);
    } else if (hyper.loss === "warp-kos") {
      const u = vector(users, user);
      const sampled = Array.from({ length: Math.min(hyper.n, known[user].length) }, () => {
        const drawn = known[user][draw(known[user].length)];
        return { drawn, score: score(u, vector(items, drawn)) };
      });
      sampled.sort((a, b) => b.score - a.score);
      const place = Math.min(hyper.k, sampled.length) - 1;
      for (const other of sampled) choose(other.score - sampled[place].score);
      warp(user, sampled[place].drawn, 1);
    } else if (values[i] > 0) {
      if (hyper.loss === "warp") {
        warp(user, item, weight);
      } else {
        let negative = 0;
        for (let drawn = 0; drawn < length; drawn++) {
          negative = itemIds[draw(length)];
          if (!known[user].includes(negative)) break;
        }
        const u = vector(users, user);
        const lead = score(u, vector(items, item)) - score(u, vector(items, negative));
        stepPair(user, item, negative, weight * (1 - sigmoid(lead)));
      }
    }
  }
  for (const side of [users, items]) {
    for (const value of side.values)
      value.forEach((x, c) => {
        value[c] = x / side.scale;
      });
    side.scale = 1;
  }
  return closest;
}
