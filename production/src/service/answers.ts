import type { Asker, Recommendation, RecommendOptions } from "../trained/Recommender.ts";

/** What a thread is asked; the names are those of the recommender's methods. */
export type Question =
  | { kind: "recommend"; asker: Asker; options: RecommendOptions }
  | { kind: "similar"; item: string; n: number };

/** What a thread that has opened its model tells of it. */
export interface ModelFacts {
  users: number;
  items: number;
  likedFrom: number;
  feedback: { log: string; sequence: number } | null;
}

export type FromThread =
  | { type: "ready"; facts: ModelFacts }
  | { type: "refused"; name: string; message: string }
  | { type: "answer"; id: number; list: Recommendation[] }
  | { type: "failed"; id: number; name: string; message: string };

export interface ToThread {
  id: number;
  question: Question;
}
