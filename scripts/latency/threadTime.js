/**
 * Counts processor time: what else the machine does is not part of it.
 *
 * @param {import("@playwright/test").Page} page
 * @returns what tells how many milliseconds the page's own thread has worked so far
 */
export async function threadTimeOf(page) {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("Performance.enable", { timeDomain: "threadTicks" });
  return async () => {
    const { metrics } = await cdp.send("Performance.getMetrics");
    return 1000 * (metrics.find(({ name }) => name === "TaskDuration")?.value ?? 0);
  };
}
