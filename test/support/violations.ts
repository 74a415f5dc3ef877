import type { Page } from "@playwright/test";
import type { AxeResults, RunOptions } from "axe-core";

interface Axe {
  run(options: RunOptions): Promise<AxeResults>;
}

const EVERYTHING = { rules: { "target-size": { enabled: true } } };
/** What depends on the width of the page. */
const ON_LAYOUT = { runOnly: ["color-contrast", "target-size", "scrollable-region-focusable"] };
/** What depends on the colour scheme. */
const ON_COLOURS = { runOnly: ["color-contrast"] };

/**
 * What axe-core objects to on the page as it stands, in a line each, in both colour schemes.
 *
 * @param isOtherWidth leaves out what was looked at in another width and is the same in this one
 */
export async function violations(page: Page, isOtherWidth = false): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ["light", "dark"] as const) {
    const scope = colorScheme === "dark" ? ON_COLOURS : isOtherWidth ? ON_LAYOUT : EVERYTHING;
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

/**
 * Has axe-core at hand on every page that is opened from now on. Nothing moves there: on its way a film is half
 * transparent, and its words would be found too pale.
 */
export async function bringAxe(page: Page): Promise<void> {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.addInitScript({ path: "node_modules/axe-core/axe.min.js" });
}
