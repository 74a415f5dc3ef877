import type { Page } from "@playwright/test";
import { defaultSettings } from "../../src/core/page/defaultSettings.ts";
import { fault } from "../support/fault.ts";
import { fillDisk } from "../support/fillDisk.ts";
import {
  button,
  expect,
  goTo,
  openBeside,
  ownRatings,
  READY,
  RETURNING,
  recommendations,
  status,
  test,
  titles,
} from "../support/page.ts";
import { deleteEverything, saved, works } from "../support/savedPage.ts";

test.use(RETURNING);

const { epochs: EPOCHS } = defaultSettings(null);

const EARLIER = "Ready: trained on your last visit";

const work = (page: Page, name: string) => works(page).getByRole("listitem").filter({ hasText: name });

/** Opens Data and waits until data and model are loaded, and a model of so many epochs is saved. */
async function openSaved(page: Page, epochs = EPOCHS): Promise<void> {
  await page.goto("#/data");
  await expect(status(page)).toHaveText(READY);
  await expect(works(page)).toContainText(`model (${epochs} epochs)`);
}

async function continueTraining(page: Page, epochs: number, sum: number): Promise<void> {
  await goTo(page, "Training");
  await page.getByRole("spinbutton", { name: "Epochs" }).fill(String(epochs));
  await button(page, "Continue training").click();
  await expect(page.getByText(new RegExp(`^Trained for ${sum} epochs in `))).toBeVisible();
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

/** Replaces every record of a store. */
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

test("a reload restores model, curves and list without training, and training continues from there @main", async ({
  page,
}) => {
  await openSaved(page);
  await goTo(page, "For you");
  await expect(recommendations(page).getByRole("listitem")).toHaveCount(12);
  const before = await titles(page);

  await page.reload();
  await expect(status(page)).toHaveText(EARLIER);
  await expect.poll(() => titles(page)).toEqual(before);
  await goTo(page, "Training");
  await expect(page.getByRole("progressbar")).toBeHidden();
  await expect(
    page.getByText(new RegExp(`^Trained for ${EPOCHS} epochs in .+, on an earlier visit\\.$`)),
  ).toBeVisible();
  await expect(page.getByRole("figure", { name: "AUC" })).toContainText(
    new RegExp(`AUC 0\\.9\\d\\d after ${EPOCHS} epochs`),
  );

  await continueTraining(page, 2, EPOCHS + 2);
  await page.getByText("The figures as a table").click();
  await expect(page.getByRole("rowheader")).toHaveCount(EPOCHS + 2);
  await openSaved(page, EPOCHS + 2);
});

test("data of one's own comes back with its model, and so does MovieLens", async ({ page }) => {
  await openSaved(page);
  await openBooks(page);
  await expect(works(page).getByRole("listitem")).toHaveCount(2);
  await expect(works(page).getByRole("listitem").first()).toContainText(/books\.csv.*480 ratings, model \(/s);

  await page.reload();
  await expect(status(page)).toHaveText(EARLIER);
  await expect(work(page, "books.csv")).toContainText("In use");
  await works(page).getByRole("button", { name: "Open MovieLens" }).click();
  await expect(work(page, "MovieLens")).toContainText("In use");
  await expect(status(page)).toHaveText(EARLIER);

  await works(page)
    .getByRole("button", { name: /^Delete books/ })
    .click();
  await expect(works(page).getByRole("listitem")).toHaveCount(1);
  await page.reload();
  await expect(work(page, "MovieLens")).toContainText("In use");
  await expect(status(page)).toHaveText(EARLIER);
});

test(
  "a model that cannot be read is trained again, and data that cannot be read is reported",
  fault("saved data damaged", "opening the page"),
  async ({ page }) => {
    await openSaved(page);
    await openBooks(page);
    await expect(works(page).getByRole("listitem").first()).toContainText(/books\.csv.*model \(/s);
    await damage(page, "models", { model: new Array(9).fill(0), twin: null, unexamined: null });
    await page.reload();
    await expect(status(page)).toHaveText(/^Learnt from 480 ratings in .*, in this tab$/);

    await damage(page, "catalogues", { name: "books.csv" });
    await page.reload();
    await expect(page.getByRole("alert")).toContainText("books.csv");
    await expect(status(page)).toHaveText("Learning from 100,004 ratings");
  },
);

test(
  "everything is deleted once confirmed, and the page begins as on a first visit",
  fault("many tabs", "one deletes everything"),
  async ({ page, context }) => {
    await page.goto("");
    const first = recommendations(page).getByRole("listitem").first();
    await first.getByRole("radio", { name: "4 stars", exact: true }).click();
    await expect(ownRatings(page)).toBeVisible();
    await page.evaluate(async () => {
      const folder = await navigator.storage.getDirectory();
      await folder.getFileHandle("batches.db", { create: true });
    });
    await openSaved(page);
    const other = await context.newPage();
    await other.goto("");
    await expect(status(other)).toHaveText(EARLIER);

    await button(page, "Delete everything").click();
    const question = page.getByRole("dialog", { name: "Delete everything?" });
    await button(question, "Cancel").click();
    await expect(works(page)).toBeVisible();
    await deleteEverything(page);
    const left = await page.evaluate(async () => {
      const names: string[] = [];
      for await (const name of (await navigator.storage.getDirectory()).keys()) names.push(name);
      return names;
    });
    expect(left).toEqual([]);
    await expect(status(page)).toHaveText("Learning from 100,004 ratings");
    await goTo(page, "For you");
    await expect(page.getByRole("heading", { level: 2, name: "Your ratings" })).toBeVisible();
    await expect(ownRatings(page)).toBeHidden();
    await expect(other.getByRole("alert")).toContainText("You deleted everything in another tab");
  },
);

test(
  "a tab that is killed while it saves leaves what was there before",
  fault("tab killed", "while it saves a model"),
  async ({ page, context }) => {
    await openSaved(page);
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
    await continueTraining(page, 2, EPOCHS + 2);
    await expect.poll(() => worker.evaluate(() => "saving" in globalThis)).toBe(true);
    await page.close();
    await beside.close();

    const next = await context.newPage();
    await next.goto("#/training");
    await expect(status(next)).toHaveText(EARLIER);
    await expect(next.getByText(new RegExp(`^Trained for ${EPOCHS} epochs in `))).toBeVisible();
  },
);

test(
  "a full disk is reported once and costs nothing that was there",
  fault("full disk", "while a model is saved"),
  async ({ page }) => {
    await openSaved(page);
    const [worker] = page.workers();
    await worker.evaluate(fillDisk);
    await continueTraining(page, 2, EPOCHS + 2);
    const alert = page.getByRole("alert");
    await expect(alert).toContainText("Not enough storage");
    await button(page, "Dismiss").click();
    await continueTraining(page, 2, EPOCHS + 4);
    await goTo(page, "Data");
    await expect(saved(page)).toContainText("What was saved before is still there");
    await expect(works(page)).toContainText(`model (${EPOCHS} epochs)`);
    await expect(alert).toBeHidden();

    await goTo(page, "Training");
    await page.reload();
    await expect(page.getByText(new RegExp(`^Trained for ${EPOCHS} epochs in `))).toBeVisible();
  },
);

test(
  "a second tab leaves the first one's model alone, says so, and saves its own when the first is closed",
  fault("many tabs", "two train models"),
  async ({ page, context }) => {
    await openSaved(page);
    const second = await context.newPage();
    await second.goto("");
    await expect(status(second)).toHaveText(EARLIER);
    await continueTraining(second, 2, EPOCHS + 2);
    await goTo(second, "Data");
    await expect(saved(second)).toContainText("Matinee is open in another tab");
    await expect(works(second)).toContainText(`model (${EPOCHS} epochs)`);

    await page.close();
    await expect(works(second)).toContainText(`model (${EPOCHS + 2} epochs)`);
    await expect(saved(second)).toContainText("Your next visit continues from here");
  },
);
