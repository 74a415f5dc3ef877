import { readdirSync, readFileSync } from "node:fs";
import type { BrowserContext, Page } from "@playwright/test";
import { zipSync } from "fflate";
import { drop } from "../support/dropping.ts";
import { chance, longFault } from "../support/fault.ts";
import {
  button,
  expect,
  findAndRate,
  given,
  goTo,
  openForYou,
  ownRatings,
  READY,
  RETURNING,
  starsOf,
  status,
  test,
  unsaved,
} from "../support/page.ts";

test.use(RETURNING);

const question = (page: Page) => page.getByRole("dialog", { name: "Replace the data?" });

/** 30 users and 20 books. */
const BOOKS = [
  "userId,bookId,rating",
  ...Array.from({ length: 600 }, (_, i) => `u${i % 30},b${Math.floor(i / 30)},${1 + ((i * 7) % 5)}`),
].join("\n");

/** The page as a restarted browser opens it. */
async function openAgain(browser: BrowserContext): Promise<Page> {
  const [page] = browser.pages();
  await page.goto("");
  return page;
}

/** Ends it, if it is ready and nothing is wrong. */
async function closeInOrder(browser: BrowserContext, page: Page): Promise<void> {
  await expect(status(page)).toHaveText(READY);
  await expect(page.getByRole("alert")).toBeHidden();
  await browser.close();
}

/** Ends a browser on a profile at once, with the script that may have started it. */
function killBrowserOn(profile: string): void {
  for (const id of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    let given: string[] = [];
    try {
      given = readFileSync(`/proc/${id}/cmdline`, "utf8").split("\0");
    } catch {
      // It has ended in between.
    }
    const isOnProfile = given.includes(`--user-data-dir=${profile}`);
    if (isOnProfile && !given.some((one) => one.startsWith("--type="))) process.kill(Number(id), "SIGKILL");
  }
}

test(
  "ratings that were saved survive the browser being killed moments later",
  longFault("browser killed (kill -9)", "moments after a rating"),
  async ({ page, playwright, launchOptions, baseURL, serviceWorkers }, info) => {
    test.skip(process.platform !== "linux", "looks for the browser's process as Linux lists it");
    const random = chance(info);
    const profile = `${info.outputDir}/profile`;
    await openForYou(page);
    const saved: [string, number][] = [];
    for (const title of ["Toy Story", "Heat", "Alien"]) {
      const stars = 2 + random.below(4);
      await findAndRate(page, title, stars);
      await expect(unsaved(page)).toHaveCount(0);
      saved.push([title, stars]);
    }
    const last = page.waitForEvent("close");
    // Not waited for: whether this one is kept is open, and it must not harm the others.
    void findAndRate(page, "Fargo", 3).catch(() => {});
    await page.waitForTimeout(random.below(300));
    killBrowserOn(profile);
    await last;

    const options = { ...launchOptions, baseURL: baseURL ?? "", serviceWorkers };
    const again = await playwright.chromium.launchPersistentContext(profile, options);
    const next = await openAgain(again);
    for (const [title, stars] of saved) await expect(given(next, title, stars)).toBeChecked();
    await closeInOrder(again, next);
  },
);

test(
  "a file of ratings whose adding a killed browser interrupts is kept whole or not at all, and what was saved before stays",
  longFault("browser killed (kill -9)", "while a file of ratings is added"),
  async ({ page, playwright, launchOptions, baseURL, serviceWorkers }, info) => {
    test.skip(process.platform !== "linux", "looks for the browser's process as Linux lists it");
    const random = chance(info);
    const profile = `${info.outputDir}/profile`;
    await openForYou(page);
    await findAndRate(page, "Toy Story", 4);
    await expect(unsaved(page)).toHaveCount(0);
    const movies = await (await page.request.get("data/ml-latest-small/movies.csv")).text();
    const rows = movies
      .trim()
      .split(/\r?\n/)
      .slice(2, 2002)
      .map((line) => line.replace(/^(\d+),(.*),[^,]*$/, "$1,,,4,3.5,$2"));
    const file = ["movie_id,imdb_id,tmdb_id,rating,average_rating,title", ...rows].join("\n");
    await drop(page, { "movielens-ratings.csv": file });
    const add = button(page.getByRole("dialog", { name: /^Your ratings from/ }), "Add 2,000 ratings");
    await expect(add).toBeVisible();
    const last = page.waitForEvent("close");
    await add.click();
    await page.waitForTimeout(random.below(300));
    killBrowserOn(profile);
    await last;

    const options = { ...launchOptions, baseURL: baseURL ?? "", serviceWorkers };
    const again = await playwright.chromium.launchPersistentContext(profile, options);
    const next = await openAgain(again);
    const first = ownRatings(next).getByRole("listitem").first();
    await expect(first).toHaveAttribute("aria-setsize", /^(1|2001)$/);
    await ownRatings(next).evaluate((list) => list.parentElement?.scrollTo(0, list.scrollHeight));
    await expect(given(next, "Toy Story", 4)).toBeChecked();
    await closeInOrder(again, next);
  },
);

