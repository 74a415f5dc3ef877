import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import type { Page } from "@playwright/test";
import { drop } from "../support/dropping.ts";
import { button, expect, goTo, READY, RETURNING, status, test } from "../support/page.ts";
import { bringAxe, violations } from "../support/violations.ts";

test.use(RETURNING);

const progress = (page: Page) => page.getByRole("progressbar", { name: "Measuring quality" });

const step = (page: Page, name: string) =>
  page.getByRole("navigation", { name: "Steps" }).getByRole("link", { name: new RegExp(`^${name}`) });

/** The button that runs a part alone. */
const alone = (page: Page, name: string) =>
  page.getByRole("region", { name, exact: true }).getByRole("button", { name: "Run this part" });

/** 60 readers and 40 books; half of the readers like the even ones, half the odd. */
const BOOKS = Array.from({ length: 60 * 40 }, (_, i) => [i % 60, Math.floor(i / 60)])
  .filter(([reader, book]) => (reader * 7 + book * 3) % 5 !== 0)
  .map(([reader, book]) => `u${reader},b${book},${(reader + book) % 2 === 0 ? 5 : 1}`);

async function saved(page: Page, name: string): Promise<string> {
  const downloading = page.waitForEvent("download");
  await button(page, name).click();
  return readFileSync(await (await downloading).path(), "utf8");
}

/** Opens a small data set, on which each part takes a second. */
async function openBooks(page: Page): Promise<void> {
  await page.goto("#/data");
  await expect(status(page)).toHaveText(READY);
  await drop(page, { "books.csv": `user,item,rating\n${BOOKS.join("\n")}\n` });
  await button(page, "Replace the data").click();
  await expect(status(page)).toHaveText(READY);
}

test("one part of the measurement is run alone, and what it found is tabulated @main", async ({ page }) => {
  await openBooks(page);
  await goTo(page, "Quality");
  await alone(page, "Popularity bias").click();
  const shown = page.getByRole("region", { name: "Popularity bias" }).getByRole("table").first();
  await expect(shown.getByRole("cell").first()).toHaveText(/\d/);
  await expect(step(page, "Popularity bias")).toContainText("done");
  await expect(step(page, "Fraud")).not.toContainText("done");
  // A report is of a whole measurement.
  await expect(button(page, "Report (HTML)")).toBeHidden();
});

test("a measurement is stopped, and what was found before stays", async ({ page }) => {
  await page.goto("#/quality");
  await expect(status(page)).toHaveText(READY);
  await alone(page, "Popularity bias").click();
  const shown = page.getByRole("region", { name: "Popularity bias" }).getByRole("table").first();
  await expect(shown).toBeVisible();
  const found = await shown.textContent();
  await button(page, "Measure again").click();
  await expect(progress(page)).toBeVisible();
  await expect(step(page, "Fraud")).toContainText("waiting");
  await button(page, "Stop").click();
  await expect(page.getByText("Stopped.", { exact: true })).toBeVisible();
  expect(await shown.textContent()).toBe(found);
});

test("quality is measured and saved as a report that holds the same numbers and loads nothing", async ({
  page,
  watch,
}) => {
  await bringAxe(page);
  await openBooks(page);

  await page.goto("#/quality?seed=7");
  await expect(page.getByRole("spinbutton", { name: "Seed" })).toHaveValue("7");
  // What is asked stands there before anything is measured.
  await expect(page.getByRole("region", { name: "Fraud" })).toContainText("How far do fake ratings get");
  await step(page, "Fraud").click();
  await expect(page.getByRole("region", { name: "Fraud" })).toBeFocused();
  await expect(page).toHaveURL(/#\/quality\?seed=7&step=robustness$/);
  // Each part runs alone, and goes on while somebody looks at their list.
  for (const name of ["Fraud", "Feedback loop", "Popularity bias", "Beyond accuracy", "Accuracy"]) {
    await expect(button(page, "Report (HTML)")).toBeHidden();
    await alone(page, name).click();
    await goTo(page, "For you");
    await goTo(page, "Quality");
    await expect(step(page, name)).toContainText("done");
    await expect(alone(page, name)).toBeHidden();
  }
  await expect(button(page, "Report (HTML)")).toBeVisible();
  const outdated = page.getByText("Out of date: this was computed with 6 rounds.");
  await page.getByRole("spinbutton", { name: "Rounds" }).fill("9");
  await expect(page).toHaveURL(/#\/quality\?seed=7&rounds=9$/);
  await expect(outdated).toHaveCount(1);
  await expect(button(page, "Report (HTML)")).toBeHidden();
  await page.getByRole("spinbutton", { name: "Rounds" }).fill("2");
  await button(page, "Run again").click();
  await expect(page.getByText(/^Over 2 rounds of learning from clicks/)).toBeVisible();
  await expect(outdated).toHaveCount(0);
  const table = page.getByRole("region", { name: "On held-out ratings" });
  await expect(table.getByRole("rowheader")).toHaveText([
    "Model",
    "Popularity",
    "Item kNN",
    "EASE",
    "Random",
  ]);
  expect(await violations(page)).toEqual([]);

  const figures = JSON.parse(await saved(page, "Figures (JSON)"));
  expect(figures.seed).toBe(7);
  const precision = figures.challenges.accuracy.model.precisionAt10.mean as number;
  await expect(table.getByRole("row", { name: /^Model / })).toContainText(precision.toFixed(4));
  expect(await saved(page, "Figures (CSV)")).toContain(`accuracy.model.precisionAt10.mean,${precision}`);
  expect(await saved(page, "Model card (Markdown)")).toContain(precision.toFixed(4));

  // The card can be had where the model is exported, too.
  await goTo(page, "Data");
  expect(await saved(page, "Model card (Markdown)")).toContain(precision.toFixed(4));
  await goTo(page, "Quality");

  const told = await page.locator("main section > div > p").allTextContents();
  const shown = await page
    .getByRole("table")
    .evaluateAll((tables) =>
      tables.map((one) => [...one.querySelectorAll("td")].map((cell) => cell.textContent)),
    );
  const figuresShown = page.getByRole("figure");
  const pictures = await figuresShown.evaluateAll((all) => all.map((one) => one.getAttribute("aria-label")));
  expect(pictures).toContain("Beside other recommenders");
  const report = await saved(page, "Report (HTML)");
  const file = test.info().outputPath("report.html");
  writeFileSync(file, report);
  await page.context().setOffline(true);
  const before = watch.requests().length;
  await page.goto(pathToFileURL(file).href);
  // What the report says, tabulates and draws is what the page does.
  for (const sentence of told) await expect(page.getByText(sentence, { exact: true })).toBeVisible();
  const reported = await page
    .getByRole("table")
    .evaluateAll((tables) =>
      tables.map((one) => [...one.querySelectorAll("td")].map((cell) => cell.textContent)),
    );
  expect(shown.flat().length).toBeGreaterThan(100);
  expect(reported.slice(0, shown.length)).toEqual(shown);
  const drawn = await page
    .getByRole("img")
    .evaluateAll((all) => all.map((one) => one.getAttribute("aria-label")));
  expect(drawn).toEqual(pictures);
  expect(watch.requests().slice(before)).toHaveLength(1);
  await page.context().setOffline(false);

  await page.goto("#/quality");
  await page.getByRole("spinbutton", { name: "Seed" }).fill("8");
  await expect(page).toHaveURL(/#\/quality\?seed=8$/);
});
