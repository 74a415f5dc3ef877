import { count } from "../../ui/words.ts";
import type { SessionState } from "./session/Session.ts";

export interface Status {
  mood: "busy" | "good" | "bad";
  text: string;
}

/** What goes on, in one line that changes seldom enough to be read aloud. */
export function statusOf({ dataset, loading, training, arrivals, serving, newUsers }: SessionState): Status {
  if (loading !== null) return { mood: "busy", text: "Reading the ratings" };
  if (dataset === null) return { mood: "bad", text: "No ratings to learn from" };
  const ratings = `${count(dataset.interactions)} ratings`;
  if (training.running) return { mood: "busy", text: `Learning from ${ratings}` };
  if (arrivals.running) return { mood: "busy", text: "Taking in new users" };
  const { tuning, search, comparison, replay } = newUsers;
  if (tuning.running || search.running) return { mood: "busy", text: "Trying settings" };
  if (comparison.running) return { mood: "busy", text: "Comparing three ways to take in new users" };
  if (replay.running) return { mood: "busy", text: "Replaying the arrivals" };
  if (serving.running) return { mood: "busy", text: "Making the database of recommendations" };
  if (training.origin === "brought") return { mood: "good", text: `With a model of yours, on ${ratings}` };
  if (training.epochsDone === 0 || training.seconds === null) {
    return { mood: "bad", text: "Nothing has been learnt yet" };
  }
  if (training.stopped) {
    return { mood: "good", text: `Stopped after ${count(training.epochsDone, "epoch")} on ${ratings}` };
  }
  if (training.origin === "earlier") {
    return { mood: "good", text: `Learnt from ${ratings} on an earlier visit` };
  }
  return { mood: "good", text: `Learnt from ${ratings} in ${training.seconds.toFixed(1)} s, in this tab` };
}
