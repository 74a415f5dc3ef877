import { cpSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { readHostHeaders } from "../../scripts/hostHeaders.ts";
import { writeServiceWorker } from "../../scripts/serviceWorkerPlugin.ts";
import { fault, longFault } from "../support/fault.ts";
import { test as base, button, expect, ownRatings, recommendations, status } from "../support/page.ts";
import { StaticSite } from "../support/StaticSite.ts";

const BUILT = "dist/site";
const README = "data/ml-latest-small/README.txt";
const headers = readHostHeaders();

const test = base.extend<{ site: StaticSite; deployNewVersion: () => Promise<string> }>({
  serviceWorkers: "allow",
  visitor: "returning",
  hostPort: ({ site }, use) => use(site.port),
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads which fixtures are needed from the pattern
  site: async ({}, use) => {
    const site = await StaticSite.serve(BUILT);
    await use(site);
    await site.close();
  },
  /** The next version's scripts have other names, and a file that keeps its name is another. */
  deployNewVersion: async ({ site }, use) => {
    const folder = join(tmpdir(), `matinee-next-version-${process.pid}`);
    const rename = (file: string, names: string[]) => {
      const text = readFileSync(join(folder, file), "utf8");
      const renamed = names.reduce((all, name) => all.replaceAll(`${name}.js`, `${name}-next.js`), text);
      writeFileSync(join(folder, file), renamed);
    };
    await use(async () => {
      cpSync(BUILT, folder, { recursive: true });
      const scripts = readdirSync(join(folder, "assets")).filter((name) => name.endsWith(".js"));
      const names = scripts.map((name) => name.slice(0, -3));
      for (const file of ["index.html", ...scripts.map((name) => `assets/${name}`)]) rename(file, names);
      for (const name of names) {
        renameSync(join(folder, `assets/${name}.js`), join(folder, `assets/${name}-next.js`));
      }
      writeFileSync(join(folder, README), "Next");
      await writeServiceWorker(folder, headers);
      site.folder = folder;
      return folder;
    });
    rmSync(folder, { recursive: true, force: true });
  },
});

const newVersion = (page: Page) => page.getByRole("status").filter({ hasText: "A new version is ready." });
const isolated = (page: Page) => page.evaluate(() => crossOriginIsolated);
const version = (page: Page) => page.locator('meta[name="matinee-version"]').getAttribute("content");
const cacheNames = (page: Page) => page.evaluate(() => caches.keys());

/** Until the site's service worker answers for this page. */
const underControl = (page: Page) =>
  page.waitForFunction(() => navigator.serviceWorker.controller?.state === "activated");

/** How often the page is opened from now on. */
function countOpenings(page: Page): () => number {
  let count = 0;
  page.on("domcontentloaded", () => count++);
  return () => count;
}

async function rest(page: Page): Promise<void> {
  await expect(recommendations(page).getByRole("listitem")).toHaveCount(12);
  await underControl(page);
}

/** A first visit, on a host with headers, so that the page is not opened once more meanwhile. */
async function visit(page: Page, site: StaticSite): Promise<void> {
  site.headers = headers;
  await page.goto("");
  await underControl(page);
}

const workerOf = async (page: Page) => page.workers()[0] ?? page.waitForEvent("worker");

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

test("an open page says that a new version is ready and changes to it when asked", async ({
  page,
  context,
  site,
  deployNewVersion,
}) => {
  await visit(page, site);
  const other = await context.newPage();
  await visit(other, site);
  const before = await version(page);
  await deployNewVersion();
  await page.evaluate(async () => void (await navigator.serviceWorker.ready).update());

  await expect(newVersion(page)).toBeVisible();
  expect(await version(page)).toBe(before);
  await button(page, "Reload").click();
  await expect.poll(() => version(page)).not.toBe(before);
  await underControl(page);
  await expect(newVersion(page)).toBeHidden();

  // The other tab stays as it is: what it still needs of its own version is kept for it.
  await expect(newVersion(other)).toBeVisible();
  const textOf = async (path: string) => (await fetch(path)).text();
  const script = (await other.locator("script").getAttribute("src")) ?? "";
  expect(await other.evaluate(textOf, script)).toBe(readFileSync(join(BUILT, script), "utf8"));
  expect(await (await workerOf(other)).evaluate(textOf, `/${README}`)).toContain("MovieLens");
  expect(await (await workerOf(page)).evaluate(textOf, `/${README}`)).toBe("Next");
  await button(other, "Reload").click();
  await expect.poll(() => version(other)).not.toBe(before);
});

test("a new version that another tab keeps from taking over is there when asked for", async ({
  page,
  context,
  site,
  watch,
  deployNewVersion,
}) => {
  watch.expectError(/404/);
  await visit(page, site);
  const before = await version(page);
  const other = await context.newPage();
  await visit(other, site);
  const release = site.hold("/slow");
  await other.evaluate(() => void fetch("/slow"));
  await deployNewVersion();
  await page.evaluate(async () => void (await navigator.serviceWorker.ready).update());
  await button(page, "Reload").click();
  await expect.poll(() => version(page)).not.toBe(before);
  release();
  await expect(newVersion(page)).toBeHidden();
});

test("a plain reload brings the new version without a word, and the old one is deleted", async ({
  page,
  site,
  deployNewVersion,
}) => {
  await visit(page, site);
  const before = await version(page);
  await deployNewVersion();

  await page.reload();
  const after = await version(page);
  expect(after).not.toBe(before);
  await expect.poll(() => cacheNames(page)).toEqual([expect.stringContaining(after ?? "none")]);
  await expect(newVersion(page)).toBeHidden();
  await rest(page);
});

test(
  "a new version that does not arrive whole leaves the old one in place",
  fault("update cut short", "while it is fetched"),
  async ({ page, site, watch, deployNewVersion }) => {
    watch.expectError(/ERR_CONNECTION_REFUSED|integrity/);
    await visit(page, site);
    const before = await version(page);
    const folder = await deployNewVersion();
    writeFileSync(join(folder, README), "Not what the list says");
    const outcome = await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready;
      const incoming = new Promise<ServiceWorker | null>((resolve) => {
        registration.addEventListener("updatefound", () => resolve(registration.installing));
      });
      await registration.update();
      const worker = await incoming;
      await new Promise((resolve) => worker?.addEventListener("statechange", resolve));
      return worker?.state;
    });
    expect(outcome).toBe("redundant");
    await site.close();

    await page.reload();
    expect(await version(page)).toBe(before);
    expect(await cacheNames(page)).toHaveLength(1);
    await rest(page);
  },
);
