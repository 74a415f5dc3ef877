/** A result, with all that it was computed for. */
export interface Computed<Setup, Result> {
  setup: Setup;
  result: Result;
}

/** What a result depends on, and each of it in words, as in "30 epochs". */
export type Dependencies<Setup> = { readonly [Name in keyof Setup]?: (value: Setup[Name]) => string };

/** That a result was computed for something else than now, in a sentence; empty while all is the same. */
export function outdated<Setup extends object>(
  was: Setup,
  now: Setup,
  dependencies: Dependencies<Setup>,
): string {
  const changed = (Object.keys(dependencies) as (keyof Setup)[])
    .filter((name) => JSON.stringify(was[name]) !== JSON.stringify(now[name]))
    .flatMap((name) => dependencies[name]?.(was[name]) ?? []);
  if (changed.length === 0) return "";
  const last = changed.pop();
  const all = changed.length === 0 ? last : `${changed.join(", ")} and ${last}`;
  return `Out of date: this was computed with ${all}.`;
}
