import type { Locator, Page } from "@playwright/test";
import { button, expect, goTo, RETURNING, test } from "../support/page.ts";
import { bringAxe, violations } from "../support/violations.ts";

test.use(RETURNING);

const picker = (page: Page) => page.getByRole("combobox", { name: "New user" });

/** Title and year of every film in a table. */
function films(table: Locator): Promise<string[]> {
  return table
    .getByRole("rowheader")
    .evaluateAll((titles) =>
      titles.map((title) => `${title.textContent} ${title.nextElementSibling?.textContent}`),
    );
}

test("60 first-time users are added, each with films they rated and films to see", async ({ page }) => {
  await bringAxe(page);
  await page.goto("#/new-users");
  await button(page, "Add new users").click();
  await expect(picker(page)).toBeVisible({ timeout: 90_000 });
  await expect(picker(page).getByRole("option")).toHaveCount(60);
  const outcome = page.getByRole("region", { name: "Outcome" });
  await expect(outcome).toContainText(/^60 first-time users got their own recommendations in \d+\.\d\d\ss\./);
  await expect(outcome).toContainText("90,003");
  await expect(outcome).toContainText("10,001");
  await expect(outcome.getByText(/^\d+\.\d\d\s+s$/)).toHaveCount(2);

  const option = await picker(page).getByRole("option").nth(20).textContent();
  const id = /^User (\S+):/.exec(option ?? "")?.[1] ?? "";
  await picker(page).selectOption(id);
  const rated = page.getByRole("table", { name: `Rated 3 and up by user ${id}` });
  const recommended = page.getByRole("table", { name: `Top 20 for user ${id}` });
  await expect(recommended.getByRole("rowheader")).toHaveCount(20);
  expect(await violations(page)).toEqual([]);
  const more = page.getByRole("button", { name: /^Show \d+ more of/ });
  while (await more.isVisible()) await more.click();

  const seen = await films(rated);
  const likes = Number(/, (\d+) liked$/.exec(option ?? "")?.[1]);
  expect(seen.length).toBe(likes);
  expect((await films(recommended)).filter((film) => seen.includes(film))).toEqual([]);
  await expect(recommended.getByRole("row").nth(1).getByRole("cell").last()).toHaveText(/[A-Z]/);
  const stars = await rated
    .getByText("★")
    .evaluateAll((marks) => marks.map((mark) => parseFloat(mark.parentElement?.textContent ?? "")));
  expect(stars).toEqual([...stars].sort((a, b) => b - a));
  expect(Math.min(...stars)).toBeGreaterThanOrEqual(3);

  await page.setViewportSize({ width: 390, height: 844 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await expect(recommended.getByRole("rowheader").first()).toBeVisible();

  /** What a person sees dimmed: figures in the ink of secondary text. */
  const looks = (text: Locator) => text.evaluate((one) => getComputedStyle(one).color);
  const figure = outcome.getByText("90,003");
  const secondary = await looks(outcome.getByText("new ratings", { exact: true }));
  expect(await looks(figure)).not.toBe(secondary);
  const outdated = page.getByText("Out of date: this was computed with the line at 90%.");
  await page.getByRole("slider", { name: "Share of ratings that are known" }).press("ArrowLeft");
  await expect(outdated).toBeVisible();
  expect(await looks(figure)).toBe(secondary);
  // Nor does the step still claim what it found.
  await expect(page.getByText(/^The model took in /)).toBeHidden();
  await button(page, "Run again").click();
  await expect(outdated).toBeHidden({ timeout: 60_000 });
  expect(await looks(outcome.getByText("89,003"))).not.toBe(secondary);
  // The line can be pointed to.
  await expect(page).toHaveURL(/#\/new-users\?line=89$/);
  await page.reload();
  await expect(page.getByText(/^Known: 89,003 ratings/)).toBeVisible();
});

/** The links of the outline. */
const steps = (page: Page) => page.getByRole("navigation", { name: "Steps" }).getByRole("link");

test("an outline that stays in sight leads to each step, marks the one being read and says how each stands", async ({
  page,
}) => {
  const titles = ["Who is new?", "Tuning", "Add new users", "Three ways to update", "Replay", "Serving"];
  const current = page.getByRole("navigation", { name: "Steps" }).locator("[aria-current=step]");
  await page.goto("#/new-users?step=replay");
  await expect(current).toHaveAccessibleName("Replay");
  await expect(steps(page)).toHaveCount(6);
  await expect(page.getByRole("slider", { name: "Share of ratings that are known" })).toBeVisible();
  for (const [width, height] of [
    [1280, 800],
    [390, 844],
  ]) {
    await page.setViewportSize({ width, height });
    for (const title of titles.toReversed()) {
      const link = steps(page).filter({ hasText: title });
      await link.click();
      await expect(current).toHaveText(new RegExp(title.replace("?", "\\?")));
      await expect(link).toBeInViewport({ ratio: 1 });
      const section = page.getByRole("region", { name: title, exact: true });
      await expect(section).toBeFocused();
      const heading = await section.getByRole("heading", { level: 2 }).boundingBox();
      const outline = await page.getByRole("navigation", { name: "Steps" }).boundingBox();
      if (heading === null || outline === null) throw new Error("A step or the outline is not shown.");
      const isBeside = outline.x + outline.width <= heading.x;
      expect(isBeside || outline.y + outline.height <= heading.y).toBe(true);
      expect(heading.y).toBeLessThan(height);
    }
  }
  const adding = steps(page).filter({ hasText: "Add new users" });
  await expect(adding).toHaveAccessibleName("Add new users");
  await button(page, "Add new users").click();
  await expect(adding).toHaveAccessibleName("Add new users running");
  await goTo(page, "Data");
  await goTo(page, "New users");
  await expect(adding).toHaveAccessibleName("Add new users done");
  await expect(picker(page)).toBeVisible();
  await expect(page.getByText(/^The model took in 10,001 new ratings in /)).toBeVisible();
  await page.getByRole("slider", { name: "Share of ratings that are known" }).press("ArrowLeft");
  await expect(adding).toHaveAccessibleName("Add new users out of date");
});

test("nothing starts by itself; adding new users can be stopped, and others wait for it @main", async ({
  page,
}) => {
  await page.goto("#/training");
  const stop = button(page, "Stop");
  // The experiment trains with the settings of the last run: long enough to be stopped in time.
  await page.getByRole("spinbutton", { name: "Epochs" }).fill("500");
  await page.getByRole("button", { name: "Train", exact: true }).click();
  await expect(page.getByText(/^AUC \S+ after \d+ epochs?[;.]/)).toBeVisible();
  await stop.click();
  await goTo(page, "New users");
  await expect(page.getByRole("slider", { name: "Share of ratings that are known" })).toBeVisible();
  await expect(page.getByRole("progressbar")).toBeHidden();

  await button(page, "Add new users").click();
  await expect(page.getByRole("progressbar", { name: "Adding new users" })).toBeVisible();
  await button(page, "Tune").click();
  await expect(page.getByText("Waiting for the update to finish.")).toBeVisible();
  await button(page, "Cancel").click();
  await expect(page.getByText("Waiting for the update to finish.")).toBeHidden();
  await stop.click();
  await expect(button(page, "Add new users")).toBeEnabled();
  await expect(page.getByRole("progressbar")).toBeHidden();
  await expect(picker(page)).toBeHidden();
});
