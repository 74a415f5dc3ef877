import { readdirSync, readFileSync } from "node:fs";
import type { CDPSession, Page } from "@playwright/test";
import { drop } from "../test/support/dropping.ts";
import { Isolates } from "./endurance/Isolates.ts";
import { type Slope, slopeOf } from "./endurance/slope.ts";
import { renderers } from "./renderers.ts";
import { giveUp, readFlags, wholeNumber } from "./run.js";
import { visitBuiltSite } from "./visitBuiltSite.js";

/**
 * Imports, trains, rates, undoes and deletes in one tab of the built site, over and over, and measures what the tab holds
 * after collecting garbage. Prints the slope of each figure over the cycles with its interval, and fails where memory grows.
 */
const USAGE = "npm run endurance -- [--cycles N] [--every N]   (after npm run build)";
const flags = readFlags({ cycles: { type: "string" }, every: { type: "string" } }, USAGE);
const cycles = wholeNumber("--cycles", flags.cycles ?? "1000", 10, USAGE);
const every = wholeNumber("--every", flags.every ?? `${Math.max(1, Math.floor(cycles / 50))}`, 1, USAGE);
/** The first cycles fill what is filled once: caches, the allocator's reserves, the browser's records of its own timing. */
const WARM_UP = 0.2;
/** A line through two points has no interval. */
const LEAST = 3;
const measurements = Math.floor(cycles / every) - Math.floor((cycles * WARM_UP) / every);
if (measurements < LEAST) {
  giveUp(
    `An interval takes ${LEAST} measurements after the first fifth of the cycles; these would give ${measurements}.`,
    2,
  );
}
/**
 * Optimised code comes to half a megabyte over some hundred cycles, until every function has been through the compilers, and
 * would hide what a cycle leaves behind. WebAssembly is compiled as ever.
 */
const WITHOUT_OPTIMISING = "--js-flags=--no-opt,--no-maglev,--no-sparkplug";

/** 40 users and 30 items, of two kinds by turns. */
function ratings(turn: number): string {
  const lines = ["userId,itemId,rating"];
  for (let user = 0; user < 40; user++) {
    for (let item = 0; item < 30; item++) {
      const isRated = (user * 7 + item * 3 + turn) % 3 !== 0;
      if (isRated) lines.push(`u${user},i${item},${(user + item) % 2 === 0 ? 5 : 1}`);
    }
  }
  return lines.join("\n");
}

async function cycle(page: Page, turn: number): Promise<void> {
  const name = `endurance-${turn % 2}.csv`;
  const goTo = (place: string) =>
    page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: place, exact: true }).click();
  await goTo("Data");
  // Dropped, since a file input that Playwright fills is never let go of, nor is the place around it.
  await drop(page, { [name]: ratings(turn % 2) });
  await page.getByRole("button", { name: "Replace the data", exact: true }).click();
  const work = page
    .getByRole("list", { name: "Saved data and models" })
    .getByRole("listitem")
    .filter({ hasText: name });
  await work.getByText(/model \(\d+ epochs\)/).waitFor();
  await goTo("For you");
  const list = page.getByRole("list", { name: "Recommendations" });
  await list.getByRole("radio", { name: "4 stars", exact: true }).first().click();
  const own = page.getByRole("list", { name: "Your ratings" });
  await own.getByRole("listitem").first().waitFor();
  await page.keyboard.press("Control+z");
  await own.waitFor({ state: "hidden" });
  await goTo("Data");
  await work.getByRole("button", { name: new RegExp(`^Delete ${name}`) }).click();
  await work.waitFor({ state: "hidden" });
}

/** The process that shows the page: the one that has used most memory of those that began since. */
function rendererOf(before: ReadonlySet<string>): string {
  const [first] = renderers()
    .filter((id) => !before.has(id))
    .sort((a, b) => residentBytes(b) - residentBytes(a));
  return first ?? giveUp("Found no process of the page (this needs Linux).");
}

function residentBytes(id: string): number {
  const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, "utf8")) ?? [];
  return Number(kilobytes) * 1024;
}

interface Sample {
  cycle: number;
  "scripts of the page (bytes)": number;
  "the browser's own for the page (bytes)": number;
  "scripts of the worker (bytes)": number;
  "the browser's own for the worker (bytes)": number;
  "resident memory of the process (bytes)": number;
  "DOM nodes": number;
  "event listeners": number;
  workers: number;
  "open files of the process": number;
}

async function measure(
  isolates: Isolates,
  session: CDPSession,
  renderer: string,
  cycle: number,
): Promise<Sample> {
  const { page, workers } = await isolates.held();
  const { nodes, jsEventListeners } = await session.send("Memory.getDOMCounters");
  return {
    cycle,
    "scripts of the page (bytes)": page.scripts,
    "the browser's own for the page (bytes)": page.browser,
    "scripts of the worker (bytes)": workers.scripts,
    "the browser's own for the worker (bytes)": workers.browser,
    "resident memory of the process (bytes)": residentBytes(renderer),
    "DOM nodes": nodes,
    "event listeners": jsEventListeners,
    workers: isolates.workers,
    "open files of the process": readdirSync(`/proc/${renderer}/fd`).length,
  };
}

const before = new Set(renderers());
await visitBuiltSite(
  async (newPage) => {
    const page = await newPage({ serviceWorkers: "block", viewport: { width: 1280, height: 800 } });
    page.setDefaultTimeout(600_000);
    await page.goto("#/data");
    await page.getByRole("region", { name: "Current data" }).waitFor();
    const session = await page.context().newCDPSession(page);
    const isolates = await Isolates.of(session);
    const renderer = rendererOf(before);
    const samples: Sample[] = [];
    const began = performance.now();
    for (let turn = 1; turn <= cycles; turn++) {
      await cycle(page, turn);
      if (turn % every !== 0) continue;
      const sample = await measure(isolates, session, renderer, turn);
      samples.push(sample);
      const { cycle: _, ...figures } = sample;
      console.log(
        `cycle ${turn}: ${Object.entries(figures)
          .map(([name, value]) => `${figure(name, value)} ${name}`)
          .join(", ")}`,
      );
    }
    const warm = samples.filter((sample) => sample.cycle > cycles * WARM_UP);
    console.log(
      `\n${cycles} cycles of import, train, rate, undo and delete in one tab, ${((performance.now() - began) / 1000 / cycles).toFixed(1)} s each; ${warm.length} measurements from cycle ${warm[0].cycle} on:\n`,
    );
    console.log("| what | at first | at last | a cycle | 95% interval |\n| --- | --- | --- | --- | --- |");
    let grows = false;
    for (const name of Object.keys(warm[0]) as (keyof Sample)[]) {
      if (name === "cycle") continue;
      const slope = slopeOf(warm.map((sample) => [sample.cycle, sample[name]]));
      console.log(row(name, warm[0][name], warm[warm.length - 1][name], slope));
      if (slope.low > 0) grows = true;
    }
    console.log(grows ? "\nSomething grows." : "\nNothing grows for certain.");
    process.exitCode = grows ? 1 : 0;
  },
  [WITHOUT_OPTIMISING],
);

function row(name: string, first: number, last: number, { mean, low, high }: Slope): string {
  const [from, to, slope, least, most] = [first, last, mean, low, high].map((value) => figure(name, value));
  return `| ${name} | ${from} | ${to} | ${slope} | ${least} to ${most} |`;
}

function figure(name: string, value: number): string {
  return name.endsWith("(bytes)")
    ? Math.round(value).toLocaleString("en-GB")
    : String(Number(value.toFixed(3)));
}
