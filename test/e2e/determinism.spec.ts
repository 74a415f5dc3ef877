import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "vite";
import { fingerprints } from "../support/fingerprints.ts";
import { expect, test } from "../support/page.ts";

let folder: string;
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "matinee-"));
  await build({
    configFile: false,
    logLevel: "warn",
    base: "./",
    publicDir: false,
    worker: { format: "es" },
    build: {
      outDir: folder,
      emptyOutDir: true,
      assetsInlineLimit: 0,
      rolldownOptions: {
        input: "test/support/fingerprints.ts",
        preserveEntrySignatures: "strict",
        output: { entryFileNames: "fingerprints.js" },
      },
    },
  });
});
test.afterAll(() => rm(folder, { recursive: true }));

test("the same seed gives the same model, to the bit, in Node and in Chromium @main", async ({
  page,
  baseURL,
}) => {
  const site = `${baseURL}determinism/`;
  await page.route(`${site}**`, (route) =>
    route.fulfill({ path: join(folder, route.request().url().slice(site.length)) }),
  );
  await page.goto("");
  const inChromium = await page.evaluate(async (url) => {
    const library: { fingerprints: () => Promise<Record<string, string>> } = await import(url);
    return library.fingerprints();
  }, `${site}fingerprints.js`);

  expect(new Set(Object.values(inChromium)).size).toBe(8);
  expect(inChromium).toEqual(await fingerprints());
});
