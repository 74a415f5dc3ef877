import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "@playwright/test";
import { ratingsOf } from "./generate.ts";

const ROWS = 100_000;
const TIMES = 3;

/** Nanoseconds that PapaParse takes for a row in this browser, with nothing done with what it gives: the fastest of a few. */
export async function papaParse(page: Page): Promise<number> {
  const path = createRequire(import.meta.url).resolve("papaparse/papaparse.min.js");
  await page.evaluate(readFileSync(path, "utf8"));
  const text = [...ratingsOf(ROWS, 50_000)].join("");
  const milliseconds = await page.evaluate(
    ({ text, times }) => {
      const { Papa } = globalThis as unknown as { Papa: { parse(text: string, options: object): unknown } };
      const taken = Array.from({ length: times }, () => {
        const began = performance.now();
        Papa.parse(text, { delimiter: ",", newline: "\n" });
        return performance.now() - began;
      });
      return Math.min(...taken);
    },
    { text, times: TIMES },
  );
  return (milliseconds * 1e6) / ROWS;
}
