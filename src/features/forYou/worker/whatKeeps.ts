/**
 * Answers of which each has to be gone for a film to go: the first of them are left out until it does, and then each is
 * put back that need not be missing.
 *
 * @param answers what carries the film most, first
 * @param isGone whether it goes where these are left out
 * @returns null if it stays even where all of them are left out
 */
export async function whatKeeps<One>(
  answers: readonly One[],
  isGone: (left: readonly One[]) => Promise<boolean>,
): Promise<One[] | null> {
  let left: One[] = [];
  let goes = false;
  for (const one of answers) {
    left.push(one);
    goes = await isGone(left);
    if (goes) break;
  }
  if (!goes) return null;
  for (const one of [...left]) {
    const fewer = left.filter((other) => other !== one);
    if (fewer.length > 0 && (await isGone(fewer))) left = fewer;
  }
  return left;
}
