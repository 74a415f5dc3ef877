const NUMBER = /^0*(\d+)(?:\.0+)?$/;

/**
 * What is known of ids, by the ids as the ratings have them. Two tables may write them differently, "0000502" or
 * "502.0" and "502": where hardly any is the same, whole numbers are taken for the same if they are equal.
 * @returns the map itself where ids are the same, or their numbers tell no more
 */
export function sameIds<T>(ids: readonly string[], known: ReadonlyMap<string, T>): ReadonlyMap<string, T> {
  const exact = ids.filter((id) => known.has(id)).length;
  if (exact >= ids.length / 2) return known;
  const byNumber = new Map<string, T>();
  for (const [id, one] of known) {
    const number = NUMBER.exec(id)?.[1];
    if (number === undefined) continue;
    if (byNumber.has(number)) return known;
    byNumber.set(number, one);
  }
  const same = new Map<string, T>();
  const used = new Set<string>();
  for (const id of ids) {
    const number = NUMBER.exec(id)?.[1] ?? "";
    const one = byNumber.get(number);
    if (one === undefined) continue;
    if (used.has(number)) return known;
    used.add(number);
    same.set(id, one);
  }
  return same.size > exact ? same : known;
}
