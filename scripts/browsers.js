import { preview } from "vite";
import { installedBrowsers } from "./browsers/installed.js";
import { journey } from "./browsers/journey.js";
import { readFlags } from "./run.js";
import { checkBuilt } from "./visitBuiltSite.js";

/** The main journey through the built site in whichever of Firefox and WebKit is installed. */
readFlags({}, "npm run browsers   (after npm run build)");
checkBuilt();

let ran = 0;
let failed = 0;
const server = await preview({ preview: { port: 0 } });
const site = server.resolvedUrls?.local[0] ?? "";
for (const { name, start, missing } of installedBrowsers()) {
  if (start === null) {
    console.log(`${name}: skipped, ${missing}`);
    continue;
  }
  ran++;
  const driver = await start();
  try {
    await journey(driver, site, (step) => console.log(`${name}: ${step}`));
  } catch (error) {
    failed++;
    console.error(`${name}: FAILED. ${/** @type {Error} */ (error).message}`);
  } finally {
    await driver.close();
  }
}
await server.close();
console.log(`\n${ran - failed} of ${ran} browsers passed`);
process.exitCode = failed > 0 || ran === 0 ? 1 : 0;
