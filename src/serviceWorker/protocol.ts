/**
 * What the page may ask: "version" is answered on the port that comes with it; "takeOver" makes a waiting worker
 * the active one; "claim" has the active one answer for the pages that were opened without it.
 */
export type Message = "version" | "takeOver" | "claim";

/** The built page names its version in a <meta> of this name. */
export const VERSION_META = "matinee-version";
