import type { Page } from "@playwright/test";
import { button, expect, goTo } from "./page.ts";

export const saved = (page: Page) => page.getByRole("region", { name: "Saved on this device" });
export const works = (page: Page) => saved(page).getByRole("list", { name: "Saved data and models" });

/** Ends a first visit's training early: what there is of the model is saved. */
export async function stopAndSee(page: Page): Promise<void> {
  await page.goto("#/training");
  await expect(page.getByText(/^mean loss \d/)).toBeVisible();
  await button(page, "Stop").click();
  await goTo(page, "Data");
  await expect(works(page)).toContainText(/MovieLens.*model \(\d+ epochs?\)/);
}

/** Answers the question, too. */
export async function deleteEverything(page: Page): Promise<void> {
  await button(page, "Delete everything").click();
  const question = page.getByRole("dialog", { name: "Delete everything?" });
  await Promise.all([page.waitForEvent("load"), button(question, "Delete everything").click()]);
}
