/** The films at the head of a list: asked for at first, and what its figures, guesses and explanations are about. */
export const FIRST_FILMS = 24;

/** The best of a list, which may stand in another order; the rest always follows by its score. */
export const SORTED = 100;
