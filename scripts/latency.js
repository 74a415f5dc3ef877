import { chromium } from "@playwright/test";
import { preview } from "vite";
import { chromiumOptions } from "./chromium.js";
import { freePort } from "./freePort.js";
import { measureMap } from "./latency/map.js";
import { measureRatings } from "./latency/ratings.js";
import { readFlags } from "./run.js";

/** How quick the page is to the hand: from a rating to the changed list, and a frame of the map that is dragged. */
readFlags({}, "npm run latency   (after npm run build)");

const port = await freePort();
const server = await preview({ preview: { port, strictPort: true } });
const browser = await chromium.launch(await chromiumOptions());
try {
  const page = await browser.newPage({
    baseURL: `http://localhost:${port}/`,
    serviceWorkers: "block",
    viewport: { width: 1280, height: 800 },
  });
  await measureRatings(page);
  await measureMap(page);
} finally {
  await browser.close();
  await server.close();
}
