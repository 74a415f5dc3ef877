import type { Question } from "../../files/Question.ts";

/** What opened files turned out to be. The worker holds what it has read of them. */
export type Opened = { kind: "model" | "own" | "dataset" } | { kind: "question"; question: Question };
