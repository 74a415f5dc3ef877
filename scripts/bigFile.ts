import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { generateZip } from "./bigFile/generate.ts";
import { watch, watched } from "./bigFile/pageWatch.ts";
import { papaParse } from "./bigFile/papaParse.ts";
import { readRows } from "./bigFile/readRows.ts";
import { visitBuiltSite } from "./visitBuiltSite.js";

/**
 * Generates a zip of so many ratings in ml-32m's shape (10 million without an argument; 32000204 are as many as it
 * has), opens it in the built site, waits for the first recommendations, until it is saved and for two epochs with their
 * figures, reloads the page, stops the training that goes on and rates a film. Prints for each step
 * seconds, the most memory that the tab has held, and how long the page's own thread was held at once and a progress bar
 * stood still; beside reading, PapaParse. The zip stays in the temporary folder.
 */
const ROWS = readRows(10_000_000, "npm run big-file -- [ROWS]   (after npm run build)");
const EPOCHS = 2;
const PATIENCE = 3_600_000;

const file = join(tmpdir(), `matinee-${ROWS}.zip`);

/** The processes that show pages, of this browser and of others. */
function tabs(): string[] {
  return readdirSync("/proc").filter((id) => {
    try {
      return /^\d+$/.test(id) && readFileSync(`/proc/${id}/cmdline`, "utf8").includes("--type=renderer");
    } catch {
      // It has ended meanwhile.
      return false;
    }
  });
}

/** The megabytes that a process has held at most since this was asked last. */
function mostHeld(id: string): number {
  try {
    const [, kilobytes] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, "utf8")) ?? [];
    writeFileSync(`/proc/${id}/clear_refs`, "5");
    return Number(kilobytes) / 1024;
  } catch {
    return 0;
  }
}

const others = tabs();

async function measure(page: Page, blank: Page): Promise<void> {
  let began = performance.now();
  const lap = async (what: string) => {
    const seconds = (performance.now() - began) / 1000;
    const own = tabs().filter((id) => !others.includes(id));
    const most = Math.round(Math.max(...own.map(mostHeld)));
    const { held, still } = await watched(page);
    const figures = [
      `${seconds.toFixed(1).padStart(7)} s`,
      `${((seconds / ROWS) * 1e9).toFixed(0).padStart(6)} ns a row`,
      `peak ${most} MB`,
      `page held ${Math.round(held)} ms`,
      `progress still ${(still / 1000).toFixed(1)} s`,
    ];
    console.log(`${what.padEnd(32)} ${figures.join("  ")}`);
    began = performance.now();
  };
  /** Prints what the page says and has it go away. */
  const alert = page.getByRole("alert");
  const told = async () => {
    const any = await alert.first().isVisible();
    while (await alert.first().isVisible()) {
      console.log(`the page says: ${await alert.first().locator("p").innerText()}`);
      await alert.first().getByRole("button", { name: "Dismiss" }).click();
    }
    return any;
  };
  const status = (text: string) =>
    page.getByRole("status").filter({ hasText: text }).waitFor({ timeout: PATIENCE });
  await page.goto("#/data");
  await status("Learnt from 100,004");
  await watch(page);
  await lap("the embedded data");
  await page.getByLabel("Open a ratings file").first().setInputFiles(file);
  const dialog = page.getByRole("dialog", { name: "Replace the data?" });
  await dialog
    .getByText(/^Found [0-9,]+ /)
    .or(alert)
    .first()
    .waitFor({ timeout: PATIENCE });
  await lap("reading");
  console.log(`PapaParse alone${(await papaParse(blank)).toFixed(0).padStart(38)} ns a row`);
  await blank.close();
  began = performance.now();
  if (await told()) return;
  console.log(await dialog.getByText(/^Found [0-9,]+ /).innerText());
  await dialog.getByRole("button", { name: "Replace the data" }).click();
  await page
    .getByRole("status")
    .filter({ hasNotText: "100,004" })
    .filter({ hasText: "Learning from" })
    .waitFor({ timeout: PATIENCE });
  await lap("taking it over");
  await page.getByRole("link", { name: "For you" }).click();
  const items = page.getByRole("list", { name: "Recommendations" }).getByRole("listitem");
  await items.first().waitFor({ timeout: PATIENCE });
  await lap("first recommendations");
  await page.getByRole("link", { name: "Data" }).click();
  const works = page.getByRole("list", { name: "Saved data and models" }).getByRole("listitem");
  await works.filter({ hasText: "ratings.csv" }).or(alert).first().waitFor({ timeout: PATIENCE });
  await lap("saved");
  await told();
  await page.getByRole("link", { name: "Training" }).click();
  // Of small data, epochs are over before anybody looks.
  await page
    .getByText(/Epoch \d+ of/)
    .filter({ hasNotText: new RegExp(`Epoch [1-${EPOCHS}] of`) })
    .or(page.getByText(/^Trained for/))
    .first()
    .waitFor({ timeout: PATIENCE });
  await lap(`${EPOCHS} epochs, with figures`);
  console.log(
    await page
      .getByText(/^AUC \d/)
      .first()
      .innerText(),
  );
  await told();
  await page.reload();
  await watch(page);
  await page
    .getByText(/^Training continues from epoch/)
    .or(alert)
    .first()
    .waitFor({ timeout: PATIENCE });
  await lap("opening it again after a reload");
  console.log(
    await page
      .getByText(/^Training continues from epoch/)
      .first()
      .innerText(),
  );
  await told();
  await page.getByRole("button", { name: "Stop" }).click();
  await page
    .getByText(/^Stopped after/)
    .first()
    .waitFor({ timeout: PATIENCE });
  await lap("stopping");
  await page.getByRole("link", { name: "For you" }).click();
  await items.first().getByRole("radio", { name: "5 stars", exact: true }).click({ force: true });
  await status("Rated ");
  await lap("rating a film");
  await told();
}

await visitBuiltSite(async (newPage) => {
  if (!existsSync(file)) await generateZip(file, ROWS);
  const blank = await newPage();
  await measure(await newPage({ serviceWorkers: "block" }), blank);
});
