import type { Locator } from "@playwright/test";
import {
  button,
  cardOf,
  expect,
  NEW_VISITOR,
  openForYou,
  RETURNING,
  recommendations,
  test,
  titles,
} from "../support/page.ts";

test.use(RETURNING);

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

const star = (within: Locator, stars: string) => within.getByRole("radio", { name: stars, exact: true });

test.describe("with a finger", () => {
  test.use(PHONE);

  test("a tap gives whole stars on the wall, which grow so that the next one can give a half @main", async ({
    page,
  }) => {
    await openForYou(page);
    const [title] = await titles(page);
    const four = star(cardOf(page, title), "4 stars");
    const box = await four.boundingBox();
    expect(box?.height).toBeGreaterThanOrEqual(44);
    expect(box?.width).toBeGreaterThanOrEqual(44);
    await four.tap();
    const card = cardOf(page, title);
    await expect(button(card, `Undo: ${title}, 4 stars`)).toBeVisible();
    await expect.poll(async () => (await four.boundingBox())?.width).toBe(24);
    await star(card, "3.5 stars").tap();
    await expect(button(card, `Undo: ${title}, 3.5 stars`)).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    await expect.poll(() => titles(page)).not.toContain(title);
    await expect(page.getByRole("button", { name: "Your ratings (1)" })).toBeVisible();
  });
});

test("what a person came for is on the first screen of a tablet and of a phone", async ({ page }) => {
  const topOf = async (place: Locator) => (await place.boundingBox())?.y;
  await openForYou(page);
  await expect(page.getByRole("region", { name: "Getting started" })).toBeVisible();
  await page.setViewportSize({ width: 768, height: 1024 });
  await expect.poll(() => topOf(recommendations(page))).toBeLessThan(620);
  await page.setViewportSize({ width: 390, height: 844 });
  await expect.poll(() => topOf(recommendations(page))).toBeLessThan(530);

  await page.goto("#/map");
  await expect.poll(() => topOf(page.locator("canvas").first())).toBeLessThan(400);

  await page.goto("#/together?ratings=3114~9.6~10");
  const film = page.getByRole("list", { name: "Their recommendations" }).getByRole("listitem").first();
  await expect.poll(() => topOf(film)).toBeLessThan(700);
  const { width = 0, height = 0 } = (await film.boundingBox()) ?? {};
  expect(height, "a poster that lies down").toBeLessThan(width / 2);
});

test("how sure the list is stands clear of the stars above it, on narrow phones too", async ({ page }) => {
  await openForYou(page);
  const start = page.getByRole("region", { name: "Getting started" });
  await star(start.getByRole("radiogroup"), "5 stars").press("5");
  await expect(start.getByText(/^Without any one like/)).toBeVisible();
  for (const width of [320, 360, 390, 430]) {
    await page.setViewportSize({ width, height: 844 });
    const room = async () => {
      const stars = await start.getByRole("radiogroup").boundingBox();
      const meter = await start.getByRole("meter").boundingBox();
      return stars === null || meter === null ? Number.NaN : meter.y - stars.y - stars.height;
    };
    await expect.poll(room, `at ${width}`).toBeGreaterThanOrEqual(0);
  }
});

test.describe("on a first visit with a phone", () => {
  test.use({ ...NEW_VISITOR, ...PHONE });

  test("nothing that is on the screen moves, from the empty page to the first question", async ({ page }) => {
    await page.addInitScript(() => {
      const moved: string[] = [];
      Object.assign(window, { moved });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as (PerformanceEntry & {
          value: number;
          sources: { node: Element | null }[];
        })[]) {
          const what = entry.sources.map(({ node }) => node?.className ?? "").join(", ");
          // Less is the status in the header, which grows to the left.
          if (entry.value > 0.005) moved.push(`${entry.value.toFixed(3)}: ${what}`);
        }
      }).observe({ type: "layout-shift", buffered: true });
    });
    await page.goto("");
    await expect(page.getByText("Seen it? Rate it, or skip.")).toBeVisible();
    await expect(recommendations(page).getByRole("listitem").first()).toBeVisible();
    expect(await page.evaluate(() => (window as unknown as { moved: string[] }).moved)).toEqual([]);
  });
});
