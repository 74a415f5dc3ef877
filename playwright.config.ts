import { defineConfig } from "@playwright/test";
import { chromiumOptions } from "./scripts/chromium.js";
import { freePort } from "./scripts/freePort.js";

// Playwright reads this file once more in each of its processes: they share what the first one decided.
process.env.PAGE_PORT ??= String(await freePort());
const launchOptions = await chromiumOptions();
process.env.CHROMIUM_PATH = launchOptions.executablePath;
const baseURL = `http://localhost:${process.env.PAGE_PORT}/`;

export default defineConfig({
  testDir: "test/e2e",
  fullyParallel: true,
  workers: 2,
  // Generous, since other processes may hold both cores: a test that passes never waits for them.
  timeout: 300_000,
  expect: { timeout: 120_000 },
  // A service worker answers before a test's own routes do; what is tested of it has a file of its own.
  use: { baseURL, launchOptions, serviceWorkers: "block" },
  projects: [
    {
      name: "first visit",
      testMatch: "firstVisit.setup.ts",
      // All others rest on it, and it trains a whole model.
      timeout: 300_000,
      expect: { timeout: 240_000 },
    },
    {
      name: "page",
      testMatch: "*.spec.ts",
      dependencies: ["first visit"],
      // Set by `npm run faults`.
      repeatEach: Number(process.env.FAULTS_REPEATS ?? 1),
      ...(process.env.FAULTS_LONG ? {} : { grepInvert: /@long/ }),
    },
  ],
  webServer: {
    command: `node node_modules/vite/bin/vite.js preview --port ${process.env.PAGE_PORT} --strictPort`,
    url: baseURL,
  },
});
