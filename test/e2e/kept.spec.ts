import type { Page } from "@playwright/test";
import { defaultSettings } from "../../src/core/page/defaultSettings.ts";
import { expect, goTo, test } from "../support/page.ts";

const { epochs: EPOCHS } = defaultSettings(null);

const EARLIER = /Learnt from [\d,]+ ratings on an earlier visit/;

const status = (page: Page) => page.getByRole("banner").getByRole("status");
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const recommendations = (page: Page) => page.getByRole("list", { name: "Recommendations" });
const ownRatings = (page: Page) => page.getByRole("list", { name: "Your ratings" });
const kept = (page: Page) => page.getByRole("region", { name: "Kept on this device" });
const works = (page: Page) => kept(page).getByRole("list", { name: "Kept data and models" });

/** Opens Data and waits until a model of so many epochs lies on the device. */
async function openKept(page: Page, epochs = EPOCHS): Promise<void> {
  await page.goto("#/data");
  await expect(works(page)).toContainText(`a model of ${epochs} epochs`);
}

async function trainOn(page: Page, epochs: number, sum: number): Promise<void> {
  await goTo(page, "Training");
  await page.getByRole("spinbutton", { name: "Epochs" }).fill(String(epochs));
  await button(page, "Train on").click();
  await expect(page.getByText(`Learnt for ${sum} epochs.`)).toBeVisible();
}

/** 30 users and 20 books, of no films at all. */
function books(): string {
  const lines = ["userId,movieId,rating"];
  for (let user = 0; user < 30; user++) {
    for (let book = 0; book < 20; book++) {
      if ((user * 7 + book * 3) % 5 !== 0) lines.push(`u${user},b${book},${(user + book) % 2 === 0 ? 5 : 1}`);
    }
  }
  return lines.join("\n");
}

async function openBooks(page: Page): Promise<void> {
  await page
    .getByLabel("Open a ratings file")
    .setInputFiles({ name: "books.csv", mimeType: "text/csv", buffer: Buffer.from(books()) });
  await button(page, "Replace the data").click();
}

/** Puts something else in the place of every record of a store. */
async function damage(page: Page, store: string, record: object): Promise<void> {
  await page.evaluate(
    ({ store, record }) =>
      new Promise<void>((resolve) => {
        const request = indexedDB.open("matinee");
        request.onsuccess = () => {
          const transaction = request.result.transaction(store, "readwrite");
          const records = transaction.objectStore(store);
          const keys = records.getAllKeys();
          keys.onsuccess = () => {
            for (const key of keys.result) records.put(record, key);
          };
          transaction.oncomplete = () => {
            request.result.close();
            resolve();
          };
        };
      }),
    { store, record },
  );
}

/** Opens a page of the same site without Matinee in it. */
async function openBeside(page: Page): Promise<void> {
  const body = '<link rel="icon" href="data:," />';
  await page.route("**/beside", (route) => route.fulfill({ contentType: "text/html", body }));
  await page.goto("beside");
}

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

test("a reload brings model, curves and list back without training, and training goes on from there", async ({
  page,
}) => {
  await openKept(page);
  await goTo(page, "For you");
  const titles = await recommendations(page).getByRole("heading").allTextContents();

  await page.reload();
  await expect(status(page)).toHaveText(EARLIER);
  await expect.poll(() => recommendations(page).getByRole("heading").allTextContents()).toEqual(titles);
  await goTo(page, "Training");
  await expect(page.getByRole("progressbar")).toBeHidden();
  await expect(page.getByText(`Learnt for ${EPOCHS} epochs. The last run took`)).toBeVisible();
  await expect(page.getByRole("figure", { name: "AUC" })).toContainText(`After ${EPOCHS} epochs: AUC 0.9`);

  await trainOn(page, 2, EPOCHS + 2);
  await page.getByText("The figures as a table").click();
  await expect(page.getByRole("rowheader")).toHaveCount(EPOCHS + 2);
  await openKept(page, EPOCHS + 2);
});

