import type { Hits, ReplayPoint } from "../../api.ts";

/** Predictions in the rolling mean: with fewer it would jump. */
export const WINDOW = 500;

export interface HitRates {
  replayed: number[];
  learning: number[];
  foldIn: number[];
  frozen: number[];
  popularity: number[];
}

/** The rolling share of hits before each point. */
export function hitRatesOf(points: ReplayPoint[]): HitRates {
  const rates: HitRates = { replayed: [], learning: [], foldIn: [], frozen: [], popularity: [] };
  const none: Hits = { learning: 0, frozen: 0, foldIn: 0, popularity: 0 };
  let from = -1;
  for (const point of points) {
    while (from + 1 < points.length && points[from + 1].predicted <= point.predicted - WINDOW) from++;
    const before = from < 0 ? { predicted: 0, hits: none } : points[from];
    const predictions = point.predicted - before.predicted;
    if (predictions === 0) continue;
    rates.replayed.push(point.replayed);
    for (const model of ["learning", "foldIn", "frozen", "popularity"] as const) {
      rates[model].push((point.hits[model] - before.hits[model]) / predictions);
    }
  }
  return rates;
}
