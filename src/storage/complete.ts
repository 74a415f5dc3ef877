/**
 * Writes all of it or nothing, and resolves once it is written: a put can succeed and its transaction still fail. Why it
 * failed, the transaction may know better than the request that failed with it.
 */
export async function complete<Result>(
  transaction: { done: Promise<void>; abort(): void },
  write: () => Promise<Result>,
): Promise<Result> {
  const written = write().catch((error) => {
    if (error.name !== "AbortError") transaction.abort();
    throw error;
  });
  const [result, done] = await Promise.allSettled([written, transaction.done]);
  if (result.status === "fulfilled" && done.status === "fulfilled") return result.value;
  const failures = [done, result].flatMap((end) => (end.status === "rejected" ? [end.reason as Error] : []));
  throw failures.find(({ name }) => name !== "AbortError") ?? failures[0];
}
