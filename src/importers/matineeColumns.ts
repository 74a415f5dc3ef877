/** The columns of Matinee's own export of a person's ratings, in their order: written and read back by these names. */
export const MATINEE_COLUMNS = ["film_id", "title", "year", "stars", "rated_at"] as const;

/** Added where the person said something beside stars. */
export const ANSWER_COLUMN = "answer";

/** What a person may say of a film beside stars, as it stands in the column. */
export const ANSWERS = ["seen", "notForMe", "watchlist"] as const;

export type WrittenAnswer = (typeof ANSWERS)[number];
