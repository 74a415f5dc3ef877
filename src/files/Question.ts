/** What only the person can tell, asked before anything is read. */
export interface Question {
  /** Under which the answer is handed back; a file that brings two questions asks them under two names. */
  id: string;
  /** One sentence, fit to be shown, which names the file. */
  sentence: string;
  choices: readonly { label: string; answer: string }[];
}

/** Answers by the ids of their questions. */
export type Answers = Readonly<Record<string, string>>;
