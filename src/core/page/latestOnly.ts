/**
 * Asks one question at a time, however often it is called. Calls made while one is pending lead to one more
 * question after it, and an answer that is out of date by then is dropped.
 */
export function latestOnly<T>(
  ask: () => Promise<T>,
  deliver: (answer: T) => void,
  fail: (error: unknown) => void,
): () => void {
  let asking = false;
  let overtaken = false;

  async function askUntilCurrent(): Promise<void> {
    asking = true;
    do {
      overtaken = false;
      try {
        const answer = await ask();
        if (!overtaken) deliver(answer);
      } catch (error) {
        if (!overtaken) fail(error);
      }
    } while (overtaken);
    asking = false;
  }

  return () => {
    if (asking) overtaken = true;
    else void askUntilCurrent();
  };
}
