import type { SessionState } from "../../../core/page/session/Session.ts";
import { count } from "../../../ui/words.ts";

const NUMBERS = ["No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten"];

/** How things stand, in one sentence that says no more than is known. */
export function leadOf(session: SessionState): string {
  const { dataset, loading, training, ratings } = session;
  if (dataset === null) {
    return loading === null
      ? "There are no ratings to learn from yet. Open a ratings file, and the model starts with it."
      : `Reading ${loading.file}: ${count(loading.rows, "row")} so far.`;
  }
  if (training.running && session.recommendations === null) return learning(session);
  if (session.recommendations === null)
    return `The model has not learnt yet. Train it, and ${dataset.nouns.many} appear here.`;
  if (ratings.length === 0) {
    return `Nothing rated yet, so here are well-known ${dataset.nouns.many} of all kinds. Rate a few to make the list yours.`;
  }
  return `${NUMBERS[ratings.length] ?? count(ratings.length)} ${ratings.length === 1 ? "rating" : "ratings"} so far. ${lean(session)}`;
}

function learning({ dataset, training }: SessionState): string {
  const from = `The model learns from ${count(dataset?.interactions ?? 0)} ratings`;
  const { progress } = training;
  return progress === null ? `${from}.` : `${from}: epoch ${progress.epoch} of ${progress.lastEpoch}.`;
}

/** What the list itself shows: its two commonest genres, counted. */
function lean({ dataset, ratings, recommendations }: SessionState): string {
  const films = recommendations ?? [];
  if (ratings.every(({ stars }) => stars < 3)) {
    return "None has 3 stars or more yet, so the list knows little of what you like.";
  }
  const counts = new Map<string, number>();
  for (const { genres } of films) for (const genre of genres) counts.set(genre, (counts.get(genre) ?? 0) + 1);
  const [first, second] = [...counts].sort(([, one], [, other]) => other - one);
  if (first === undefined) return "The list follows them.";
  const others = second === undefined ? "" : ` and ${second[1]} ${second[0]}`;
  return `Of these ${films.length} ${dataset?.nouns.many ?? "films"}, ${first[1]} are marked ${first[0]}${others}.`;
}
