import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { preview } from "vite";
import { startFirefox } from "./browsers/firefox.js";
import { journey } from "./browsers/journey.js";
import { startWebKit } from "./browsers/webkit.js";
import { readFlags } from "./run.js";
import { checkBuilt } from "./visitBuiltSite.js";

/**
 * The main journey through the built site in whichever of Firefox and WebKit is installed. Both run as in a bare
 * Linux session, where the browser's language may be "C", which is no language.
 */
readFlags({}, "npm run browsers   (after npm run build)");
checkBuilt();
const env = { ...process.env, LANG: "C", LC_ALL: "C", LANGUAGE: "" };
const firefox = onPath("firefox") ?? onPath("firefox-esr");
const webkit = onPath("WebKitWebDriver");
const xvfb = onPath("xvfb-run");
const hasDisplay = Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

/** @type {{ name: string, start: (() => Promise<import("./browsers/driver.js").Driver>) | null, missing: string }[]} */
const browsers = [
  {
    name: "Firefox",
    start: firefox === null ? null : () => startFirefox(firefox, env),
    missing: "no firefox on the PATH",
  },
  {
    name: "WebKit",
    start:
      webkit && (hasDisplay || xvfb)
        ? () => startWebKit(hasDisplay ? [webkit] : [/** @type {string} */ (xvfb), "-a", webkit], env)
        : null,
    missing: webkit ? "no display, and no xvfb-run on the PATH" : "no WebKitWebDriver on the PATH",
  },
];

let ran = 0;
let failed = 0;
const server = await preview({ preview: { port: 0 } });
const site = server.resolvedUrls?.local[0] ?? "";
for (const { name, start, missing } of browsers) {
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

/**
 * Where an executable is; null if it is not installed.
 *
 * @param {string} name
 */
function onPath(name) {
  for (const folder of (process.env.PATH ?? "").split(delimiter)) {
    const file = join(folder, name);
    try {
      accessSync(file, constants.X_OK);
      return file;
    } catch {
      // Another folder may have it.
    }
  }
  return null;
}
