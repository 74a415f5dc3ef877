import { once } from "node:events";
import { createWriteStream, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type Page } from "@playwright/test";
import { preview } from "vite";
import { SeededRandom } from "../src/matrix/random.ts";
import { chromiumOptions } from "./chromium.js";

/**
 * Generates a CSV of so many ratings (10 million without an argument), opens it in the built site, lets the
 * model learn for a few epochs and rates a film. Prints seconds, and the most memory that the tab has held.
 */
const ROWS = Number(process.argv[2] ?? 10_000_000);
const EPOCHS = 2;
const PER_USER = 150;
const ITEMS = 50_000;
const PORT = 4177;
const PATIENCE = 1_800_000;

const file = join(tmpdir(), `matinee-${ROWS}.csv`);

async function generate(): Promise<number> {
  const random = new SeededRandom(1);
  const out = createWriteStream(file);
  let rows = "userId,movieId,rating,timestamp\n";
  for (let i = 0; i < ROWS; i++) {
    const user = 1 + Math.floor(i / PER_USER);
    // Two tastes, and few items that many know.
    const item =
      1 +
      2 * Math.floor((ITEMS / 2) * random.float() ** 2) +
      (random.float() < 0.8 ? user % 2 : 1 - (user % 2));
    const stars = ((item + user) % 2 === 1 ? 6 + random.below(5) : 1 + random.below(6)) / 2;
    rows += `${user},${item},${stars.toFixed(1)},${1_000_000_000 + i * 20}\n`;
    if (rows.length > 2 ** 20) {
      if (!out.write(rows)) await once(out, "drain");
      rows = "";
    }
  }
  out.end(rows);
  await once(out, "finish");
  return statSync(file).size;
}

/** The processes that show pages, of this browser and of others, and the megabytes that each has held at most. */
function tabs(): Map<string, number> {
  const held = new Map<string, number>();
  for (const id of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    try {
      if (!readFileSync(`/proc/${id}/cmdline`, "utf8").includes("--type=renderer")) continue;
      const [, kilobytes] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, "utf8")) ?? [];
      held.set(id, Number(kilobytes) / 1024);
    } catch {
      // It has ended meanwhile.
    }
  }
  return held;
}

const others = tabs();

async function measure(page: Page, size: number): Promise<void> {
  let began = performance.now();
  const lap = (what: string) => {
    const seconds = (performance.now() - began) / 1000;
    const own = [...tabs()].filter(([id]) => !others.has(id)).map(([, megabytes]) => megabytes);
    const most = Math.round(Math.max(...own));
    console.log(
      `${what.padEnd(28)} ${seconds.toFixed(1).padStart(7)} s  ${((seconds / ROWS) * 1e9).toFixed(0).padStart(6)} ns a row  peak ${most} MB`,
    );
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
  await page.goto(`http://localhost:${PORT}/#/data`);
  await status("Learnt from 100,004");
  lap("the embedded data");
  await page.getByLabel("Open a ratings file").first().setInputFiles(file);
  const dialog = page.getByRole("dialog", { name: "Replace the data?" });
  await dialog.getByText("Read:").or(alert).first().waitFor({ timeout: PATIENCE });
  lap(`reading ${(size / 1e6).toFixed(0)} MB`);
  if (await told()) return;
  console.log(await dialog.getByText("Read:").innerText());
  await dialog.getByRole("button", { name: "Replace the data" }).click();
  await page
    .getByRole("status")
    .filter({ hasNotText: "100,004" })
    .filter({ hasText: "Learning from" })
    .waitFor({ timeout: PATIENCE });
  lap("taking it over");
  await page.getByRole("link", { name: "Training" }).click();
  await page.getByText(new RegExp(`Epoch ${EPOCHS + 1} of`)).waitFor({ timeout: PATIENCE });
  lap(`${EPOCHS} epochs, with figures`);
  await told();
  await page.getByRole("button", { name: "Stop" }).click();
  await status("Stopped after");
  lap("stopping");
  await page.getByRole("link", { name: "For you" }).click();
  const items = page.getByRole("list", { name: "Recommendations" }).getByRole("listitem");
  await items.first().waitFor({ timeout: PATIENCE });
  await items.first().getByRole("radio", { name: "5 stars", exact: true }).click({ force: true });
  await page.getByText("One rating so far.").waitFor({ timeout: PATIENCE });
  lap("recommendations");
  await told();
}

const server = await preview({ preview: { port: PORT, strictPort: true } });
const browser = await chromium.launch(await chromiumOptions());
try {
  const began = performance.now();
  const size = await generate();
  console.log(
    `${ROWS} rows of ${(size / ROWS).toFixed(1)} bytes written in ${((performance.now() - began) / 1000).toFixed(0)} s`,
  );
  await measure(await browser.newPage({ serviceWorkers: "block" }), size);
} finally {
  await browser.close();
  await server.close();
  rmSync(file, { force: true });
}
