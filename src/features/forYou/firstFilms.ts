/** The films at the head of a list: asked for at first, and what its figures, guesses and explanations are about. */
export const FIRST_FILMS = 24;
