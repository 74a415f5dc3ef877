import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import Papa from "papaparse";
import { expect, goTo, test } from "../support/page.ts";

const status = (page: Page) => page.getByRole("banner").getByRole("status");
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const recommendations = (page: Page) => page.getByRole("list", { name: "Recommendations" });
const titles = (page: Page) => recommendations(page).getByRole("heading").allTextContents();

async function rateToyStory(page: Page): Promise<void> {
  await page.goto("");
  await expect(status(page)).toContainText("Learnt from");
  await page.getByRole("searchbox", { name: "Find a film" }).fill("Toy Story");
  const stars = page
    .getByRole("list", { name: "Films found" })
    .getByRole("radiogroup", { name: "Rate Toy Story", exact: true });
  await stars.getByRole("radio", { name: "4.5 stars", exact: true }).click();
  await expect(page.getByRole("list", { name: "Your ratings" })).toBeVisible();
}

async function save(page: Page, name: string): Promise<{ name: string; path: string }> {
  const [download] = await Promise.all([page.waitForEvent("download"), button(page, name).click()]);
  return { name: download.suggestedFilename(), path: await download.path() };
}

async function table(page: Page, name: string): Promise<{ name: string; path: string; rows: string[][] }> {
  const file = await save(page, name);
  const text = (await readFile(file.path, "utf8")).replace(/^\ufeff/, "");
  return { ...file, rows: Papa.parse<string[]>(text, { skipEmptyLines: true }).data };
}

test("ratings and recommendations are saved as tables", async ({ page }) => {
  await page.goto("#/data");
  await expect(button(page, "My ratings (CSV)")).toBeDisabled();
  await rateToyStory(page);
  await goTo(page, "Data");

  const ratings = await table(page, "My ratings (CSV)");
  expect(ratings.name).toMatch(/^matinee-\d{4}-\d\d-\d\d-ratings\.csv$/);
  expect(ratings.rows).toEqual([
    ["film_id", "title", "year", "stars", "rated_at"],
    ["1", "Toy Story", "1995", "4.5", expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/)],
  ]);

  // What was saved brings the rating back.
  await goTo(page, "For you");
  await page.getByRole("button", { name: "Remove Toy Story" }).click();
  await goTo(page, "Data");
  await page
    .getByLabel("Open a ratings file")
    .setInputFiles({ name: ratings.name, mimeType: "text/csv", buffer: await readFile(ratings.path) });
  await button(page, "Keep 1 rating").click();
  await expect(page.getByRole("list", { name: "Your ratings" })).toContainText("Toy Story");
  await goTo(page, "Data");
  expect((await table(page, "My ratings (CSV)")).rows).toEqual(ratings.rows);

  const plain = await table(page, "In MovieLens’ columns (CSV)");
  expect(plain.rows[0]).toEqual(["userId", "movieId", "rating", "timestamp"]);
  expect(plain.rows[1].slice(1, 3)).toEqual(["1", "4.5"]);
  const { rows } = await table(page, "My recommendations (CSV)");
  expect(rows).toHaveLength(101);
  expect(rows.map((row) => row[2])).not.toContain("Toy Story");
});

test("a model is saved, comes back by choosing its file, and is there on the next visit", async ({
  page,
}) => {
  await rateToyStory(page);
  const before = await titles(page);
  await goTo(page, "Data");
  const { name, path } = await save(page, "The model (.npz)");
  expect(name).toMatch(/^matinee-.*-model\.npz$/);

  await goTo(page, "Training");
  await page.getByRole("spinbutton", { name: "Number of components" }).fill("4");
  await page.getByRole("spinbutton", { name: "Epochs" }).fill("2");
  await button(page, "Train").click();
  await expect(page.getByText("Learnt for 2 epochs.")).toBeVisible();
  await goTo(page, "For you");
  await expect.poll(() => titles(page)).not.toEqual(before);

  await goTo(page, "Data");
  await page
    .getByLabel("Bring a model back")
    .setInputFiles({ name, mimeType: "", buffer: await readFile(path) });
  await expect(status(page)).toHaveText("With a model of yours, on 100,004 ratings");
  await expect(page.getByRole("region", { name: "Kept on this device" })).toContainText("brought along");
  await goTo(page, "For you");
  await expect.poll(() => titles(page)).toEqual(before);
  await page.reload();
  await expect(status(page)).toHaveText("With a model of yours, on 100,004 ratings");
  await expect.poll(() => titles(page)).toEqual(before);
});

test("a file that is no model says so, and the model at hand stays", async ({ page }) => {
  await rateToyStory(page);
  await goTo(page, "Data");
  await page
    .getByLabel("Bring a model back")
    .setInputFiles({ name: "poem.npz", mimeType: "", buffer: Buffer.from("Roses are red") });
  await expect(page.getByRole("alert")).toContainText("poem.npz: This model cannot be read");
  await expect(status(page)).toContainText("Learnt from");
});
