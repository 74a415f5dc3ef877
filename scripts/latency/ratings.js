import { readFileSync } from "node:fs";
import { root } from "../run.js";
import { threadTimeOf } from "./threadTime.js";

/** @typedef {import("@playwright/test").Page} Page */

const TIMES = 30;
const FILMS = ["Toy Story", "Fargo", "Heat"];
/** Ratings of somebody who comes with a file of their own. */
const MANY = 300;
/** Milliseconds after which a rating has nothing left to do. */
const SETTLED = 600;
/** Milliseconds after which a rating has left the first films as they were: one of many may. */
const UNCHANGED = 3000;

/**
 * Opens the page and rates a few films there.
 *
 * @param {Page} page
 * @returns {Promise<string>} whose list it is now, in words
 */
export async function rateFew(page) {
  await page.goto("");
  await page
    .getByRole("banner")
    .getByRole("status")
    .filter({ hasText: /^Learnt/ })
    .waitFor({ timeout: 240_000 });
  const own = page.getByRole("list", { name: "Your ratings" });
  for (const title of FILMS) {
    await page.getByLabel("Find a film").fill(title);
    const rating = page.getByRole("radiogroup", { name: `Rate ${title}`, exact: true });
    const found = page.getByRole("list", { name: "Films found" });
    await found.locator(rating).getByRole("radio", { name: "5 stars", exact: true }).click();
    await own.locator(rating).waitFor();
  }
  return `With ${FILMS.length} ratings`;
}

/**
 * Adds a file of ratings to those few.
 *
 * @param {Page} page
 * @returns {Promise<string>} whose list it is now, in words
 */
export async function addMany(page) {
  const own = page.getByRole("list", { name: "Your ratings" });
  const movies = readFileSync(`${root}public/data/ml-latest-small/movies.csv`, "utf8");
  const rows = movies.split(/\r?\n/, MANY + 1).slice(1);
  const file = rows.map((row, i) => `${row.slice(0, row.lastIndexOf(","))},${(i % 5) + 1}`);
  await page
    .getByLabel("Open a ratings file")
    .first()
    .setInputFiles({
      name: "mine.csv",
      mimeType: "text/csv",
      buffer: Buffer.from(["movieId,title,rating", ...file].join("\n")),
    });
  await page.getByRole("button", { name: /^Add \d+ ratings$/ }).click();
  await own.locator(`[aria-setsize]:not([aria-setsize="${FILMS.length}"])`).first().waitFor();
  return `With some ${MANY} ratings, a third of them dislikes`;
}

/**
 * Changes ratings in the list beside the wall, where the pointer keeps nothing still, and prints how long it takes until
 * the changed list is painted, and what of it is the page's own thread.
 *
 * @param {Page} page
 * @param {string} whose list it is, in words
 */
export async function measureRatings(page, whose) {
  const busy = await threadTimeOf(page);
  /** @param {() => Promise<number | null>} act @returns what it says, and milliseconds of the page's thread until all is done */
  const during = async (act) => {
    const before = await busy();
    const said = await act();
    await page.waitForTimeout(SETTLED);
    return { said, thread: (await busy()) - before };
  };
  await page.waitForTimeout(2 * SETTLED);
  await page.evaluate(watchLongTasks);
  const idle = await during(async () => 0);
  /** @type {number[]} */
  const waits = [];
  /** @type {number[]} */
  const threads = [];
  for (let i = 0; i < TIMES; i++) {
    const { said, thread } = await during(() => page.evaluate(rateAndWait, { turn: i, most: UNCHANGED }));
    if (said === null) continue;
    waits.push(said);
    threads.push(Math.max(0, thread - idle.thread));
  }
  tell(`${whose}, from a rating to the changed list`, waits);
  tell(`${whose}, the page’s own thread for a rating`, threads);
  const long = await page.evaluate(() => /** @type {any} */ (window).longTasks);
  console.log(
    long.length === 0
      ? "No task of 50 ms or more"
      : `${long.length} tasks of 50 ms or more, the longest ${Math.round(Math.max(...long))} ms`,
  );
}

/** In the page. */
function watchLongTasks() {
  const found = /** @type {number[]} */ ([]);
  /** @type {any} */ (window).longTasks = found;
  new PerformanceObserver((list) => found.push(...list.getEntries().map(({ duration }) => duration))).observe(
    {
      type: "longtask",
    },
  );
}

/**
 * In the page: gives one of the rated films other stars.
 *
 * @param {{ turn: number; most: number }} how
 * @returns {Promise<number | null>} milliseconds until the list that follows from it is painted; null if it is the same
 */
function rateAndWait({ turn, most }) {
  const wall = document.querySelector('ul[aria-label="Recommendations"]');
  const groups = document.querySelectorAll('ul[aria-label="Your ratings"] [role=radiogroup]');
  const group = groups[turn % groups.length];
  const radio = [...group.querySelectorAll("input")].find(
    ({ checked, ariaLabel }) => !checked && (ariaLabel === "5 stars" || ariaLabel === "1 star"),
  );
  const order = () => [...(wall?.children ?? [])].map((card) => card.getAttribute("data-film")).join();
  const before = order();
  const began = performance.now();
  return new Promise((resolve, reject) => {
    const watch = new MutationObserver(() => {
      if (order() === before) return;
      watch.disconnect();
      // The frame that shows it, and the task after that.
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.now() - began);
        port2.postMessage(null);
      });
    });
    if (wall === null || radio === undefined) return reject(new Error("There is no list or nothing rated."));
    // A place keeps its card, and the card shows another film.
    watch.observe(wall, { childList: true, subtree: true, attributeFilter: ["data-film"] });
    setTimeout(() => {
      watch.disconnect();
      resolve(null);
    }, most);
    radio.click();
  });
}

/**
 * @param {string} what
 * @param {number[]} milliseconds
 */
function tell(what, milliseconds) {
  const sorted = milliseconds.toSorted((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)];
  const worst = sorted[sorted.length - 1];
  console.log(`${what}: median ${Math.round(median)} ms, worst of ${sorted.length} ${Math.round(worst)} ms`);
}
