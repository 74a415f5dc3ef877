import type { Locator, Page } from "@playwright/test";
import { drop } from "../support/dropping.ts";
import {
  button,
  expect,
  findAndRate,
  openForYou,
  RETURNING,
  recommendations,
  test,
} from "../support/page.ts";
import { bringAxe, violations } from "../support/violations.ts";

test.use(RETURNING);

const WIDTHS = [390, 768, 1280];

/** A second person's ratings of Toy Story 2, Heat and Seven. */
const THEIRS = "#/together?ratings=3114~9.6~10.47~9";

/** What axe-core objects to at each width, and what sticks out of the page. */
async function faults(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    if (wide > width) found.push(`${width}: ${wide} pixels wide`);
    for (const violation of await violations(page, width !== WIDTHS.at(-1)))
      found.push(`${width}: ${violation}`);
  }
  return found;
}

const heading = (page: Page, name: string) => page.getByRole("heading", { level: 1, name, exact: true });

/** Every place but "For you", and what tells that it is there. */
const PLACES: readonly [address: string, sign: (page: Page) => Locator][] = [
  [THEIRS, (page) => page.getByRole("list", { name: "Their recommendations" })],
  ["#/film/1", (page) => page.getByRole("region", { name: "Similar films" })],
  ["#/map", (page) => page.getByRole("application", { name: "Map" })],
  ["#/training", (page) => heading(page, "Training")],
  ["#/new-users", (page) => page.getByRole("slider", { name: "Share of ratings that are known" })],
  ["#/quality", (page) => heading(page, "Quality")],
  ["#/nothing", (page) => page.getByRole("main").getByRole("link", { name: "New users" })],
  ["#/data", (page) => page.getByRole("list", { name: "Saved data and models" })],
];

test("every place is in order at every width and in both schemes", async ({ page }) => {
  await bringAxe(page);
  await openForYou(page);
  await test.step("For you, to a newcomer", async () => expect(await faults(page)).toEqual([]));

  await findAndRate(page, "Toy Story", 5);
  await page.getByRole("searchbox", { name: "Find a film" }).fill("lord");
  await expect(page.getByRole("list", { name: "Films found" })).toBeVisible();
  await test.step("For you, after a rating", async () => expect(await faults(page)).toEqual([]));

  for (const [address, sign] of PLACES) {
    await page.evaluate((hash) => {
      window.location.hash = hash;
    }, address);
    await expect(sign(page).first()).toBeVisible();
    await test.step(address, async () => expect(await faults(page)).toEqual([]));
    if (address !== THEIRS) continue;
    await button(page, "For both of us").click();
    await expect(page.getByRole("list", { name: "For both of you" })).toBeVisible();
    await test.step("for both", async () => expect(await faults(page)).toEqual([]));
  }
});

test("in forced colours, borders tell the current place, what is pressed, progress and the timeline’s line", async ({
  page,
}) => {
  const border = (element: Locator, pseudo?: string) =>
    element.evaluate((one, part) => getComputedStyle(one, part).borderLeftStyle, pseudo);
  await page.emulateMedia({ forcedColors: "active" });
  await page.goto("#/new-users");
  const line = page.getByRole("slider", { name: "Share of ratings that are known" });
  await expect(line).toBeVisible();
  expect(await border(line, "::before")).toBe("solid");
  const place = page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "New users" });
  expect(await border(place)).toBe("solid");
  await button(page, "Add new users").click();
  expect(await border(page.getByRole("progressbar").first())).toBe("solid");
});

test("on paper, posters keep their ink, and places and messages are left out", async ({ page }) => {
  await openForYou(page);
  await drop(page, { "letter.csv": "Dear Sir or Madam,\nthere are no ratings here.\n" });
  await expect(page.getByRole("alert")).toContainText("letter.csv");
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("alert")).toBeHidden();
  await expect(page.getByRole("navigation", { name: "Main" })).toBeHidden();
  const poster = recommendations(page).getByRole("link").first();
  expect(await poster.evaluate((one) => getComputedStyle(one).printColorAdjust)).toBe("exact");
});
