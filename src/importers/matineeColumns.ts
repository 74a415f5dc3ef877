/** The columns of Matinee's own export of a person's ratings, in their order: written and read back by these names. */
export const MATINEE_COLUMNS = ["film_id", "title", "year", "stars", "rated_at"] as const;
