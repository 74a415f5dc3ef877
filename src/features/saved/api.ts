/** "elsewhere": another tab opened first and saves its own model. */
export type SaveOutcome = "saved" | "elsewhere";
