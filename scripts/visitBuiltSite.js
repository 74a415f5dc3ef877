import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";
import { preview } from "vite";
import { chromiumOptions } from "./chromium.js";
import { freePort } from "./freePort.js";
import { giveUp, root } from "./run.js";

/**
 * Serves the built site and starts a browser beside it; both end with the visit.
 *
 * @param {(newPage: (options?: import("@playwright/test").BrowserContextOptions) => Promise<import("@playwright/test").Page>) => Promise<void>} visit
 *   is given what opens a page whose addresses begin at the site
 * @param {string[]} [more] arguments of the browser, added to the usual ones
 */
export async function visitBuiltSite(visit, more = []) {
  checkBuilt();
  const port = await freePort();
  const server = await preview({ preview: { port, strictPort: true } });
  const { args, ...options } = await chromiumOptions();
  const browser = await chromium.launch({ ...options, args: [...args, ...more] });
  try {
    await visit((options) => browser.newPage({ baseURL: `http://localhost:${port}/`, ...options }));
  } finally {
    await browser.close();
    await server.close();
  }
}

/** Ends this process if the site is not built, rather than wait for a page that never comes. */
export function checkBuilt() {
  if (!existsSync(`${root}dist/site/index.html`)) giveUp("The page is not built. Run npm run build first.");
}