test("data of one's own comes back with its model, and so does MovieLens", async ({ page }) => {
  await openKept(page);
  await openBooks(page);
  await expect(works(page).getByRole("listitem")).toHaveCount(2);
  await expect(works(page).getByRole("listitem").first()).toContainText(
    /books\.csv.*480 ratings and a model of/s,
  );

  await page.reload();
  await expect(status(page)).toHaveText("Learnt from 480 ratings on an earlier visit");
  await works(page).getByRole("button", { name: "Open MovieLens" }).click();
  await expect(status(page)).toHaveText("Learnt from 100,004 ratings on an earlier visit");

  await works(page)
    .getByRole("button", { name: /^Forget books/ })
    .click();
  await expect(works(page).getByRole("listitem")).toHaveCount(1);
  await page.reload();
  await expect(status(page)).toHaveText("Learnt from 100,004 ratings on an earlier visit");
});

test("a model that cannot be read is learnt anew, and data that cannot be read is told of", async ({
  page,
}) => {
  await openKept(page);
  await openBooks(page);
  await expect(works(page).getByRole("listitem").first()).toContainText(/books\.csv.*a model of/s);
  await damage(page, "models", { model: new Array(9).fill(0), twin: null, unexamined: null });
  await page.reload();
  await expect(status(page)).toHaveText(/^Learnt from 480 ratings in .* in this tab$/);

  await damage(page, "catalogues", { name: "books.csv" });
  await page.reload();
  await expect(page.getByRole("alert")).toContainText(
    "What was kept of books.csv is not as this Matinee can use it",
  );
  await expect(status(page)).toHaveText(/^Learnt from 100,004 ratings/);
});

test("everything is forgotten after a word, and the page begins as on a first visit", async ({
  page,
  context,
}) => {
  await page.goto("");
  const first = recommendations(page).getByRole("listitem").first();
  await first.getByRole("radio", { name: "4 stars", exact: true }).click();
  await expect(ownRatings(page)).toBeVisible();
  await page.evaluate(async () => {
    const folder = await navigator.storage.getDirectory();
    await folder.getFileHandle("batches.db", { create: true });
  });
  await openKept(page);
  const other = await context.newPage();
  await other.goto("");
  await expect(status(other)).toHaveText(EARLIER);

  await button(page, "Forget everything").click();
  await button(page, "Keep it").click();
  await expect(works(page)).toBeVisible();
  await button(page, "Forget everything").click();
  await Promise.all([page.waitForEvent("load"), button(page, "Forget it all").click()]);
  const left = await page.evaluate(async () => {
    const names: string[] = [];
    for await (const name of (await navigator.storage.getDirectory()).keys()) names.push(name);
    return names;
  });
  expect(left).toEqual([]);
  await expect(status(page)).toHaveText(/in this tab$/);
  await goTo(page, "For you");
  await expect(page.getByRole("heading", { level: 2, name: "Your ratings" })).toBeVisible();
  await expect(ownRatings(page)).toBeHidden();
  await expect(other.getByRole("alert")).toContainText("forgotten in another tab");
});

test("a tab that is killed while it saves leaves what was there before", async ({ page, context }) => {
  await openKept(page);
  // Another connection is in the middle of a write, so that the save has begun and cannot end.
  const beside = await context.newPage();
  await openBeside(beside);
  await beside.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const request = indexedDB.open("matinee");
        request.onsuccess = () => {
          const store = request.result.transaction(["works", "models"], "readwrite").objectStore("works");
          const hold = () => {
            store.count().onsuccess = hold;
            resolve();
          };
          hold();
        };
      }),
  );
  const [worker] = page.workers();
  await worker.evaluate(() => {
    const { transaction } = IDBDatabase.prototype;
    IDBDatabase.prototype.transaction = function (...given) {
      if (given[1] === "readwrite") Object.assign(globalThis, { saving: true });
      return transaction.apply(this, given);
    };
  });
  await trainOn(page, 2, EPOCHS + 2);
  await expect.poll(() => worker.evaluate(() => "saving" in globalThis)).toBe(true);
  await page.close();
  await beside.close();

  const next = await context.newPage();
  await next.goto("#/training");
  await expect(status(next)).toHaveText(EARLIER);
  await expect(next.getByText(`Learnt for ${EPOCHS} epochs.`)).toBeVisible();
});

