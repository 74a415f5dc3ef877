import type { Page } from "@playwright/test";
import { expect, goTo, test } from "../support/page.ts";
import { bringAxe, violations } from "../support/violations.ts";

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const progress = (page: Page, name: string) => page.getByRole("progressbar", { name });
const epochs = (page: Page) => page.getByRole("spinbutton", { name: "Epochs" });

/** "New users" with a model of few epochs, when nothing is under way; the experiments take its settings. */
async function open(page: Page, settings: { epochs: number }): Promise<void> {
  await page.goto("#/training");
  await button(page, "Stop").click();
  await epochs(page).fill(String(settings.epochs));
  await page.getByRole("spinbutton", { name: "Number of components" }).fill("8");
  await button(page, "Train").click();
  await expect(page.getByText(`Learnt for ${settings.epochs} epochs.`)).toBeVisible();
  await goTo(page, "New users");
  await expect(button(page, "Take in new users again")).toBeEnabled({ timeout: 30_000 });
}

/** Away to another place and back. */
async function leaveAndReturn(page: Page): Promise<void> {
  await goTo(page, "Data");
  await goTo(page, "New users");
}

test("tuning shows its curves as it runs, is stopped with the best so far, and its epochs are used", async ({
  page,
}) => {
  await bringAxe(page);
  await open(page, { epochs: 2 });
  await button(page, "Tune").click();
  const best = page.getByText(/^Best together after \d+ epochs?: AUC 0\.\d{3}, precision at 10 of 0\.\d{3}/);
  await expect(best).toBeVisible();
  await leaveAndReturn(page);
  await expect(best).toBeVisible();
  await button(page, "Stop").click();
  await expect(page.getByText("Stopped; the best so far stands.")).toBeVisible();
  await expect(page.getByRole("figure", { name: "AUC over epochs" })).toContainText(
    /The highest AUC so far is 0\.\d{3}/,
  );
  expect(await violations(page)).toEqual([]);

  const chosen = /after (\d+) epoch/.exec((await best.textContent()) ?? "")?.[1] ?? "";
  await button(page, "Use these epochs").click();
  await goTo(page, "Training");
  await expect(epochs(page)).toHaveValue(chosen);
});

test("a search is a table that is sorted by any column, and what it found trains the model", async ({
  page,
}) => {
  await open(page, { epochs: 3 });
  await page.getByRole("combobox", { name: "For" }).selectOption("15");
  await button(page, "Search").click();
  const table = page.getByRole("region", { name: "Settings tried" });
  await expect(table.getByRole("row").nth(3)).toBeVisible();
  await button(page, "Stop").click();
  await expect(progress(page, "Searching settings")).toBeHidden();
  const column = async (n: number) => {
    const rows = await table.getByRole("row").all();
    return Promise.all(
      rows.slice(1).map(async (row) => Number(await row.getByRole("cell").nth(n).textContent())),
    );
  };
  await button(page, "Components").click();
  await expect(table.getByRole("columnheader", { name: "Components" })).toHaveAttribute(
    "aria-sort",
    "descending",
  );
  const descending = await column(1);
  expect(descending).toEqual(descending.toSorted((a, b) => b - a));
  await button(page, "Components").click();
  expect(await column(1)).toEqual(descending.toReversed().toSorted((a, b) => a - b));

  await button(page, "Use these settings").click();
  await goTo(page, "Training");
  await expect(page.getByText(/^Regularisation and sampling are as a search found them/)).toBeVisible();
});

test("three ways of taking in new users stand side by side, with when to use which and when to train anew", async ({
  page,
}) => {
  await bringAxe(page);
  await open(page, { epochs: 2 });
  await button(page, "Compare the ways").click();
  await expect(progress(page, "Comparing the ways")).toBeVisible();
  await button(page, "Stop").click();
  await expect(page.getByText("Stopped before the end.")).toBeVisible();
  await button(page, "Compare the ways").click();
  const ways = page.getByRole("table", { name: "The three ways compared" });
  await expect(ways).toBeVisible({ timeout: 40_000 });
  const cells = await ways
    .getByRole("row", { name: /^New users, AUC/ })
    .getByRole("cell")
    .allTextContents();
  expect(cells).toHaveLength(3);
  for (const cell of cells) expect(Number(cell)).toBeGreaterThan(0.8);
  await expect(page.getByText(/serves? new users best here\. Go on/)).toBeVisible();

  const drift = page.getByRole("table", { name: "Drift since the last full training" });
  await expect(drift.getByRole("row")).toHaveCount(11);
  const threshold = page.getByRole("slider", {
    name: "Precision at 10 that others may lose before it is trained anew",
  });
  await threshold.press("End");
  await expect(threshold).toHaveAttribute("aria-valuetext", "0.030");
  expect(await violations(page)).toEqual([]);
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});

test("arrivals are replayed, paused and stopped, and what was replayed stands", async ({ page }) => {
  await open(page, { epochs: 2 });
  await page.getByRole("combobox", { name: "Speed" }).selectOption("as fast as it goes");
  await button(page, "Play").click();
  const said = page.getByText(
    /^By .* of 10,001 new ratings, the model that learns along had \d+\.\d\s% of the likes/,
  );
  await expect(said).toBeVisible();
  await button(page, "Pause").click();
  await expect(page.getByText("paused", { exact: true })).toBeVisible();
  await expect(button(page, "Go on")).toBeVisible();
  await leaveAndReturn(page);
  const before = await said.textContent();
  expect(await said.textContent()).toBe(before);
  await button(page, "Go on").click();
  await expect.poll(() => said.textContent()).not.toBe(before);
  await button(page, "Stop").click();
  await expect(page.getByText("Stopped; what was replayed stands.")).toBeVisible();
  await expect(said).toBeVisible();
  await expect(button(page, "Play again")).toBeEnabled();
});
