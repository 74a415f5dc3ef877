import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { chromium } from "@playwright/test";
import { chromiumOptions } from "./chromium.js";
import { installMissing } from "./install.js";
import { CASES } from "./packageCheck/cases.js";
import { npxOutcome } from "./packageCheck/npx.js";
import { packLibrary } from "./packageCheck/packLibrary.js";
import { OUTCOME } from "./packageCheck/programs.js";
import { giveUp, readFlags, root, run } from "./run.js";

// npm run package-check: packs the library, installs it into an empty project and trains in every way it can be loaded;
// then packs the command line and runs it by npx from an empty folder.

readFlags({}, "npm run package-check");

/** Inside the checkout, but nothing of the checkout is used but TypeScript's and Vite's version. */
const PROJECT = "build/package-check";
const TOOLS = ["esbuild@0.28.2", "typescript@6.0.3", "vite@8.3.8", "webpack@5.112.2"];

installMissing();
rmSync(`${root}${PROJECT}`, { recursive: true, force: true });
mkdirSync(`${root}${PROJECT}`, { recursive: true });
const tarball = await packLibrary(PROJECT);
writeFileSync(
  `${root}${PROJECT}/package.json`,
  '{ "name": "consumer", "type": "module", "private": true }\n',
);
const install = `npm install --prefer-offline --no-audit --no-fund --prefix ${PROJECT}`;
if (!run(`${install} ${tarball} ${TOOLS.join(" ")}`)) giveUp("The package could not be installed.");

const browser = await chromium.launch(await chromiumOptions());
let failed = 0;
const cases = [...CASES, { name: "npx of the command line", says: npxOutcome }];
for (const { name, says } of cases) {
  const began = performance.now();
  const said = await says(`${root}${PROJECT}/`, browser).catch((/** @type {Error} */ error) => error.message);
  const ok = said === OUTCOME || said === "";
  if (!ok) failed++;
  console.log(`${ok ? "ok" : "FAILED"}  ${name}  ${((performance.now() - began) / 1000).toFixed(1)} s`);
  if (!ok) console.log(said);
}
await browser.close();
console.log(`\n${cases.length - failed} of ${cases.length} passed`);
process.exit(failed > 0 ? 1 : 0);
