import { availableParallelism } from "node:os";
import react from "@vitejs/plugin-react";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";
import { readHostHeaders } from "./scripts/hostHeaders.ts";
import { serviceWorker } from "./scripts/serviceWorkerPlugin.ts";

const headers = readHostHeaders();

/** In development scripts and styles stand in the page, which the policy forbids: only threads need theirs. */
const isolation = Object.fromEntries(
  Object.entries(headers).filter(([name]) => name.startsWith("Cross-Origin-")),
);

/** The policy stands in the page too, for hosts that send no headers. */
const policyInPage: Plugin = {
  name: "policy-in-page",
  apply: "build",
  transformIndexHtml() {
    // A <meta> cannot say who may frame the page.
    const content = headers["Content-Security-Policy"]?.replace(/; frame-ancestors [^;]*/, "");
    if (!content) throw new Error("public/_headers holds no Content-Security-Policy.");
    const attrs = { "http-equiv": "Content-Security-Policy", content };
    return [{ tag: "meta", attrs, injectTo: "head-prepend" }];
  },
};

function chunkName(moduleIds: string[]): string {
  const ofSqlite = moduleIds.some((id) => id.includes("/@sqlite.org/"));
  return `assets/${ofSqlite ? "sqlite3" : "[name]"}-[hash].js`;
}

export default defineConfig({
  // The site works under any path of a host; there is one page, and what is not there is a 404.
  base: "./",
  appType: "mpa",
  plugins: [react(), policyInPage, serviceWorker(headers)],
  build: {
    outDir: "dist/site",
    emptyOutDir: true,
    // What isSupported.ts asks for. Nothing is lowered: private fields would take a third of a visit.
    target: ["chrome111", "firefox115", "safari16.4"],
    // The policy knows no data: addresses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  worker: {
    format: "es",
    rolldownOptions: {
      // The service worker tells by the name what it keeps only when it is asked for.
      output: { chunkFileNames: ({ moduleIds }) => chunkName(moduleIds) },
    },
  },
  server: { headers: isolation },
  preview: { headers, cors: false },
  test: {
    include: ["test/**/*.test.{ts,tsx}"],
    globalSetup: "test/support/freshKernels.ts",
    // By default a machine of two cores gets one worker.
    maxWorkers: availableParallelism(),
    // Importing costs as much as testing does: files that run in one process share what they import.
    isolate: false,
    // A busy machine is slow, not wrong.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    tags: [{ name: "thorough", description: "Run by `npm test -- --all` only." }],
    // The examples name the library as its users do; test/library/ tries what is built.
    alias: {
      "matinee/files": new URL("src/files.ts", import.meta.url).pathname,
      matinee: new URL("src/index.ts", import.meta.url).pathname,
    },
  },
});
