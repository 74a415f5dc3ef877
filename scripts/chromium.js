import { spawnSync } from "node:child_process";
import { delimiter, join } from "node:path";
import { run } from "./run.js";

// The shell is the same Chromium without windows of its own: a test takes a fifth less with it.
const names = [
  "chromium-headless-shell",
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
];

/**
 * Where a Chromium is that starts: what CHROMIUM_PATH names, else one on the PATH, else Playwright's own, else
 * one that is installed now by the means at hand.
 *
 * @returns {Promise<string>} rejects with the remedy if there is none
 */
export async function provideChromium() {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (starts(named)) return named;
    throw new Error(`CHROMIUM_PATH is "${named}", but no Chromium starts there.`);
  }

  const { chromium } = await import("@playwright/test");
  const folders = (process.env.PATH ?? "").split(delimiter);
  const places = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  const find = () => [...places, chromium.executablePath()].find(starts);

  let found = find();
  if (!found) {
    console.log("The browser tests need a Chromium, and none is here: installing one …");
    run("playwright install --no-shell chromium");
    found = find();
  }
  if (!found && process.getuid?.() === 0) {
    run("apt-get update && (apt-get install -y chromium-headless-shell || apt-get install -y chromium)", {
      DEBIAN_FRONTEND: "noninteractive",
    });
    found = find();
  }
  if (found) return found;
  throw new Error(
    "The browser tests need a Chromium, and none could be installed. " +
      "Install one (or Chrome) and put it on the PATH, or name it: CHROMIUM_PATH=/path/to/chromium npm test",
  );
}

/** Chromium heeds only the last such list, so what Playwright turns off for the sake of tests is here again. */
const DISABLED_FEATURES = [
  "AimEnabled",
  "AvoidUnnecessaryBeforeUnloadCheckSync",
  "DestroyProfileOnBrowserClose",
  "HttpsFirstBalancedModeAutoEnable",
  "HttpsUpgrades",
  "NetworkTimeServiceQuerying",
  "OptimizationHints",
  "PaintHolding",
  "PreconnectToSearch",
  "ThirdPartyStoragePartitioning",
  // They prepare the address bar's suggestions, which take a second and more of processor for each window.
  "WebUIOmniboxAimPopup",
  "WebUIOmniboxPopup",
];

/** How the tests and the screenshot start it: asking nothing of the network by itself. */
export async function chromiumOptions() {
  return {
    executablePath: await provideChromium(),
    // Chromium refuses its sandbox to root.
    chromiumSandbox: process.getuid?.() !== 0,
    args: [
      "--disable-background-networking",
      "--disable-component-update",
      `--disable-features=${DISABLED_FEATURES.join(",")}`,
      "--disable-quic",
      "--disable-sync",
      "--no-first-run",
    ],
  };
}

/**
 * Asking for the version needs every shared library that running needs, so it tells a whole Chromium from
 * one that was only unpacked.
 *
 * @param {string} file
 */
function starts(file) {
  return spawnSync(file, ["--version"], { stdio: "ignore", timeout: 30_000 }).status === 0;
}
