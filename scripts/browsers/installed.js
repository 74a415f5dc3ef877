import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { startFirefox } from "./firefox.js";
import { startWebKit } from "./webkit.js";

/**
 * Firefox and WebKit, as they are found on this machine. Both run as in a bare Linux session, where the browser's
 * language may be "C", which is not a language.
 *
 * @returns {{ name: string, start: (() => Promise<import("./driver.js").Driver>) | null, missing: string }[]}
 *   `start` is null if it is not installed; `missing` says what there is none of
 */
export function installedBrowsers() {
  const env = { ...process.env, LANG: "C", LC_ALL: "C", LANGUAGE: "" };
  const firefox = onPath("firefox") ?? onPath("firefox-esr");
  const webkit = onPath("WebKitWebDriver");
  const xvfb = onPath("xvfb-run");
  const hasDisplay = Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
  return [
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
}

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
