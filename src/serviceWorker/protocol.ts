/** What the page may ask: "version" is answered on the port that comes with it, "takeOver" is done. */
export type Message = "version" | "takeOver";

/** The built page names its version in a <meta> of this name. */
export const VERSION_META = "matinee-version";
