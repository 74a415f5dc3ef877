import { cpSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { readHostHeaders } from "../../scripts/hostHeaders.ts";
import { writeServiceWorker } from "../../scripts/serviceWorkerPlugin.ts";
import { test as base, expect, recommendations } from "./page.ts";
import { StaticSite } from "./StaticSite.ts";

export const BUILT = "dist/site";
export const README = "data/ml-latest-small/README.txt";
export const headers = readHostHeaders();

export const test = base.extend<{ site: StaticSite; deployNewVersion: () => Promise<string> }>({
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

export const version = (page: Page) => page.locator('meta[name="matinee-version"]').getAttribute("content");
export const cacheNames = (page: Page) => page.evaluate(() => caches.keys());

/** Until the site's service worker answers for this page. */
export const underControl = (page: Page) =>
  page.waitForFunction(() => navigator.serviceWorker.controller?.state === "activated");

export async function rest(page: Page): Promise<void> {
  await expect(recommendations(page).getByRole("listitem")).toHaveCount(12);
  await underControl(page);
}

/** A first visit, on a host with headers, so that the page is not opened once more meanwhile. */
export async function visit(page: Page, site: StaticSite): Promise<void> {
  site.headers = headers;
  await page.goto("");
  await underControl(page);
}
