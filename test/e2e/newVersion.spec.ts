import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { fault } from "../support/fault.ts";
import {
  BUILT,
  cacheNames,
  README,
  rest,
  test,
  underControl,
  version,
  visit,
} from "../support/hostedSite.ts";
import { button, expect } from "../support/page.ts";

const newVersion = (page: Page) => page.getByRole("status").filter({ hasText: "A new version is ready." });
const workerOf = async (page: Page) => page.workers()[0] ?? page.waitForEvent("worker");

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
