import { chromium } from "@playwright/test";
import { preview } from "vite";
import { chromiumOptions } from "./chromium.js";

/** Opens the built site anew five times and tells how long the first recommendations take. */
const TIMES = 5;

const port = 4176;
const server = await preview({ preview: { port, strictPort: true } });
const seconds = [];
try {
  for (let i = 0; i < TIMES; i++) {
    const browser = await chromium.launch(await chromiumOptions());
    const page = await browser.newPage({ serviceWorkers: "block", viewport: { width: 1280, height: 800 } });
    const began = performance.now();
    await page.goto(`http://localhost:${port}/`);
    const list = page.getByRole("list", { name: "Recommendations" });
    await list.getByRole("heading").first().waitFor({ timeout: 120_000 });
    seconds.push((performance.now() - began) / 1000);
    await browser.close();
  }
} finally {
  await server.close();
}
seconds.sort((a, b) => a - b);
console.log(`First recommendations after ${seconds.map((s) => s.toFixed(1)).join(", ")} s`);
console.log(`Median ${seconds[Math.floor(TIMES / 2)].toFixed(1)} s`);
