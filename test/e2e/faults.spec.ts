import type { Page } from "@playwright/test";
import { fault } from "../support/fault.ts";
import { fillDisk } from "../support/fillDisk.ts";
import {
  button,
  expect,
  findAndRate,
  given,
  goTo,
  openBeside,
  openForYou,
  ownRatings,
  RETURNING,
  recommendations,
  starsOf,
  test,
  unsaved,
} from "../support/page.ts";

test.use(RETURNING);

test(
  "ratings that a full disk refused are marked, leaving asks, and they are saved once there is room @main",
  fault("full disk", "while rating, until there is room again"),
  async ({ page }) => {
    await openForYou(page);
    await page.evaluate(fillDisk);
    await findAndRate(page, "Toy Story", 4);
    await expect(page.getByRole("alert")).toContainText("Not enough storage");
    await findAndRate(page, "Heat", 3);
    await expect(unsaved(page)).toHaveCount(2);

    const question = page.waitForEvent("dialog");
    await page.close({ runBeforeUnload: true });
    const dialog = await question;
    expect(dialog.type()).toBe("beforeunload");
    await dialog.dismiss();
    await expect(unsaved(page)).toHaveCount(2);

    await page.evaluate("makeRoom()");
    await findAndRate(page, "Alien", 5);
    await expect(unsaved(page)).toHaveCount(0);
    await expect(page.getByRole("alert")).toBeHidden();
    await page.reload();
    await expect(given(page, "Toy Story", 4)).toBeChecked();
    await expect(given(page, "Heat", 3)).toBeChecked();
    await expect(given(page, "Alien", 5)).toBeChecked();
  },
);

test(
  "ratings survive the browser deleting the database under an open page",
  fault("storage evicted", "under an open page that rates on"),
  async ({ page, context, baseURL }) => {
    await openForYou(page);
    await findAndRate(page, "Toy Story", 4);
    await expect(unsaved(page)).toHaveCount(0);
    const session = await context.newCDPSession(page);
    const { origin } = new URL(baseURL ?? "");
    await session.send("Storage.clearDataForOrigin", { origin, storageTypes: "indexeddb" });
    const alert = page.getByRole("alert");
    await expect(alert).toContainText("The browser has deleted what Matinee had saved");
    await expect(unsaved(page)).toHaveCount(1);
    await button(page, "Save my ratings again").click();
    await expect(unsaved(page)).toHaveCount(0);
    await findAndRate(page, "Heat", 3);
    await expect(unsaved(page)).toHaveCount(0);
    await expect(alert).toBeHidden();
    await page.reload();
    await expect(given(page, "Toy Story", 4)).toBeChecked();
    await expect(given(page, "Heat", 3)).toBeChecked();
  },
);

test(
  "two tabs that rate one film in the same moment end with the same stars",
  fault("many tabs", "two rate the same film at once"),
  async ({ page, context }) => {
    await openForYou(page);
    await findAndRate(page, "Toy Story", 1.5);
    const other = await context.newPage();
    await openForYou(other);
    await expect(given(other, "Toy Story", 1.5)).toBeChecked();
    const checked = (tab: Page) =>
      starsOf(ownRatings(tab), "Toy Story").locator("input:checked").getAttribute("value");
    for (const [one, another] of [
      [2, 4],
      [3.5, 2.5],
      [5, 3],
    ]) {
      await Promise.all([
        given(page, "Toy Story", one).dispatchEvent("click"),
        given(other, "Toy Story", another).dispatchEvent("click"),
      ]);
      await expect(unsaved(page)).toHaveCount(0);
      await expect(unsaved(other)).toHaveCount(0);
      await expect(async () => expect(await checked(page)).toBe(await checked(other))).toPass();
    }
    const end = await checked(page);
    await page.reload();
    await expect(starsOf(ownRatings(page), "Toy Story")).toBeVisible();
    expect(await checked(page)).toBe(end);
  },
);

test(
  "deleting everything while another page holds the database and a file says so, leaves a usable page, and can be finished",
  fault("database and file held by another page", "deleting everything"),
  async ({ page, context }) => {
    await openForYou(page);
    await findAndRate(page, "Toy Story", 4);
    await expect(unsaved(page)).toHaveCount(0);
    const beside = await context.newPage();
    await openBeside(beside);
    await beside.evaluate(async () => {
      const folder = await navigator.storage.getDirectory();
      const file = await folder.getFileHandle("batches.db", { create: true });
      const stream = await file.createWritable();
      const request = indexedDB.open("matinee");
      await new Promise((resolve) => request.addEventListener("success", resolve));
      const store = request.result.transaction("ratings", "readwrite").objectStore("ratings");
      let isHeld = true;
      const hold = () => {
        if (isHeld) store.count().onsuccess = hold;
      };
      hold();
      Object.assign(globalThis, {
        letGo: async () => {
          isHeld = false;
          request.result.close();
          await stream.abort();
        },
      });
    });

    await goTo(page, "Data");
    await button(page, "Delete everything").click();
    const question = page.getByRole("dialog", { name: "Delete everything?" });
    await button(question, "Delete everything").click();
    await expect(page.getByRole("alert")).toContainText(
      /Still here: your ratings, data and models, batches\.db/,
    );
    await expect(question).toBeHidden();
    await goTo(page, "For you");
    await expect(recommendations(page).getByRole("listitem")).toHaveCount(12);

    await beside.evaluate("letGo()");
    await expect(given(page, "Toy Story", 4)).toBeChecked();
    await goTo(page, "Data");
    await button(page, "Delete everything").click();
    await Promise.all([page.waitForEvent("load"), button(question, "Delete everything").click()]);
    await goTo(page, "For you");
    await expect(recommendations(page).getByRole("listitem")).not.toHaveCount(0);
    await expect(ownRatings(page)).toBeHidden();
  },
);
