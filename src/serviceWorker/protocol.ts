/**
 * Messages from the page: "version" is answered on the port sent with it, "takeOver" activates a waiting worker,
 * and "claim" makes the active one serve pages that were opened without it.
 */
export type Message = "version" | "takeOver" | "claim";

/** The built page names its version in a <meta> of this name. */
export const VERSION_META = "matinee-version";
