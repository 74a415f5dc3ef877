/** What the build writes at the head of the service worker; see scripts/serviceWorkerPlugin.ts. */
export interface Build {
  /** Changes with any file, any header and the service worker's own code. */
  version: string;
  /** Every file of the site, by its address below the site's root, and the hash its bytes must have. */
  files: [path: string, integrity: string][];
  /** Large files that few visits need, in the same form: kept from when they are first asked for. */
  whenAsked: [path: string, integrity: string][];
  /** What public/_headers says of every file. */
  headers: Record<string, string>;
}

declare const BUILD: Build;

export const { version, files, whenAsked, headers } = BUILD;
