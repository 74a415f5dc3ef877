import type { ServingState } from "../../../core/page/session/Session.ts";
import { count } from "../../../ui/words.ts";
import type { Batch, ServingMeasure } from "../api.ts";

/** "0.04 ms", "1.2 ms"; clocks of browsers tell no less than a few thousandths. */
export function milliseconds(value: number): string {
  if (value < 0.005) return "under 0.01\u00a0ms";
  return `${value < 1 ? value.toFixed(2) : value.toFixed(1)}\u00a0ms`;
}

/** "12 %", and "0.4 %" where it is less than one. */
export function share(value: number): string {
  const percent = value * 100;
  return `${percent > 0 && percent < 1 ? percent.toFixed(1) : Math.round(percent)}\u00a0%`;
}

/** How long ago a moment was, in milliseconds since 1970, roughly. */
export function ago(moment: number): string {
  const minutes = Math.floor((Date.now() - moment) / 60_000);
  if (minutes < 1) return "just now";
  if (minutes < 60) return `${count(minutes, "minute")} ago`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${count(hours, "hour")} ago` : `${count(Math.floor(hours / 24), "day")} ago`;
}

export function standingOf({ batch, stopped }: ServingState): string {
  if (stopped) {
    return batch === null
      ? "Stopped. Nothing was kept."
      : "Stopped. The database from before is still in use.";
  }
  if (batch === null) return "Not made yet. SQLite is loaded when you ask for it.";
  return `The best ${batch.perUser} for each of ${count(batch.users, "user")}, as a SQLite database.`;
}

/** Which way to choose, of what was measured. */
export function aboutServing(batch: Batch, measure: ServingMeasure | null): string {
  if (measure === null) return "Both ways are asked for a few hundred users as soon as the model has learnt.";
  const times = measure.onDemand.median / Math.max(measure.batch.median, 0.001);
  const speed =
    times >= 2
      ? `The database answers about ${Math.round(times)} times as fast as the model`
      : "The database answers about as fast as the model";
  const lookUps = `Over ${count(measure.lookUps, "look-up")}:`;
  const stale =
    measure.stale === 0
      ? "and its lists are the model’s own: nothing has been learnt since that would change them."
      : `but ${share(measure.stale)} of what it recommends the model would replace by now${
          measure.epochs > batch.epochs
            ? `, having learnt ${count(measure.epochs - batch.epochs, "epoch")} more`
            : ""
        }.`;
  const choice =
    measure.onDemand.percentile99 < 50
      ? "Here the model is fast enough to ask each time; a database pays where there is no model at hand, as on a plain web host."
      : "Here a database pays: make it after each learning, and ask the model only for those who are new.";
  return `${lookUps} ${lowerFirst(speed)}, ${stale} ${choice}`;
}

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
