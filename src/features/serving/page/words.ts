import { count } from "../../../ui/words.ts";
import type { Batch, Latency, ServingMeasure } from "../api.ts";
import type { ServingState } from "./ServingStore.ts";

/** "0.04 ms", "1.2 ms"; browsers' clocks are no finer than a few thousandths. */
export function milliseconds(value: number): string {
  if (value < 0.005) return "under 0.01\u00a0ms";
  return `${value < 1 ? value.toFixed(2) : value.toFixed(1)}\u00a0ms`;
}

/** "median 0.04 ms of 50 calls". */
export function typical({ median, calls }: Latency): string {
  return `median ${milliseconds(median)} of ${count(calls, "call")}`;
}

/** "12%", and "0.4%" if it is less than one. */
export function share(value: number): string {
  const percent = value * 100;
  return `${percent > 0 && percent < 1 ? percent.toFixed(1) : Math.round(percent)}%`;
}

/** How long ago a moment was, in milliseconds since 1970, roughly. */
export function ago(moment: number): string {
  const minutes = Math.floor((Date.now() - moment) / 60_000);
  if (minutes < 1) return "just now";
  if (minutes < 60) return `${count(minutes, "minute")} ago`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${count(hours, "hour")} ago` : `${count(Math.floor(hours / 24), "day")} ago`;
}

export function statusOf({ batch, stopped }: ServingState): string {
  if (stopped) return batch === null ? "Stopped." : "Stopped. The previous database is still in use.";
  if (batch === null) return "Downloads SQLite on first use.";
  return `Top ${batch.perUser} for each of ${count(batch.users, "user")}, in a SQLite database.`;
}

/** What the two ways are, and what was measured of them. */
export function servingClaim(batch: Batch | null, measure: ServingMeasure | null): string {
  if (batch === null)
    return "Precomputed lists are quick to look up but go stale; the model is always up to date.";
  if (measure === null) return "Timing runs when training finishes.";
  const times = measure.onDemand.median / Math.max(measure.batch.median, 0.001);
  const speed =
    times >= 2
      ? `is about ${count(Math.round(times))} times as fast as the model`
      : "is about as fast as the model";
  const newer = measure.epochs - batch.epochs;
  const since = newer > 0 ? `, which has trained ${count(newer, "epoch")} more` : "";
  const stale =
    measure.stale === 0
      ? "and its lists are still the model’s own"
      : `but ${share(measure.stale)} of its recommendations would be replaced by the current model${since}`;
  return `Over ${count(measure.batch.calls, "look-up")}, the database ${speed}, ${stale}.`;
}

/** Which way to choose, judged by what was measured. */
export function servingChoice({ onDemand }: ServingMeasure): string {
  return onDemand.percentile95 < 50
    ? "The model is fast enough to ask live; precompute when you can’t run it, e.g. on static hosting."
    : "Precompute here: rebuild after each training, and ask the model only for new users.";
}
