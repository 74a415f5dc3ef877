import type { Asker, Explanation, Recommendation, RecommendOptions } from "../trained/Recommender.ts";

/** What a thread is asked; the names are those of the recommender's methods. */
export type Question =
  | { kind: "recommend"; asker: Asker; options: RecommendOptions }
  | { kind: "similar"; item: string; n: number }
  | { kind: "explain"; asker: Pick<Asker, "user" | "ratings">; item: string };

export type AnswerTo<Q extends Question> = Q extends { kind: "explain" } ? Explanation : Recommendation[];

/** What a thread that has opened its model tells of it. */
export interface ModelFacts {
  users: number;
  items: number;
  likedFrom: number;
  /** The share of its ratings that came after its last training from scratch. */
  newer: number;
  /** The mean drift since then; 0 if none was measured. */
  drift: number;
  feedback: { log: string; sequence: number } | null;
}

export type FromThread =
  | { type: "ready"; facts: ModelFacts }
  | { type: "refused"; name: string; message: string }
  | { type: "answer"; id: number; answer: AnswerTo<Question> }
  | { type: "failed"; id: number; name: string; message: string };

export interface ToThread {
  id: number;
  question: Question;
}
