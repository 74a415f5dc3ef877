import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import Papa from "papaparse";
import {
  button,
  expect,
  findAndRate,
  goTo,
  openForYou,
  ownRatings,
  READY,
  RETURNING,
  recommendations,
  status,
  test,
  titles,
} from "../support/page.ts";

test.use(RETURNING);

/** Rates a film, and waits until the list has followed. */
async function rateToyStory(page: Page): Promise<void> {
  await openForYou(page);
  await findAndRate(page, "Toy Story", 4.5);
  await expect(recommendations(page).getByText("Because you liked Toy Story").first()).toBeVisible();
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

test("ratings and recommendations are exported as tables", async ({ page }) => {
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

  // The exported file brings the rating back.
  await goTo(page, "For you");
  await page.getByRole("button", { name: "Remove Toy Story" }).click();
  await goTo(page, "Data");
  await page
    .getByLabel("Open a ratings file")
    .setInputFiles({ name: ratings.name, mimeType: "text/csv", buffer: await readFile(ratings.path) });
  await button(page, "Add 1 rating").click();
  await expect(ownRatings(page)).toContainText("Toy Story");
  await goTo(page, "Data");
  expect((await table(page, "My ratings (CSV)")).rows).toEqual(ratings.rows);

  const plain = await table(page, "MovieLens format (CSV)");
  expect(plain.rows[0]).toEqual(["userId", "movieId", "rating", "timestamp"]);
  expect(plain.rows[1].slice(1, 3)).toEqual(["1", "4.5"]);
  const { rows } = await table(page, "My recommendations (CSV)");
  expect(rows).toHaveLength(101);
  expect(rows.map((row) => row[2])).not.toContain("Toy Story");
});

test("a model is exported, imported again, and still there on the next visit", async ({ page }) => {
  await rateToyStory(page);
  const before = await titles(page);
  await goTo(page, "Data");
  const { name, path } = await save(page, "Model (.npz)");
  expect(name).toMatch(/^matinee-.*-model\.npz$/);

  await goTo(page, "Training");
  await page.getByRole("spinbutton", { name: "Number of components" }).fill("4");
  await page.getByRole("spinbutton", { name: "Epochs" }).fill("2");
  await button(page, "Train").click();
  await expect(page.getByText(/^Trained for 2 epochs in /)).toBeVisible();
  await goTo(page, "For you");
  await expect.poll(() => titles(page)).not.toEqual(before);

  await goTo(page, "Data");
  const files = page.getByRole("region", { name: "Export and import" });
  await files.getByLabel("Import model").setInputFiles({ name, mimeType: "", buffer: await readFile(path) });
  await expect(status(page)).toHaveText("Using your imported model");
  await expect(page.getByRole("region", { name: "Saved on this device" })).toContainText("imported model");
  await goTo(page, "For you");
  await expect.poll(() => titles(page)).toEqual(before);
  await page.reload();
  await expect(status(page)).toHaveText("Using your imported model");
  await expect.poll(() => titles(page)).toEqual(before);
});

test("a file that is no model is refused, and the current model stays", async ({ page }) => {
  await rateToyStory(page);
  await goTo(page, "Data");
  await page
    .getByLabel("Import model")
    .setInputFiles({ name: "poem.npz", mimeType: "", buffer: Buffer.from("Roses are red") });
  await expect(page.getByRole("alert")).toContainText("poem.npz");
  await expect(status(page)).toHaveText(READY);
});
