import type { Page } from "@playwright/test";
import { LAYOUT } from "../../src/storage/database.ts";
import { fault } from "../support/fault.ts";
import {
  expect,
  goTo,
  NEW_VISITOR,
  openBeside,
  ownRatings,
  recommendations,
  starsOf,
  test,
} from "../support/page.ts";
import { deleteEverything, saved, stopAndSee } from "../support/savedPage.ts";

test.use(NEW_VISITOR);

/** Makes the database as another version of Matinee would have left it. */
async function leaveDatabase(page: Page, version: number, stores: Record<string, unknown[]>): Promise<void> {
  await openBeside(page);
  await page.evaluate(
    ({ version, stores }) =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.open("matinee", version);
        request.onupgradeneeded = () => {
          for (const [name, records] of Object.entries(stores)) {
            const store = request.result.createObjectStore(name, { keyPath: ["dataset", "filmId"] });
            for (const record of records) store.put(record);
          }
        };
        request.onerror = () => reject(request.error);
        request.onsuccess = () => {
          request.result.close();
          resolve();
        };
      }),
    { version, stores },
  );
}

test("ratings of the first layout of the database are upgraded", async ({ page }) => {
  const rating = { dataset: "ml-latest-small", filmId: "1", stars: 4.5, ratedAt: 1_700_000_000_000 };
  await leaveDatabase(page, 1, { ratings: [rating] });
  await page.goto("");
  const stars = starsOf(ownRatings(page), "Toy Story");
  await expect(stars.getByRole("radio", { name: "4.5 stars", exact: true })).toBeChecked();
  await stopAndSee(page);
});

test(
  "a database of a newer Matinee is left alone, and the page says so and works",
  fault("database of a newer version", "opening the page"),
  async ({ page }) => {
    await leaveDatabase(page, 99, {});
    await page.goto("#/data");
    await expect(page.getByRole("alert")).toContainText("This page is out of date");
    await expect(saved(page)).toContainText("This page is out of date");
    await goTo(page, "For you");
    await expect(recommendations(page).getByRole("listitem")).toHaveCount(12);
  },
);

test(
  "a database that cannot be read is reported, and deleting everything repairs it",
  fault("database that cannot be read", "opening the page"),
  async ({ page }) => {
    await leaveDatabase(page, LAYOUT, { nonsense: [] });
    await page.goto("#/data");
    await expect(page.getByRole("alert")).toContainText("saved data is damaged");
    await deleteEverything(page);
    await stopAndSee(page);
    await expect(page.getByRole("alert")).toBeHidden();
  },
);
