import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page, Worker } from "@playwright/test";
import { longFault } from "../support/fault.ts";
import { expect, RETURNING, test } from "../support/page.ts";
import { Receiver } from "../support/Receiver.ts";
import { StaticSite } from "../support/StaticSite.ts";
import { WAYS_OUT, type WayOut } from "../support/waysOut.ts";

test.use({ ...RETURNING, serviceWorkers: "allow" });

const DOCS = "docs/reliability.md";
const [BEGIN, END] = ["<!-- ways out, made by npm run faults -->", "<!-- end of ways out -->"];
/** Milliseconds in which what has been sent arrives: far more than it takes on one machine. */
const ON_ITS_WAY = 1500;
/** From this Chromium on, `Connection-Allowlist` is enforced, which closes those that leave the page and WebRTC. */
const ENFORCING = 152;
const needsAllowlist = ({ leaves, hears }: WayOut) => leaves || hears === "stun";

const idOf = ({ from, name }: WayOut) => encodeURIComponent(`${from}: ${name}`);

/**
 * Tries every way, those that leave the page in a tab of their own.
 * @returns the ways by which something arrived
 */
async function tryAll(page: Page, address: string): Promise<WayOut[]> {
  const receiver = await Receiver.listen();
  const go = async (place: Pick<Page, "evaluate">, way: WayOut) => {
    const { ports: outside } = receiver;
    const given = { to: `http://127.0.0.1:${outside.http}/${idOf(way)}`, outside, element: way.element };
    // What the browser refuses at once counts as what it refuses later. A promise may wait for ever.
    const code = `(given) => { try { Promise.resolve((${way.go})(given)).catch(() => {}); } catch {} }`;
    await place.evaluate(`(${code})(${JSON.stringify(given)})`);
  };
  try {
    const started = page.waitForEvent("worker");
    await page.goto(address);
    // What nobody sees is not drawn, and what is not drawn not loaded.
    await page.bringToFront();
    const places = { page, worker: await started, "service worker": await serviceWorkerOf(page) };
    for (const way of WAYS_OUT) if (!way.leaves) await go(places[way.from], way);
    await page.waitForTimeout(ON_ITS_WAY);
    const tab = await page.context().newPage();
    for (const way of WAYS_OUT.filter(({ leaves }) => leaves)) {
      await tab.goto(address);
      await go(tab, way).catch(() => {});
      await tab.waitForTimeout(ON_ITS_WAY);
    }
    return WAYS_OUT.filter((way) => receiver.heard.has(way.hears ?? idOf(way)));
  } finally {
    receiver.close();
  }
}

async function serviceWorkerOf(page: Page): Promise<Worker> {
  const isIts = (worker: Worker) => new URL(worker.url()).origin === new URL(page.url()).origin;
  const context = page.context();
  const there = context.serviceWorkers().find(isIts);
  return there ?? context.waitForEvent("serviceworker", isIts);
}

const version = (page: Page) => page.evaluate(() => Number(/Chrome\/(\d+)/.exec(navigator.userAgent)?.[1]));

test("nothing that the page or its worker sends reaches another host @main", async ({ page, watch }) => {
  watch.expectError(/./);
  const open = await tryAll(page, "#/data");
  const enforces = (await version(page)) >= ENFORCING;
  expect(open.filter((way) => enforces || !needsAllowlist(way)).map(idOf)).toEqual([]);
});

test(
  "without the policy the ways out are open, and the table in the documentation is what was found",
  longFault("page and worker that try to send", "in every way there is"),
  async ({ page, context, watch }, { repeatEachIndex }) => {
    watch.expectError(/./);
    const folder = mkdtempSync(join(tmpdir(), "matinee-ways-out-"));
    writeFileSync(join(folder, "index.html"), '<!doctype html><body><script src="page.js"></script>');
    writeFileSync(
      join(folder, "page.js"),
      'new Worker("worker.js"); navigator.serviceWorker.register("serviceWorker.js")',
    );
    writeFileSync(join(folder, "serviceWorker.js"), "");
    writeFileSync(join(folder, "worker.js"), "");
    const site = await StaticSite.serve(folder);
    try {
      const open = await tryAll(page, "#/data");
      const unprotected = await tryAll(await context.newPage(), `http://127.0.0.1:${site.port}/`);
      expect(unprotected.length).toBeGreaterThan(WAYS_OUT.length / 2);
      const rows = WAYS_OUT.map((way) => {
        const without = unprotected.includes(way) ? "arrives" : "nothing seen: proves little";
        return `| ${way.name} | ${way.from} | ${without} | ${open.includes(way) ? "**arrives**" : "nothing arrives"} |`;
      });
      const table = [
        "| way out | from | without the policy | with it |",
        "| --- | --- | --- | --- |",
        ...rows,
      ];
      const [before, rest = ""] = readFileSync(DOCS, "utf8").split(BEGIN);
      const [, after = ""] = rest.split(END);
      const text = `Chromium ${await version(page)}: ${open.length} of ${WAYS_OUT.length} ways are open with the policy, ${unprotected.length} without it.`;
      if (repeatEachIndex === 0) {
        writeFileSync(DOCS, `${before}${BEGIN}\n\n${text}\n\n${table.join("\n")}\n\n${END}${after}`);
      }
    } finally {
      await site.close();
      rmSync(folder, { recursive: true });
    }
  },
);
