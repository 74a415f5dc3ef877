import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Receiver } from "../test/support/Receiver.ts";
import { StaticSite } from "../test/support/StaticSite.ts";
import {
  attempt,
  givenTo,
  heardOf,
  idOf,
  needsAllowlist,
  ON_ITS_WAY,
  WAYS_OUT,
  type WayOut,
} from "../test/support/waysOut.ts";
import type { Driver } from "./browsers/driver.js";
import { installedBrowsers } from "./browsers/installed.js";
import { readHostHeaders } from "./hostHeaders.ts";
import { readFlags, root } from "./run.js";
import { checkBuilt } from "./visitBuiltSite.js";
import { writeSection } from "./writeSection.ts";

// Tries in Firefox and WebKit what test/e2e/waysOut.spec.ts tries in Chromium: every way in which a page, a worker and a
// service worker can send something to another host, which listens; with Matinee's policy and, to know that it would
// have been heard, without. The page is Matinee's own; the workers are the test's, sent with the same headers.

const PLACE = [
  "<!-- other browsers, made by npm run ways-out -->",
  "<!-- end of other browsers -->",
] as const;
const PROBE = "probe.js";

interface Tried {
  browser: string;
  withPolicy: WayOut[];
  without: WayOut[];
}

readFlags({}, "npm run ways-out   (after npm run build)");
checkBuilt();
const all: Tried[] = [];
for (const { name, start, missing } of installedBrowsers()) {
  if (start === null) {
    console.log(`${name}: skipped, ${missing}`);
    continue;
  }
  const driver = await start();
  try {
    const withPolicy = await onSite(driver, readHostHeaders(), (folder) =>
      cpSync(`${root}dist/site`, folder, { recursive: true }),
    );
    const without = await onSite(driver, {}, (folder) =>
      writeFileSync(join(folder, "index.html"), "<!doctype html><title>No policy</title><body>"),
    );
    all.push({ browser: `${name} ${driver.version}`, withPolicy, without });
  } finally {
    await driver.close();
  }
}
console.log(`${describe(all)}\n`);
if (all.length === installedBrowsers().length) writeSection("reliability.md", PLACE, describe(all));
const unexpected = all.flatMap(({ withPolicy }) => withPolicy.filter((way) => !needsAllowlist(way)));
for (const way of unexpected)
  console.error(`Open although the policy forbids it: ${decodeURIComponent(idOf(way))}`);
process.exitCode = all.length === 0 || unexpected.length > 0 ? 1 : 0;

/** @returns the ways that are open on a site of its own */
async function onSite(driver: Driver, headers: Record<string, string>, fill: (folder: string) => void) {
  const folder = mkdtempSync(join(tmpdir(), "matinee-ways-out-"));
  fill(folder);
  writeFileSync(join(folder, PROBE), probe());
  const site = await StaticSite.serve(folder);
  site.headers = headers;
  const receiver = await Receiver.listen();
  try {
    await tryAll(driver, `http://127.0.0.1:${site.port}/#/data`, receiver);
    return heardOf(receiver);
  } finally {
    receiver.close();
    await site.close();
    rmSync(folder, { recursive: true });
  }
}

/** Those that leave the page have it to themselves. */
async function tryAll(driver: Driver, address: string, { ports }: Receiver): Promise<void> {
  await driver.open(address);
  await driver.run(`(${startProbes})(${JSON.stringify(PROBE)})`);
  for (const way of WAYS_OUT) {
    if (way.leaves) continue;
    const given = JSON.stringify(givenTo(way, ports));
    await driver.run(
      way.from === "page"
        ? `(${attempt(way)})(${given})`
        : `probes[${JSON.stringify(way.from)}].postMessage({ way: ${JSON.stringify(idOf(way))}, given: ${given} })`,
    );
  }
  await sleep(ON_ITS_WAY);
  for (const way of WAYS_OUT.filter(({ leaves }) => leaves)) {
    await driver.open(address);
    await driver.run(`(${attempt(way)})(${JSON.stringify(givenTo(way, ports))})`).catch(() => {});
    await sleep(ON_ITS_WAY);
  }
}

/** Runs in the page: a worker and a service worker that try what they are told. */
async function startProbes(script: string): Promise<void> {
  const registration = await navigator.serviceWorker.register(script, { scope: "./probe/" });
  const serviceWorker = registration.installing ?? registration.waiting ?? registration.active;
  Object.assign(globalThis, { probes: { worker: new Worker(script), "service worker": serviceWorker } });
}

/** Neither a worker's policy nor its driver lets other code in, so that it brings the ways along. */
function probe(): string {
  const ways = WAYS_OUT.map((way) => `${JSON.stringify(idOf(way))}: ${attempt(way)}`);
  return `const ways = {\n${ways.join(",\n")}\n};\nonmessage = ({ data }) => ways[data.way](data.given);`;
}

function describe(all: readonly Tried[]): string {
  const counts = all.map(({ browser, withPolicy, without }) => {
    const names = withPolicy.map(({ name }) => name).join(", ");
    return `- ${browser}: ${withPolicy.length} of ${WAYS_OUT.length} ways are open with the policy, ${without.length} without it. Open: ${names || "none"}.`;
  });
  const rows = WAYS_OUT.map((way) => {
    const cells = all.map(({ withPolicy, without }) => {
      if (withPolicy.includes(way)) return "**arrives**";
      return without.includes(way) ? "nothing arrives" : "nothing seen: proves little";
    });
    return `| ${[way.name, way.from, ...cells].join(" | ")} |`;
  });
  const heading = ["way out", "from", ...all.map(({ browser }) => `${browser}, with the policy`)];
  return [...counts, "", `| ${heading.join(" | ")} |`, `|${" --- |".repeat(heading.length)}`, ...rows].join(
    "\n",
  );
}
