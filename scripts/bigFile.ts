import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Locator, Page } from "@playwright/test";
import { duckDb } from "./bigFile/duckDb.ts";
import { generateZip } from "./bigFile/generate.ts";
import { watch, watched } from "./bigFile/pageWatch.ts";
import { papaParse } from "./bigFile/papaParse.ts";
import { readRows } from "./bigFile/readRows.ts";
import { renderers } from "./renderers.ts";
import { visitBuiltSite } from "./visitBuiltSite.js";

/**
 * Generates a zip of that many ratings in ml-32m's shape (10 million without an argument; 32000204 are as many as it
 * has), opens it in the built site, waits for the first recommendations, until it is saved and for two epochs with their
 * figures, reloads the page, stops the training that goes on and rates a film. Prints for each step
 * seconds, the processor time that all threads of the tab took, the most memory that it has held, how many bytes a row that
 * is beyond what the embedded data took, and how long the page's own thread was held at once and a progress bar, with the words beside it or without, stood still; beside reading,
 * PapaParse, and DuckDB-wasm where it is installed. The zip stays in the temporary folder.
 */
const ROWS = readRows(10_000_000, "npm run big-file -- [ROWS]   (after npm run build)");
const EPOCHS = 2;
const PATIENCE = 3_600_000;
const FOUND = /^Found [0-9,]+ /;
const CONTINUES = /^Training continues from epoch/;

const file = join(tmpdir(), `matinee-${ROWS}.zip`);

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

/** Seconds of processor time that all threads of a process have taken; Linux counts hundredths. */
function processorSeconds(id: string): number {
  try {
    const [user, system] = readFileSync(`/proc/${id}/stat`, "utf8")
      .replace(/^.*\) /, "")
      .split(" ")
      .slice(11);
    return (Number(user) + Number(system)) / 100;
  } catch {
    return 0;
  }
}

const others = renderers();

const aRow = (seconds: number) => ((seconds / ROWS) * 1e9).toFixed(0).padStart(6);

const bytesARow = (megabytes: number) => Math.round((megabytes * 2 ** 20) / ROWS);

/** The page under measurement, and when the step began that is being timed. */
class Measured {
  readonly page: Page;
  /** What the page says needs reading. */
  readonly alert: Locator;
  #began = performance.now();
  #tookBefore = 0;
  /** Megabytes held with the embedded data. */
  #heldBefore: number | null = null;

  constructor(page: Page) {
    this.page = page;
    this.alert = page.getByRole("alert");
  }

  /** Begins the next step. */
  begin(): void {
    this.#began = performance.now();
    this.#tookBefore = this.#took();
  }