test(
  "five tabs that rate one film at once end with the same stars",
  longFault("many tabs", "five rate the same film at once"),
  async ({ page, context }, info) => {
    const random = chance(info);
    await openForYou(page);
    await findAndRate(page, "Toy Story", 3);
    const tabs = [page];
    while (tabs.length < 5) {
      const tab = await context.newPage();
      await openForYou(tab);
      await expect(given(tab, "Toy Story", 3)).toBeChecked();
      tabs.push(tab);
    }
    const checked = (tab: Page) =>
      starsOf(ownRatings(tab), "Toy Story").locator("input:checked").getAttribute("value");
    for (let round = 0; round < 5; round++) {
      // Others than there are: a click on the same stars would take the rating back.
      const before = Number(await checked(page));
      const stars = Int32Array.from({ length: 10 }, (_, i) => i + 1).filter((half) => half !== before * 2);
      random.shuffle(stars);
      await Promise.all(tabs.map((tab, i) => given(tab, "Toy Story", stars[i] / 2).dispatchEvent("click")));
      for (const tab of tabs) await expect(unsaved(tab)).toHaveCount(0);
      await expect(async () => expect(new Set(await Promise.all(tabs.map(checked))).size).toBe(1)).toPass();
    }
    const end = await checked(page);
    await page.reload();
    await expect(starsOf(ownRatings(page), "Toy Story")).toBeVisible();
    expect(await checked(page)).toBe(end);
  },
);

test(
  "a reload while data is being replaced leaves either data set whole, and the ratings of both",
  longFault("reload", "in the middle of replacing the data"),
  async ({ page }, info) => {
    const random = chance(info);
    await openForYou(page);
    await findAndRate(page, "Toy Story", 4);
    await expect(unsaved(page)).toHaveCount(0);
    await goTo(page, "Data");
    await drop(page, { "books.csv": BOOKS });
    await button(question(page), "Replace the data").click();
    await page.waitForTimeout(random.below(1500));
    await page.reload();
    await expect(status(page)).toHaveText(READY);
    await expect(page.getByRole("alert")).toBeHidden();
    const works = page.getByRole("list", { name: "Saved data and models" });
    await expect(works.getByText("In use")).toHaveCount(1);
    const back = works.getByRole("button", { name: "Open MovieLens" });
    if (await back.isVisible()) await back.click();
    await expect(works.getByRole("listitem").filter({ hasText: "MovieLens" })).toContainText("In use");
    await goTo(page, "For you");
    await expect(given(page, "Toy Story", 4)).toBeChecked();
  },
);

const DAY = 86_400_000;
for (const [kind, jump] of Object.entries({
  "clock set back a day": -DAY,
  "clock a year ahead, then right again": 365 * DAY,
})) {
  test(
    `the latest rating stands first: ${kind}`,
    longFault(kind, "between two ratings"),
    async ({ page }) => {
      const setClock = (by: number) =>
        page.evaluate((milliseconds) => {
          const { now } = Date;
          Date.now = () => now() + milliseconds;
        }, by);
      await openForYou(page);
      await findAndRate(page, "Toy Story", 4);
      await setClock(jump);
      await findAndRate(page, "Heat", 3);
      await setClock(-jump);
      await findAndRate(page, "Alien", 5);
      await expect(unsaved(page)).toHaveCount(0);
      const names = () =>
        ownRatings(page)
          .getByRole("radiogroup")
          .evaluateAll((groups) => groups.map((group) => group.getAttribute("aria-label")));
      const latestFirst = ["Rate Alien", "Rate Heat", "Rate Toy Story"];
      await expect.poll(names).toEqual(latestFirst);
      await page.reload();
      await expect.poll(names).toEqual(latestFirst);
    },
  );
}

test(
  "a zip with a wrong bit is refused, or holds what it held",
  longFault("zip damaged by a bit", "opened on the Data page"),
  async ({ page }, info) => {
    const random = chance(info);
    const whole = zipSync({ "ml/ratings.csv": Buffer.from(BOOKS), "ml/notes.txt": Buffer.from("ours") });
    await page.goto("#/data");
    await expect(status(page)).toHaveText(READY);
    for (let round = 0; round < 5; round++) {
      const changed = whole.slice();
      // In the last few hundred bytes is the list of contents, of which most bits matter.
      const bit = (random.below(2) === 0 ? changed.length * 8 - 2400 : 0) + random.below(2400);
      changed[bit >> 3] ^= 1 << (bit & 7);
      await page
        .getByLabel("Open a ratings file")
        .setInputFiles({ name: "books.zip", mimeType: "", buffer: Buffer.from(changed) });
      const answer = question(page).or(page.getByRole("alert"));
      await expect(answer).toBeVisible();
      if (await question(page).isVisible()) {
        await expect(question(page)).toContainText("600 ratings");
        await button(question(page), "Cancel").click();
      } else {
        await expect(page.getByRole("alert")).toContainText("books.zip can’t be unpacked");
        await button(page, "Dismiss").click();
      }
      await expect(answer).toBeHidden();
    }
  },
);

test(
  "a table of users without anything rated is refused in a sentence",
  longFault("table with users and no items", "opened on the Data page"),
  async ({ page }) => {
    await page.goto("#/data");
    await expect(status(page)).toHaveText(READY);
    await drop(page, { "scores.csv": "member,score\nann,5\nben,3\nann,2\n" });
    await expect(page.getByRole("alert")).toContainText(
      "scores.csv can't be read as ratings: no column says what was rated",
    );
    await expect(page.getByRole("region", { name: "Current data" })).toContainText("100,004");
  },
);
