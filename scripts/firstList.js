import { readFlags } from "./run.js";
import { visitBuiltSite } from "./visitBuiltSite.js";

/** Opens the built site five times from scratch and prints how long first recommendations take, then and on a second visit. */
const TIMES = 5;

readFlags({}, "npm run first-list   (after npm run build)");
/** @type {number[]} */
const first = [];
/** @type {number[]} */
const second = [];
for (let i = 0; i < TIMES; i++) {
  await visitBuiltSite(async (newPage) => {
    const page = await newPage({ serviceWorkers: "block", viewport: { width: 1280, height: 800 } });
    first.push(await secondsToList(page));
    await page.goto("#/data");
    await page.getByRole("list", { name: "Saved data and models" }).waitFor({ timeout: 120_000 });
    await page.goto("about:blank");
    second.push(await secondsToList(page));
  });
}
tell("First recommendations", first);
tell("On a second visit", second);

/** @param {import("@playwright/test").Page} page */
async function secondsToList(page) {
  const began = performance.now();
  await page.goto("");
  const list = page.getByRole("list", { name: "Recommendations" });
  await list.getByRole("heading").first().waitFor({ timeout: 120_000 });
  return (performance.now() - began) / 1000;
}

/**
 * @param {string} what
 * @param {number[]} seconds
 */
function tell(what, seconds) {
  seconds.sort((a, b) => a - b);
  const median = seconds[Math.floor(TIMES / 2)].toFixed(1);
  console.log(`${what} after ${seconds.map((s) => s.toFixed(1)).join(", ")} s, median ${median} s`);
}
