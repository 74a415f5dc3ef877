import type { Page } from "@playwright/test";
import { fault, longFault } from "../support/fault.ts";
import { headers, rest, test, underControl, visit } from "../support/hostedSite.ts";
import { button, expect, ownRatings, recommendations, status } from "../support/page.ts";

const isolated = (page: Page) => page.evaluate(() => crossOriginIsolated);
/** How often the page is opened from now on. */
function countOpenings(page: Page): () => number {
  let count = 0;
  page.on("domcontentloaded", () => count++);
  return () => count;
}

/** The page has nothing to show: its worker's script stays on the way until the page is opened anew. */
const holdTrainer = (page: Page) => page.route(/main-.*\.js$/, () => {});

test("on a host without headers the page opens once more by itself and has them", async ({ page }) => {
  await holdTrainer(page);
  const openings = countOpenings(page);
  await page.goto("", { waitUntil: "commit" });
  await page.waitForFunction(() => crossOriginIsolated);
  await rest(page);
  expect(openings()).toBe(2);

  const answer = await page.reload();
  for (const [name, value] of Object.entries(headers)) expect(await answer?.headerValue(name)).toBe(value);
  expect(await isolated(page)).toBe(true);
  expect(openings()).toBe(3);
});

test("the policy from the service worker binds the page and its worker", async ({ page, watch }) => {
  watch.expectError(/Content Security Policy|violates/);
  await page.goto("");
  await rest(page);
  const trainer = page.waitForEvent("worker");
  await page.reload();
  const refused = () =>
    new Promise<boolean>((resolve) => {
      addEventListener("securitypolicyviolation", () => resolve(true));
      fetch("http://localhost:1/").catch(() => setTimeout(resolve, 1000, false));
    });
  expect(await (await trainer).evaluate(refused)).toBe(true);
  expect(await page.evaluate(refused)).toBe(true);
});

test("a page that somebody has begun to use is left alone", async ({ page, site }) => {
  await holdTrainer(page);
  const release = site.hold("/sw.js");
  const openings = countOpenings(page);
  await page.goto("");
  await page.keyboard.press("Tab");
  release();
  await underControl(page);
  expect(await isolated(page)).toBe(false);
  expect(openings()).toBe(1);

  await page.reload();
  expect(await isolated(page)).toBe(true);
  expect(openings()).toBe(2);
});

test("a page that has recommendations already is left alone", async ({ page, site }) => {
  const release = site.hold("/sw.js");
  const openings = countOpenings(page);
  await page.goto("");
  await expect(recommendations(page).getByRole("listitem")).toHaveCount(12);
  release();
  await rest(page);
  expect(openings()).toBe(1);
});

test("where isolation never comes, a tab opens the page again only once", async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(globalThis, "crossOriginIsolated", { value: false });
  });
  await holdTrainer(page);
  const openings = countOpenings(page);
  await page.goto("", { waitUntil: "commit" });
  await expect.poll(openings).toBe(2);
  await page.evaluate(async () => (await navigator.serviceWorker.ready).unregister());
  await page.goto("about:blank");

  await page.unrouteAll();
  await page.goto("");
  await rest(page);
  expect(openings()).toBe(4);
});

test("a page that was opened past the service worker is answered by it all the same", async ({
  page,
  context,
  site,
}) => {
  await visit(page, site);
  // While this page is open the registration lives on, unseen by the next page until that one registers it anew.
  await page.evaluate(async () => (await navigator.serviceWorker.ready).unregister());
  const other = await context.newPage();
  await visit(other, site);
});

test("on a host with headers nothing is opened twice", async ({ page, site }) => {
  site.headers = headers;
  const openings = countOpenings(page);
  await page.goto("");
  await rest(page);
  expect(await isolated(page)).toBe(true);
  expect(openings()).toBe(1);
});

test(
  "offline the page opens and continues from the last visit, under a path of its host too",
  fault("offline", "opening the page"),
  async ({ page, site, watch }) => {
    watch.expectError(/ERR_CONNECTION_REFUSED/);
    site.root = "/somebody/matinee/";
    await page.goto("somebody/matinee/");
    await rest(page);
    await site.close();

    await page.reload();
    await rest(page);
    expect(await isolated(page)).toBe(true);
    await expect(status(page)).toHaveText("Ready: trained on your last visit");
    const title = (await recommendations(page).getByRole("heading").first().textContent()) ?? "";
    await recommendations(page).getByRole("radio", { name: "5 stars", exact: true }).first().click();
    await expect(ownRatings(page)).toContainText(title);

    await page.goto("somebody/matinee/index.html#/training");
    await page.getByRole("spinbutton", { name: "Epochs" }).fill("2");
    await button(page, "Train").click();
    await expect(page.getByText(/^Trained for 2 epochs in \S+\s\S+\.$/)).toBeVisible();
    await page.goto("somebody/matinee/no/such/page");
    expect(new URL(page.url()).pathname).toBe("/somebody/matinee/");
  },
);

test(
  "a service worker whose caches fail passes everything on to the host",
  longFault("caches failing", "under a service worker that has been there before"),
  async ({ page, context, site }) => {
    await visit(page, site);
    await context.serviceWorkers()[0].evaluate(() => {
      const fail = () => Promise.reject(new DOMException("Unexpected internal error.", "UnknownError"));
      Object.assign(CacheStorage.prototype, { open: fail, keys: fail, match: fail, delete: fail, has: fail });
    });
    await page.reload();
    await rest(page);
  },
);

test("SQLite is cached when first asked for, and the database of recommendations opens offline", async ({
  page,
  site,
  watch,
}) => {
  watch.expectError(/ERR_CONNECTION_REFUSED/);
  const keptFiles = () =>
    page.evaluate(async () => {
      const [name] = await caches.keys();
      return (await (await caches.open(name)).keys()).map(({ url }) => url);
    });
  const ofSqlite = expect.stringMatching(/sqlite3-.*\.wasm$/);
  await visit(page, site);
  expect(await keptFiles()).not.toContainEqual(ofSqlite);

  await page.goto("#/new-users");
  await button(page, "Build the database").click();
  const rebuild = button(page, "Rebuild the database");
  await expect(rebuild).toBeVisible();
  expect(await keptFiles()).toContainEqual(ofSqlite);
  await site.close();

  await page.reload();
  await expect(rebuild).toBeVisible();
  expect(await isolated(page)).toBe(true);
});

test(
  "a host that never answers does not keep the page waiting",
  fault("host that never answers", "reloading the page"),
  async ({ page, site }) => {
    await visit(page, site);
    site.hold("/");
    await page.reload();
    await expect(page.getByRole("navigation", { name: "Main" })).toBeVisible();
  },
);
