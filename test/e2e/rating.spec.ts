import type { Locator, Page } from "@playwright/test";
import { expect, READY, RETURNING, test } from "../support/page.ts";

test.use(RETURNING);

const recommendations = (page: Page) => page.getByRole("list", { name: "Recommendations" });
const ownRatings = (page: Page) => page.getByRole("list", { name: "Your ratings" });
const cardOf = (page: Page, title: string) =>
  recommendations(page)
    .getByRole("listitem")
    .filter({ has: page.getByRole("heading", { name: title, exact: true }) });
const star = (within: Locator, stars: string) => within.getByRole("radio", { name: stars, exact: true });
const titles = (page: Page) => recommendations(page).getByRole("heading").allTextContents();
const status = (page: Page) => page.getByRole("banner").getByRole("status");

async function open(page: Page): Promise<string[]> {
  await page.goto("");
  await expect(recommendations(page).getByRole("listitem")).toHaveCount(24);
  await expect(status(page)).toHaveText(READY);
  return titles(page);
}

test("a double click rates one film, which stays in its place until the pointer has left", async ({
  page,
}) => {
  const [first, second] = await open(page);
  const card = cardOf(page, second);
  await star(card, "4 stars").dblclick();

  await expect(card.getByText("4 stars", { exact: true })).toBeVisible();
  await expect(ownRatings(page).getByRole("listitem")).toHaveCount(1);
  expect((await titles(page)).slice(0, 2)).toEqual([first, second]);
  await expect(status(page)).toContainText(`Rated ${second} 4 stars. New at the top: `);

  await page.mouse.move(640, 2);
  await expect.poll(() => titles(page)).not.toContain(second);
  await expect(ownRatings(page).getByRole("listitem")).toHaveCount(1);
});

test("a rated film is taken back on its card, and by Ctrl+Z elsewhere", async ({ page }) => {
  const before = await open(page);
  const [title] = before;
  const card = cardOf(page, title);
  await star(card, "2 stars").click();
  await card.getByRole("button", { name: /^Undo/ }).click();
  await expect(ownRatings(page)).toBeHidden();
  await expect(status(page)).toContainText(`Undone: rated ${title} 2 stars.`);

  await star(card, "5 stars").click();
  await page.mouse.move(640, 2);
  await expect.poll(() => titles(page)).not.toContain(title);
  await page.keyboard.press("Control+z");
  await expect.poll(() => titles(page)).toEqual(before);
});

test("what is tried out is an outline that ends with the pointer's stay", async ({ page }) => {
  const [title] = await open(page);
  const stars = recommendations(page).getByRole("radiogroup", { name: `Rate ${title}`, exact: true });
  await star(stars, "3.5 stars").hover();
  await expect(stars).toHaveCSS("--tried", "3.5");
  await expect(stars).toHaveCSS("--shown", "0");
  await page.mouse.move(640, 2);
  await expect(stars).toHaveCSS("--tried", "0");
});

test.describe("with a finger", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test("a tap gives whole stars on the list, and every star is 44 pixels high", async ({ page }) => {
    const [title] = await open(page);
    const card = cardOf(page, title);
    const four = star(card, "4 stars");
    const box = await four.boundingBox();
    expect(box?.height).toBeGreaterThanOrEqual(44);
    expect(box?.width).toBeGreaterThanOrEqual(32);
    await four.tap();
    await four.tap();
    await expect(card.getByText("4 stars", { exact: true })).toBeVisible();
    await expect.poll(() => titles(page)).not.toContain(title);
    await page.getByRole("button", { name: "Your ratings (1)" }).tap();
    await expect(ownRatings(page).getByRole("listitem")).toHaveCount(1);
  });
});
