import type { Page } from "@playwright/test";
import type { AxeResults, RunOptions } from "axe-core";

interface Axe {
  run(options: RunOptions): Promise<AxeResults>;
}

/** Of the colour scheme nothing else depends, so one pass over all rules will do. */
const SCHEMES = [
  { colorScheme: "light", rules: { "target-size": { enabled: true } } },
  { colorScheme: "dark", runOnly: ["color-contrast"] },
] as const;

/** What axe-core objects to on the page as it stands, in a line each, in both colour schemes. */
export async function violations(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const { colorScheme, ...scope } of SCHEMES) {
    await page.emulateMedia({ colorScheme });
    const results = await page.evaluate(
      (options) => (globalThis as unknown as { axe: Axe }).axe.run(options as RunOptions),
      { ...scope, resultTypes: ["violations"] },
    );
    for (const { id, nodes } of results.violations) {
      found.push(`${colorScheme}: ${id} at ${nodes.map((node) => node.target.join(" ")).join(", ")}`);
    }
  }
  return found;
}

/** Has axe-core at hand on every page that is opened from now on. */
export async function bringAxe(page: Page): Promise<void> {
  await page.addInitScript({ path: "node_modules/axe-core/axe.min.js" });
}
