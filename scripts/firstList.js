import { chromium } from "@playwright/test";
import { preview } from "vite";
import { chromiumOptions } from "./chromium.js";
import { readFlags } from "./run.js";

/** Opens the built site five times from scratch and prints how long first recommendations take, then and on a second visit. */
const TIMES = 5;

readFlags({}, "npm run first-list   (after npm run build)");
const port = 4176;
const site = `http://localhost:${port}/`;
const server = await preview({ preview: { port, strictPort: true } });
/** @type {number[]} */
const first = [];
/** @type {number[]} */
const second = [];
try {
  for (let i = 0; i < TIMES; i++) {
    const browser = await chromium.launch(await chromiumOptions());
    const page = await browser.newPage({ serviceWorkers: "block", viewport: { width: 1280, height: 800 } });
    first.push(await secondsToList(page));
    await page.goto(`${site}#/data`);
    await page.getByRole("list", { name: "Saved data and models" }).waitFor({ timeout: 120_000 });
    await page.goto("about:blank");
    second.push(await secondsToList(page));
    await browser.close();
  }
} finally {
  await server.close();
}
tell("First recommendations", first);
tell("On a second visit", second);

/** @param {import("@playwright/test").Page} page */
async function secondsToList(page) {
  const began = performance.now();
  await page.goto(site);
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
