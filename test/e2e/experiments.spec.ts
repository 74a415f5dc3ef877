import type { Page } from "@playwright/test";
import { button, expect, goTo, RETURNING, test } from "../support/page.ts";
import { bringAxe, violations } from "../support/violations.ts";

test.use(RETURNING);

const progress = (page: Page, name: string) => page.getByRole("progressbar", { name });
const epochs = (page: Page) => page.getByRole("spinbutton", { name: "Epochs" });

/** "New users" with a model of few epochs, when nothing is under way; the experiments take its settings. */
async function open(page: Page, settings: { epochs: number }): Promise<void> {
  await page.goto("#/training");
  await epochs(page).fill(String(settings.epochs));
  await page.getByRole("spinbutton", { name: "Number of components" }).fill("8");
  await button(page, "Train").click();
  await expect(page.getByText(new RegExp(`^Trained for ${settings.epochs} epochs in `))).toBeVisible();
  await goTo(page, "New users");
  await expect(page.getByRole("figure", { name: "Timeline" })).toBeVisible();
  await expect(button(page, "Tune")).toBeEnabled();
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
  const best = page.getByText(
    /^Chosen on the inner hold-out: \d+ epochs?, AUC of 0\.\d{3} \(.*\) and precision at 10 of 0\.\d{3} \(.*\)\./,
  );
  await expect(best).toBeVisible();
  await leaveAndReturn(page);
  await expect(best).toBeVisible();
  await button(page, "Stop").click();
  await expect(page.getByText("Stopped. Showing the best so far.")).toBeVisible();
  await expect(
    page.getByText(/hold-out they are chosen by; stopped before they were tested\.$/),
  ).toBeVisible();
  await expect(page.getByRole("figure", { name: "AUC over epochs" })).toContainText(
    /Highest AUC: 0\.\d{3}, after \d+ epochs?; 95% interval over users 0\.\d{3} to 0\.\d{3}, shaded\./,
  );
  expect(await violations(page)).toEqual([]);

  const chosen = /hold-out: (\d+) epoch/.exec((await best.textContent()) ?? "")?.[1] ?? "";
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
  await expect(progress(page, "Searching for settings")).toBeHidden();
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

  // Nothing was tested, and it says so.
  await expect(page.getByText(/^Of \d+ settings?, .* leads? on the inner hold-out/)).toBeVisible();
  await button(page, "Use these settings").click();
  await goTo(page, "Training");
  await expect(page.getByText(/^Using settings found by search/)).toBeVisible();
});

test("three ways to update stand side by side, with when to use which and when to retrain", async ({
  page,
}) => {
  await bringAxe(page);
  await open(page, { epochs: 2 });
  await button(page, "Compare").click();
  await expect(progress(page, "Comparing update methods")).toBeVisible();
  await button(page, "Stop").click();
  await expect(page.getByText("Stopped.", { exact: true })).toBeVisible();
  await button(page, "Compare").click();
  const ways = page.getByRole("table", { name: "The three ways to update" });
  await expect(ways).toBeVisible({ timeout: 90_000 });
  const cells = await ways
    .getByRole("row", { name: /^New users, AUC/ })
    .getByRole("cell")
    .allTextContents();
  expect(cells).toHaveLength(4);
  for (const cell of cells) {
    const [mean, low, high] = (/^(\S+) \((\S+) to (\S+)\)$/.exec(cell) ?? []).slice(1).map(Number);
    expect(low).toBeGreaterThan(0.8);
    expect(mean).toBeGreaterThan(low);
    expect(high).toBeGreaterThan(mean);
  }
  await expect(
    page.getByText(/^For new users .* (does best|are within noise of each other).*by precision at 10.*\.$/),
  ).toBeVisible();
  await expect(page.getByText(/^Update as ratings arrive/)).toBeVisible();

  const differences = page.getByRole("table", { name: "New users, differences in AUC" });
  await expect(differences.getByRole("row", { name: /^Update minus retrain / })).toContainText(
    /[+−]?0\.\d{3,4} \([+−]?0\.\d{3,4} to [+−]?0\.\d{3,4}\)/,
  );
  await expect(page.getByRole("figure", { name: "Drift of precision at 10" })).toBeVisible();
  const drift = page.getByRole("table", { name: "Drift since the last full training" });
  await expect(drift.getByRole("row")).toHaveCount(11);
  const threshold = page.getByRole("slider", {
    name: "Retrain when others lose this much precision at 10",
  });
  await threshold.press("End");
  await expect(threshold).toHaveAttribute("aria-valuetext", "0.030");
  expect(await violations(page)).toEqual([]);
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});

test("new ratings are replayed, paused and stopped, and the figures so far stay", async ({ page }) => {
  await open(page, { epochs: 2 });
  await page.getByRole("combobox", { name: "Speed" }).selectOption("maximum speed");
  await button(page, "Play").click();
  const said = page.getByText(
    /^By .* of 10,001 new ratings, the hit rate of the model that keeps learning is 0\.\d{3}.*, over likes of \d+ users?\./,
  );
  await expect(said).toBeVisible();
  await button(page, "Pause").click();
  await expect(page.getByText("paused", { exact: true })).toBeVisible();
  await expect(button(page, "Resume")).toBeVisible();
  // Ratings that were under way when it was paused still come.
  const standsStill = async () => {
    const earlier = await said.textContent();
    await page.waitForTimeout(500);
    return (await said.textContent()) === earlier;
  };
  await expect.poll(standsStill).toBe(true);
  const before = await said.textContent();
  await leaveAndReturn(page);
  await expect(button(page, "Resume")).toBeVisible();
  expect(await said.textContent()).toBe(before);
  await button(page, "Resume").click();
  await expect.poll(() => said.textContent()).not.toBe(before);
  await button(page, "Stop").click();
  await expect(page.getByText("Stopped.", { exact: true })).toBeVisible();
  const rows = page.getByRole("region", { name: /^Hit rate at 10, of the last/ }).getByRole("row");
  // The last point in figures is what the sentence says.
  const rate = /keeps learning is (0\.\d{3})/.exec((await said.textContent()) ?? "")?.[1] ?? "none";
  await expect(rows.last()).toContainText(rate);
  await expect(button(page, "Play again")).toBeEnabled();
});