  #own(): string[] {
    return renderers().filter((id) => !others.includes(id));
  }

  #took(): number {
    return this.#own().reduce((sum, id) => sum + processorSeconds(id), 0);
  }

  /** Waits until one of these is there. */
  async until(...anyOf: [Locator, ...Locator[]]): Promise<void> {
    const any = anyOf.reduce((one, other) => one.or(other));
    await any.first().waitFor({ timeout: PATIENCE });
  }

  status(text: string): Locator {
    return this.page.getByRole("status").filter({ hasText: text });
  }

  place(name: string): Promise<void> {
    return this.page.getByRole("link", { name }).click();
  }

  /** Prints what the step took, and begins the next. */
  async lap(step: string): Promise<void> {
    const seconds = (performance.now() - this.#began) / 1000;
    const took = this.#took() - this.#tookBefore;
    const most = Math.round(Math.max(...this.#own().map(mostHeld)));
    this.#heldBefore ??= most;
    const { held, still, place, silent } = await watched(this.page);
    const figures = [
      `${seconds.toFixed(1).padStart(7)} s`,
      `${aRow(seconds)} ns a row`,
      `processor ${aRow(took)}`,
      `peak ${most} MB`,
      `${bytesARow(most - this.#heldBefore)
        .toString()
        .padStart(4)} bytes a row`,
      `page held ${Math.round(held)} ms`,
      `progress still ${(still / 1000).toFixed(1)} s${still > 500 ? ` (${place})` : ""}, its words ${(silent / 1000).toFixed(1)} s`,
    ];
    console.log(`${step.padEnd(32)} ${figures.join("  ")}`);
    this.begin();
  }

  /** Prints the page's own words. */
  async print(words: RegExp): Promise<void> {
    console.log(await this.page.getByText(words).first().innerText());
  }

  /** Prints the alerts and dismisses them. Returns whether there were any. */
  async dismissAlerts(): Promise<boolean> {
    const alert = this.alert.first();
    const any = await alert.isVisible();
    while (await alert.isVisible()) {
      console.log(`the page says: ${await alert.locator("p").innerText()}`);
      await alert.getByRole("button", { name: "Dismiss" }).click();
    }
    return any;
  }
}

/** Opens the file and adopts its data. Returns whether the page could read it. */
async function open(measured: Measured, blank: Page): Promise<boolean> {
  const { page, alert } = measured;
  await page.goto("#/data");
  await measured.until(measured.status("Learnt from 100,004"));
  await watch(page);
  await measured.lap("the embedded data");
  await page.getByLabel("Open a ratings file").first().setInputFiles(file);
  const dialog = page.getByRole("dialog", { name: "Replace the data?" });
  await measured.until(dialog.getByText(FOUND), alert);
  await measured.lap("reading");
  console.log(`PapaParse alone${(await papaParse(blank)).toFixed(0).padStart(38)} ns a row`);
  const duck = await duckDb(blank);
  console.log(
    duck === null
      ? "DuckDB-wasm is not installed (npm install @duckdb/duckdb-wasm in a folder whose node_modules NODE_PATH names)"
      : `DuckDB-wasm alone${duck.toFixed(0).padStart(36)} ns a row`,
  );
  await blank.close();
  measured.begin();
  if (await measured.dismissAlerts()) return false;
  await measured.print(FOUND);
  await dialog.getByRole("button", { name: "Replace the data" }).click();
  await measured.until(measured.status("Learning from").filter({ hasNotText: "100,004" }));
  await measured.lap("taking it over");
  return true;
}

/** Until the first recommendations are there, the data is saved, and two epochs have their figures. */
async function learn(measured: Measured): Promise<void> {
  const { page, alert } = measured;
  await measured.place("For you");
  await measured.until(recommendations(page));
  await measured.lap("first recommendations");
  await measured.place("Data");
  const works = page.getByRole("list", { name: "Saved data and models" }).getByRole("listitem");
  await measured.until(works.filter({ hasText: "ratings.csv" }), alert);
  await measured.lap("saved");
  await measured.dismissAlerts();
  await measured.place("Training");
  const epoch = page.getByText(/Epoch \d+ of/);
  const later = epoch.filter({ hasNotText: new RegExp(`Epoch [1-${EPOCHS}] of`) });
  // With small data, the epochs are over before anybody looks.
  await measured.until(later, page.getByText(/^Trained for/));
  await measured.lap(`${EPOCHS} epochs, with figures`);
  await measured.print(/^AUC \d/);
  await measured.dismissAlerts();
}

/** Reloads the page, stops the training that goes on, and rates a film. */
async function comeBack(measured: Measured): Promise<void> {
  const { page, alert } = measured;
  await page.reload();
  await watch(page);
  await measured.until(page.getByText(CONTINUES), alert);
  await measured.lap("opening it again after a reload");
  await measured.print(CONTINUES);
  await measured.dismissAlerts();
  await page.getByRole("button", { name: "Stop" }).click();
  await measured.until(page.getByText(/^Stopped after/));
  await measured.lap("stopping");
  await measured.place("For you");
  const stars = recommendations(page).first().getByRole("radio", { name: "5 stars", exact: true });
  await stars.click({ force: true });
  await measured.until(measured.status("Rated "));
  await measured.lap("rating a film");
  await measured.dismissAlerts();
}

function recommendations(page: Page): Locator {
  return page.getByRole("list", { name: "Recommendations" }).getByRole("listitem");
}

await visitBuiltSite(async (newPage) => {
  if (!existsSync(file)) await generateZip(file, ROWS);
  const blank = await newPage();
  const measured = new Measured(await newPage({ serviceWorkers: "block" }));
  if (!(await open(measured, blank))) return;
  await learn(measured);
  await comeBack(measured);
});
