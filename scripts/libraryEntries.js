/**
 * What the package can be imported as, and the module behind it, without its ending.
 *
 * @type {Readonly<Record<string, string>>}
 */
export const ENTRIES = { ".": "src/index", "./files": "src/files", "./evaluation": "src/evaluation" };
