import type { Answers } from "../../../src/files/Question.ts";
import type { Right } from "../../support/FileCases.ts";
import type { Content } from "./sample.ts";

/** Files that strangers bring, and what a reasonable person expects of them. */
export interface KindCase {
  name: string;
  files: Record<string, Content>;
  /** Opened once the first were taken over. */
  next?: Record<string, Content>;
  answers?: Answers;
  right: Right | readonly Right[];
}
