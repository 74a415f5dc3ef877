import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { expect, RETURNING, test } from "../support/page.ts";
import { Receiver } from "../support/Receiver.ts";
import { StaticSite } from "../support/StaticSite.ts";
import { WAYS_OUT, type WayOut } from "../support/waysOut.ts";

test.use(RETURNING);

const DOCS = "docs/reliability.md";
const [BEGIN, END] = ["<!-- made by npm run ways-out -->", "<!-- end of ways out -->"];
/** Milliseconds in which what has been sent arrives: far more than on one machine it takes. */
const ON_ITS_WAY = 2000;
/** From this Chromium on, `Connection-Allowlist` is enforced. */
const ENFORCING = 152;

const idOf = ({ from, name }: WayOut) => encodeURIComponent(`${from}: ${name}`);

/** Tries every way on a page, those that leave it in tabs of their own. @returns the ways that something arrived by */
async function tryAll(page: Page, open: (page: Page) => Promise<unknown>): Promise<Set<WayOut>> {
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
    await open(page);
    const worker = await started;
    for (const way of WAYS_OUT) if (!way.leaves) await go(way.from === "worker" ? worker : page, way);
    await page.waitForTimeout(ON_ITS_WAY);
    for (const way of WAYS_OUT.filter(({ leaves }) => leaves)) {
      const tab = await page.context().newPage();
      await open(tab);
      await go(tab, way).catch(() => {});
      await tab.waitForTimeout(ON_ITS_WAY / 2);
      await tab.close();
    }
    return new Set(WAYS_OUT.filter((way) => receiver.heard.has(way.hears ?? idOf(way))));
  } finally {
    receiver.close();
  }
}

test("no way out of the page is open but those in the table, which all are open without the policy", async ({
  page,
  context,
  watch,
}) => {
  watch.expectError(/./);
  const folder = mkdtempSync(join(tmpdir(), "matinee-ways-out-"));
  writeFileSync(join(folder, "index.html"), '<!doctype html><body><script src="page.js"></script>');
  writeFileSync(join(folder, "page.js"), 'new Worker("worker.js")');
  writeFileSync(join(folder, "worker.js"), "");
  const site = await StaticSite.serve(folder);
  try {
    const unprotected = await tryAll(await context.newPage(), (tab) =>
      tab.goto(`http://127.0.0.1:${site.port}/`),
    );
    const open = await tryAll(page, (tab) => tab.goto("#/data"));
    const rows = WAYS_OUT.map((way) => {
      const without = unprotected.has(way) ? "arrives" : "nothing seen";
      return `| ${way.name} | ${way.from} | ${without} | ${open.has(way) ? "**arrives**" : "nothing arrives"} |`;
    });
    const table = [
      "| way out | from | without the policy | with it |",
      "| --- | --- | --- | --- |",
      ...rows,
    ].join("\n");
    console.log(table);
    const version = await page.evaluate(() => Number(/Chrome\/(\d+)/.exec(navigator.userAgent)?.[1]));
    if (process.env.WRITE_WAYS_OUT) {
      const [before, rest] = readFileSync(DOCS, "utf8").split(BEGIN);
      const [, after] = rest.split(END);
      const text = `${before}${BEGIN}\n\nChromium ${version}:\n\n${table}\n\n${END}${after}`;
      writeFileSync(DOCS, text);
    }
    if (version >= ENFORCING) expect(readFileSync(DOCS, "utf8")).toContain(table);
    else expect([...open].filter(({ leaves, hears }) => !leaves && hears !== "stun")).toEqual([]);
  } finally {
    await site.close();
    rmSync(folder, { recursive: true });
  }
});
