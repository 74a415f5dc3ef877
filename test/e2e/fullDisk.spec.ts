import { drop } from "../support/dropping.ts";
import { longFault } from "../support/fault.ts";
import { fillDisk } from "../support/fillDisk.ts";
import { button, expect, goTo, READY, RETURNING, recommendations, status, test } from "../support/page.ts";
import { everywhere } from "../support/refusing.ts";

test.use(RETURNING);

/** 30 users and 20 books. */
const BOOKS = [
  "userId,bookId,rating",
  ...Array.from({ length: 600 }, (_, i) => `u${i % 30},b${Math.floor(i / 30)},${1 + ((i * 7) % 5)}`),
].join("\n");

test(
  "data that a full disk cannot keep serve as long as the tab, and what was saved is there afterwards",
  longFault("full disk", "while the data are replaced"),
  async ({ page }) => {
    await everywhere(page, fillDisk);
    await page.goto("#/data");
    await expect(status(page)).toHaveText(READY);
    await drop(page, { "books.csv": BOOKS });
    const question = page.getByRole("dialog", { name: "Replace the data?" });
    await button(question, "Replace the data").click();
    await expect(page.getByRole("alert")).toContainText("Not enough storage");
    await expect(status(page)).toHaveText(/^Learnt from 600 ratings/);
    await goTo(page, "For you");
    await expect(recommendations(page).getByRole("listitem")).not.toHaveCount(0);

    await page.goto("#/data");
    await page.reload();
    await expect(status(page)).toHaveText("Ready: trained on your last visit");
    const saved = page.getByRole("list", { name: "Saved data and models" }).getByRole("listitem");
    await expect(saved).toHaveCount(1);
    await expect(saved).toContainText(/MovieLens.*model \(\d+ epochs\).*In use/s);
  },
);

test(
  "a database for which there is no room serves as long as the tab",
  longFault("full disk", "while the database is built"),
  async ({ page }) => {
    await everywhere(page, () => {
      const fail = () => {
        throw new DOMException("Full.", "QuotaExceededError");
      };
      Object.assign(FileSystemWritableFileStream.prototype, { write: async () => fail() });
      // Only workers have these.
      const { FileSystemSyncAccessHandle: Handle } = globalThis as {
        FileSystemSyncAccessHandle?: { prototype: object };
      };
      if (Handle) Object.assign(Handle.prototype, { write: fail });
    });
    await page.goto("#/new-users");
    await button(page, "Build the database").click();
    await expect(page.getByRole("alert")).toContainText("There is not enough storage to save it.");
    await expect(page.getByRole("table", { name: "Measured on this data" })).toBeVisible();
  },
);