test("a full disk is told of once and costs nothing that was there", async ({ page }) => {
  await openKept(page);
  const [worker] = page.workers();
  // As over quota: every put succeeds, and then the transaction is aborted.
  await worker.evaluate(() => {
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function (...given) {
      const { transaction } = this;
      const value = new DOMException("Full.", "QuotaExceededError");
      Object.defineProperty(transaction, "error", { value, configurable: true });
      const request = put.apply(this, given);
      request.addEventListener("success", () => transaction.abort());
      return request;
    };
  });
  await trainOn(page, 2, EPOCHS + 2);
  const alert = page.getByRole("alert");
  await expect(alert).toContainText("There is no room left on this device");
  await button(page, "Dismiss").click();
  await trainOn(page, 2, EPOCHS + 4);
  await goTo(page, "Data");
  await expect(kept(page)).toContainText("What was kept before is still there");
  await expect(works(page)).toContainText(`a model of ${EPOCHS} epochs`);
  await expect(alert).toBeHidden();

  await goTo(page, "Training");
  await page.reload();
  await expect(page.getByText(`Learnt for ${EPOCHS} epochs.`)).toBeVisible();
});

test("a second tab leaves the first one's model alone, says so, and keeps its own when the first is closed", async ({
  page,
  context,
}) => {
  await openKept(page);
  const second = await context.newPage();
  await second.goto("");
  await expect(status(second)).toHaveText(EARLIER);
  await trainOn(second, 2, EPOCHS + 2);
  await goTo(second, "Data");
  await expect(kept(second)).toContainText("Another tab of Matinee was open first");
  await expect(works(second)).toContainText(`a model of ${EPOCHS} epochs`);

  await page.close();
  await expect(works(second)).toContainText(`a model of ${EPOCHS + 2} epochs`);
  await expect(kept(second)).toContainText("Your next visit goes on from here");
});

test("ratings of the first layout of the database are taken over", async ({ page }) => {
  const rating = { dataset: "ml-latest-small", filmId: "1", stars: 4.5, ratedAt: 1_700_000_000_000 };
  await leaveDatabase(page, 1, { ratings: [rating] });
  await page.goto("");
  const stars = ownRatings(page).getByRole("radiogroup", { name: "Rate Toy Story", exact: true });
  await expect(stars.getByRole("radio", { name: "4.5 stars", exact: true })).toBeChecked();
  await openKept(page);
});

test("a database of a newer Matinee is left alone, and the page says so and works", async ({ page }) => {
  await leaveDatabase(page, 99, {});
  await page.goto("#/data");
  await expect(page.getByRole("alert")).toContainText("A newer Matinee was used in this browser");
  await expect(kept(page)).toContainText("another version of Matinee");
  await goTo(page, "For you");
  await expect(recommendations(page).getByRole("listitem")).toHaveCount(24);
});

test("a database that cannot be read is told of, and forgetting everything makes it whole", async ({
  page,
}) => {
  await leaveDatabase(page, 2, { nonsense: [] });
  await page.goto("#/data");
  await expect(page.getByRole("alert")).toContainText("cannot be read");
  await button(page, "Forget everything").click();
  await Promise.all([page.waitForEvent("load"), button(page, "Forget it all").click()]);
  await openKept(page);
  await expect(page.getByRole("alert")).toBeHidden();
});
