import { defineConfig } from "vitest/config";

export default defineConfig({
  root: import.meta.dirname,
  test: {
    globalSetup: ["../test/support/freshKernels.ts", "test/support/buildPackage.ts"],
    include: ["test/**/*.test.ts"],
    // Importing the library takes longer than most tests: files that run in one process share it.
    isolate: false,
    // Processes are started, and a busy machine is slow, not wrong.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    tags: [{ name: "thorough", description: "Run by `npm test -- --all` only." }],
  },
});
