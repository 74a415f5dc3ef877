import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page, Worker } from "@playwright/test";
import { writeSection } from "../../scripts/writeSection.ts";
import { longFault } from "../support/fault.ts";
import { expect, RETURNING, test } from "../support/page.ts";
import { Receiver } from "../support/Receiver.ts";
import { StaticSite } from "../support/StaticSite.ts";
import {
  attempt,
  givenTo,
  heardOf,
  idOf,
  needsAllowlist,
  ON_ITS_WAY,
  WAYS_OUT,
  type WayOut,
} from "../support/waysOut.ts";

test.use({ ...RETURNING, serviceWorkers: "allow" });

const PLACE = ["<!-- ways out, made by npm run faults -->", "<!-- end of ways out -->"] as const;
/** From this Chromium on, `Connection-Allowlist` is enforced, which closes those that leave the page and WebRTC. */
const ENFORCING = 152;

/**
 * Tries every way, those that leave the page in a tab of their own.
 * @returns the ways by which something arrived
 */
async function tryAll(page: Page, address: string): Promise<WayOut[]> {
  const receiver = await Receiver.listen();
  const go = async (place: Pick<Page, "evaluate">, way: WayOut) => {
    await place.evaluate(`(${attempt(way)})(${JSON.stringify(givenTo(way, receiver.ports))})`);
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
    return heardOf(receiver);
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
      const text = `Chromium ${await version(page)}: ${open.length} of ${WAYS_OUT.length} ways are open with the policy, ${unprotected.length} without it.`;
      if (repeatEachIndex === 0) writeSection("reliability.md", PLACE, `${text}\n\n${table.join("\n")}`);
    } finally {
      await site.close();
      rmSync(folder, { recursive: true });
    }
  },
);
