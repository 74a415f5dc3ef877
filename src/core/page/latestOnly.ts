/**
 * Asks one question at a time, however often it is called. Calls made while one is pending lead to one more
 * question after it, and an answer that is out of date by then is dropped: unless each of those calls only went on
 * from the one before, as the steps of a slider do. Then the answer is delivered on the way to the latest.
 */
export function latestOnly<T>(
  ask: () => Promise<T>,
  deliver: (answer: T, isLatest: boolean) => void,
  fail: (error: unknown) => void,
): (goesOn?: boolean) => void {
  let asking = false;
  let overtaken = false;
  let outdated = false;

  async function askUntilCurrent(): Promise<void> {
    asking = true;
    do {
      overtaken = false;
      outdated = false;
      try {
        const answer = await ask();
        if (!outdated) deliver(answer, !overtaken);
      } catch (error) {
        if (!overtaken) fail(error);
      }
    } while (overtaken);
    asking = false;
  }

  return (goesOn = false) => {
    if (asking) {
      overtaken = true;
      outdated ||= !goesOn;
    } else void askUntilCurrent();
  };
}
