import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { RecommendationDatabase } from "../../src/features/serving/worker/RecommendationDatabase.ts";
import { button, expect, RETURNING, test } from "../support/page.ts";
import { bringAxe, violations } from "../support/violations.ts";

test.use(RETURNING);

const measured = (page: Page) => page.getByRole("table", { name: "Measured on this data" });

async function open(page: Page): Promise<void> {
  await page.goto("#/new-users");
  await expect(measured(page).or(button(page, "Build the database"))).toBeEnabled();
}

/** The database as it is handed to the person. */
async function downloaded(page: Page): Promise<Uint8Array<ArrayBuffer>> {
  const download = page.waitForEvent("download");
  await button(page, "Download the database").click();
  expect((await download).suggestedFilename()).toBe("recommendations.sqlite");
  return new Uint8Array(readFileSync(await (await download).path()));
}

test("everyone's list is precomputed, looked up beside the model's answer, and opens as SQLite elsewhere @main", async ({
  page,
  watch,
}) => {
  await bringAxe(page);
  await open(page);
  expect(watch.requests().filter((url) => url.includes("sqlite"))).toEqual([]);
  await button(page, "Build the database").click();
  await expect(measured(page)).toContainText(/Median look-up\d+\.\d+\sms/);
  await expect(
    page.getByText(/^Over 300 look-ups, the database is about .* its lists are still the model’s own\.$/),
  ).toBeVisible();
  expect(watch.requestsLeavingOrigin()).toEqual([]);

  await page.getByRole("textbox", { name: "User ID" }).fill("15");
  await button(page, "Look up").click();
  const titles = (name: RegExp) => page.getByRole("table", { name }).getByRole("rowheader").allTextContents();
  await expect(
    page.getByRole("table", { name: /^User 15 from the database, median \S+\sms of \d+ calls$/ }),
  ).toBeVisible();
  const seen = await titles(/^User 15 from the database, /);
  expect(seen).toHaveLength(10);
  expect(await titles(/^User 15 from the model, /)).toEqual(seen);
  expect(await violations(page)).toEqual([]);
  await page.getByRole("textbox", { name: "User ID" }).fill("nobody");
  await button(page, "Look up").click();
  await expect(page.getByRole("alert")).toHaveText(/nobody/);

  const database = await RecommendationDatabase.open(await downloaded(page));
  expect(database?.rows).toBe(671 * 20);
  expect(database?.about).toMatchObject({ data: "ml-latest-small", users: 671, perUser: 20, epochs: 30 });
  expect(database?.lookUp("15")).toHaveLength(20);
  database?.close();

  await page.setViewportSize({ width: 390, height: 844 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});

test("a database whose writing is cut short leaves the old one, and without storage it lasts as long as the tab", async ({
  page,
}) => {
  await open(page);
  await button(page, "Build the database").click();
  await expect(measured(page)).toBeVisible();
  const first = await downloaded(page);

  // The last step of a write never comes: the page goes while the new file is under way.
  const [trainer] = page.workers();
  await trainer.evaluate(() => {
    FileSystemWritableFileStream.prototype.close = () => new Promise(() => {});
  });
  await button(page, "Rebuild the database").click();
  await expect(page.getByText("Saving", { exact: true })).toBeVisible();
  await page.reload();
  await expect(measured(page)).toBeVisible();
  expect(Buffer.compare(await downloaded(page), first)).toBe(0);

  await page.workers()[0].evaluate(() => {
    Reflect.deleteProperty(FileSystemFileHandle.prototype, "createWritable");
  });
  await expect(button(page, "Rebuild the database")).toBeEnabled();
  await button(page, "Rebuild the database").click();
  await expect(page.getByRole("alert")).toHaveText(
    /You can download it; it will be gone when you close the tab\.$/,
  );
  expect(Buffer.compare(await downloaded(page), first)).not.toBe(0);
});

test("where SQLite cannot be loaded it says so, and tries again when asked", async ({ page, watch }) => {
  watch.expectError(/ERR_INTERNET_DISCONNECTED/);
  await open(page);
  await page.route(/sqlite3/, (route) => route.abort("internetdisconnected"));
  await button(page, "Build the database").click();
  await expect(page.getByRole("alert")).toHaveText(
    /Couldn’t load SQLite, which this site sends the first time you need it\. Check your connection and try again\./,
  );
  await page.unroute(/sqlite3/);
  await button(page, "Build the database").click();
  await expect(measured(page)).toContainText(/Median look-up/);
});
