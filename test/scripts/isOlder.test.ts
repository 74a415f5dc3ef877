import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { isOlder } from "../../scripts/isOlder.js";

it("says when something has to be made anew", () => {
  const folder = mkdtempSync(join(tmpdir(), "matinee-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const sources = join(folder, "assembly", "deep");
  mkdirSync(sources, { recursive: true });
  const at = (path: string, seconds: number) => {
    writeFileSync(path, "");
    utimesSync(path, seconds, seconds);
    return path;
  };
  const source = at(join(sources, "epoch.ts"), 100);
  const products = [join(folder, "simd.wasm"), join(folder, "threads.wasm")];
  const isStale = () => isOlder(products, [join(folder, "assembly"), source]);
  at(products[0], 200);
  expect(isStale()).toBe(true);
  at(products[1], 200);
  expect(isStale()).toBe(false);
  // As `git pull` leaves it.
  at(source, 300);
  expect(isStale()).toBe(true);
});
