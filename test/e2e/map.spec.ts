import type { Page } from "@playwright/test";
import {
  button,
  expect,
  findAndRate,
  goTo,
  NEW_VISITOR,
  openForYou,
  RETURNING,
  status,
  test,
} from "../support/page.ts";

test.use(RETURNING);

const map = (page: Page) => page.getByRole("application", { name: "Map" });
const regions = (page: Page) => page.getByRole("list", { name: "Regions" });
const arranging = (page: Page) => page.getByRole("progressbar", { name: "Arranging the map" });
/** What is drawn, without the outline of the focus. */
const picture = (page: Page) =>
  map(page)
    .locator("canvas")
    .evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL());

test("the map of taste is arranged, can be stopped, moved, searched and chosen from", async ({ page }) => {
  await openForYou(page);
  await findAndRate(page, "Toy Story", 5);
  await goTo(page, "Map");

  await test.step("a rough map at once; arranging it can be stopped and taken up again", async () => {
    await expect(map(page)).toBeVisible();
    await expect(arranging(page)).toBeVisible();
    await button(page, "Stop").click();
    await expect(page.getByText(/Stopped early, so the map is rough/)).toBeVisible();
    await button(page, "Arrange the map").click();
    await expect(arranging(page)).toBeVisible();
    await expect(arranging(page)).toBeHidden();
    await expect(status(page)).toHaveText(/^Ready/);
    await expect(regions(page).getByRole("listitem").first()).toContainText(/[\d,]+ films, such as /);
  });

  await test.step("keys move and zoom it and say what is in the middle, Escape shows all of it", async () => {
    const whole = await picture(page);
    await map(page).focus();
    for (const key of ["+", "+", "ArrowRight", "ArrowDown"]) await page.keyboard.press(key);
    await expect(map(page).locator("[aria-live]")).not.toBeEmpty();
    await expect.poll(async () => (await picture(page)) === whole).toBe(false);
    await page.keyboard.press("Escape");
    await expect.poll(async () => (await picture(page)) === whole).toBe(true);
  });

  await test.step("an area is chosen by a box, and the best of it are listed", async () => {
    await button(page, "Choose an area").click();
    const box = await map(page).boundingBox();
    const [x, y] = [(box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2];
    await page.mouse.move(x - 150, y - 120);
    await page.mouse.down();
    await page.mouse.move(x, y);
    await page.mouse.move(x + 150, y + 120);
    await page.mouse.up();
    const area = page.getByRole("list", { name: "Recommendations from this area" });
    await expect(area.getByRole("listitem")).toHaveCount(18);
    await expect(area.getByRole("link", { name: "Toy Story", exact: true })).toBeHidden();
    await expect(page.getByText(/[\d,]+ films; the best for you first/)).toBeVisible();

    const link = page.url();
    const chosen = await area.textContent();
    await button(page, "Clear").click();
    await expect(area).toBeHidden();
    expect(new URL(page.url()).hash).toBe("#/map");

    // A link to the area shows it, and a finger draws as a mouse does.
    await page.goto("about:blank");
    await page.goto(link);
    await expect(arranging(page)).toBeHidden();
    await expect(area).toHaveText(chosen ?? "");
    await button(page, "Choose an area").click();
    const touch = await page.context().newCDPSession(page);
    const point = async (
      type: "touchStart" | "touchMove" | "touchEnd",
      ...touchPoints: { x: number; y: number }[]
    ) => touch.send("Input.dispatchTouchEvent", { type, touchPoints });
    await point("touchStart", { x: x - 100, y: y - 80 });
    await point("touchMove", { x, y });
    await point("touchMove", { x: x + 100, y: y + 80 });
    await point("touchEnd");
    await expect(area).not.toHaveText(chosen ?? "");
    await button(page, "Clear").click();
  });

  await test.step("drawn around, an area holds less than its box; nothing of it is said so", async () => {
    /** @param path in shares of the map's width and height */
    const drawn = async (path: [number, number][]) => {
      await button(page, "Choose an area").click();
      const { x, y, width, height } = (await map(page).boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
      for (const [i, [right, down]] of path.entries()) {
        await page.mouse.move(x + right * width, y + down * height);
        if (i === 0) await page.mouse.down();
      }
      await page.mouse.up();
      const said = page.getByRole("region", { name: "In this area" }).getByRole("paragraph");
      return (await said.textContent()) ?? "";
    };
    const filmsIn = async (path: [number, number][]) => {
      const [, films = ""] = (await drawn(path)).match(/^([\d,]+) films; the best for you first$/) ?? [];
      await button(page, "Clear").click();
      return Number(films.replace(",", ""));
    };
    const box = await filmsIn([
      [0.4, 0.3],
      [0.5, 0.5],
      [0.6, 0.7],
    ]);
    const triangle = await filmsIn([
      [0.4, 0.3],
      [0.6, 0.3],
      [0.6, 0.7],
    ]);
    expect(triangle).toBeGreaterThan(0);
    expect(triangle).toBeLessThan(box);
    const empty = await drawn([
      [0.01, 0.01],
      [0.02, 0.03],
    ]);
    expect(empty).toBe("No films here. Draw around some dots.");
    await button(page, "Clear").click();
  });

  await test.step("by keyboard, what is in view is chosen", async () => {
    await button(page, "Choose an area").press("Enter");
    await map(page).focus();
    for (const key of ["+", "+", "Enter"]) await page.keyboard.press(key);
    const area = page.getByRole("list", { name: "Recommendations from this area" });
    await expect(area.getByRole("listitem")).toHaveCount(18);
    await page.keyboard.press("Escape");
    await expect(area).toBeHidden();
  });

  // An error while nothing of it has a size would fail the test.
  await test.step("it may be out of sight", async () => {
    const main = page.locator("main");
    await main.evaluate((one: HTMLElement) => {
      one.hidden = true;
      return new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    });
    await main.evaluate((one: HTMLElement) => {
      one.hidden = false;
    });
    await expect(map(page)).toBeVisible();
  });

  await test.step("colours, and names for everything", async () => {
    await page.getByRole("combobox", { name: "Colour by" }).selectOption("How much I would like it");
    await expect(page.getByRole("list", { name: "Legend" })).toContainText("More for you");
  });

  await test.step("search flies there, and a click opens the film's page", async () => {
    await page.emulateMedia({ reducedMotion: "reduce" });
    await page.getByRole("searchbox", { name: "Find a film" }).fill("heat");
    await page.getByRole("list", { name: "Films found" }).getByRole("button", { name: "Heat 1995" }).click();
    await page.evaluate(
      () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
    );
    await map(page).click();
    await expect(page.getByRole("heading", { level: 1, name: "Heat", exact: true })).toBeVisible();
    await page.getByRole("link", { name: "See it on the map" }).click();
    await expect(regions(page)).toBeVisible();
    expect(new URL(page.url()).hash).toMatch(/^#\/map\?film=\d+$/);
    await page.evaluate(
      () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
    );
    await map(page).click();
    await expect(page.getByRole("heading", { level: 1, name: "Heat", exact: true })).toBeVisible();
  });
});

test("by keyboard, the film in the middle of the map is named and opened @main", async ({ page }) => {
  await page.goto("#/map");
  await map(page).focus();
  await page.keyboard.press("+");
  const named = map(page).locator("[aria-live]");
  await expect(named).not.toBeEmpty();
  const name = (await named.textContent()) ?? "";
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name, exact: true })).toBeVisible();
  await expect(page.getByRole("link", { name: "See it on the map" })).toBeVisible();
});

test.describe("before there is a model", () => {
  test.use(NEW_VISITOR);

  test("the map says what it waits for, and leads there", async ({ page }) => {
    await page.goto("#/map");
    await expect(page.getByText("The map appears once the model has finished training.")).toBeVisible();
    await page.getByRole("link", { name: "Watch it train" }).click();
    await expect(page.getByRole("progressbar", { name: "Training" })).toBeVisible();
  });
});
