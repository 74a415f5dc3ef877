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
/** What has lines and letters; where no graphics card draws the dots, they are in it, too. */
const over = (page: Page) => map(page).locator("canvas").last();
/** What is drawn, without the outline of the focus. */
const picture = (page: Page) => over(page).evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL());
/** The next frame is there. */
const drawn = (page: Page) =>
  page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));

/** What sends touches. */
async function touching(page: Page) {
  const session = await page.context().newCDPSession(page);
  return (type: "touchStart" | "touchMove" | "touchEnd", ...touchPoints: { x: number; y: number }[]) =>
    session.send("Input.dispatchTouchEvent", { type, touchPoints });
}

/** Of each tile of what is seen of the map, how many pixels have a colour: only dots have one. */
async function colours(page: Page): Promise<number[]> {
  const png = (await map(page).screenshot()).toString("base64");
  return page.evaluate(async (png) => {
    const bytes = Uint8Array.from(atob(png), (letter) => letter.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
    const context = new OffscreenCanvas(image.width, image.height).getContext("2d");
    if (context === null) throw new Error("There is no canvas.");
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, image.width, image.height);
    const tiles = new Array<number>(64).fill(0);
    for (let at = 0; at < data.length; at += 4) {
      const [red, green, blue] = data.subarray(at, at + 3);
      if (Math.max(red, green, blue) - Math.min(red, green, blue) < 40) continue;
      const [x, y] = [(at / 4) % image.width, Math.floor(at / 4 / image.width)];
      tiles[8 * Math.floor((8 * y) / image.height) + Math.floor((8 * x) / image.width)]++;
    }
    return tiles;
  }, png);
}

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
    const touch = await touching(page);
    await touch("touchStart", { x: x - 100, y: y - 80 });
    await touch("touchMove", { x, y });
    await touch("touchMove", { x: x + 100, y: y + 80 });
    await touch("touchEnd");
    await expect(area).not.toHaveText(chosen ?? "");
    await button(page, "Clear").click();
  });

  await test.step("drawn around, an area holds less than its box; nothing of it is said so", async () => {
    /** @param path in shares of the map's width and height */
    const choose = async (path: [number, number][]) => {
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
      const [, films = ""] = (await choose(path)).match(/^([\d,]+) films; the best for you first$/) ?? [];
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
    const empty = await choose([
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

  await test.step("two fingers that part bring it nearer by as much, and what is between them stays there", async () => {
    const box = await map(page).boundingBox();
    const [x, y] = [(box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2];
    await page.emulateMedia({ reducedMotion: "reduce" });
    await map(page).press("Escape");
    await drawn(page);
    const touch = await touching(page);
    for (const [type, apart] of [
      ["touchStart", 40],
      ["touchMove", 60],
      ["touchMove", 120],
    ] as const) {
      await touch(type, { x: x - apart, y }, { x: x + apart, y });
    }
    await touch("touchEnd");
    const view = () =>
      new URL(page.url()).hash
        .match(/view=([^_]+)_([^_]+)_([^&]+)/)
        ?.slice(1)
        .map(Number);
    await expect.poll(() => view()?.[2]).toBeCloseTo(3, 1);
    expect(Math.hypot(...(view() ?? []).slice(0, 2))).toBeLessThan(0.1);
    await map(page).press("Escape");
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
    await page.getByRole("searchbox", { name: "Find a film" }).fill("heat");
    await page.getByRole("list", { name: "Films found" }).getByRole("button", { name: "Heat 1995" }).click();
    await drawn(page);
    await map(page).click();
    await expect(page.getByRole("heading", { level: 1, name: "Heat", exact: true })).toBeVisible();
    await page.getByRole("link", { name: "See it on the map" }).click();
    await expect(regions(page)).toBeVisible();
    expect(new URL(page.url()).hash).toMatch(/^#\/map\?film=\d+$/);
    await drawn(page);
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

test("a graphics card draws the same dots, and what it has lost is drawn without it", async ({ page }) => {
  await page.addInitScript(() => {
    const { prototype } = WebGL2RenderingContext;
    const { getExtension } = prototype;
    // Nothing tells that the card of this test is none.
    Object.assign(prototype, {
      getExtension(this: WebGL2RenderingContext, name: string) {
        return /renderer_info/.test(name) ? null : Reflect.apply(getExtension, this, [name]);
      },
    });
  });
  await page.goto("#/map");
  await expect(arranging(page)).toBeVisible();
  await expect(arranging(page)).toBeHidden();
  const isByCard = () =>
    over(page).evaluate((canvas: HTMLCanvasElement) => {
      const corner = canvas.getContext("2d")?.getImageData(0, 0, 1, 1).data;
      return corner?.[3] === 0;
    });
  const card = await map(page)
    .locator("canvas")
    .first()
    .evaluateHandle((canvas: HTMLCanvasElement) =>
      canvas.getContext("webgl2")?.getExtension("WEBGL_lose_context"),
    );
  await expect.poll(isByCard).toBe(true);
  const byCard = await colours(page);
  await card.evaluate((one) => one?.loseContext());
  await expect.poll(isByCard).toBe(false);
  const asPixels = await colours(page);
  await card.evaluate((one) => one?.restoreContext());
  await expect.poll(isByCard).toBe(true);

  const sum = (tiles: number[]) => tiles.reduce((sum, count) => sum + count, 0);
  const difference = sum(byCard.map((count, tile) => Math.abs(count - asPixels[tile])));
  expect(sum(asPixels)).toBeGreaterThan(1000);
  expect(difference / sum(asPixels)).toBeLessThan(0.2);
  expect(await colours(page)).toEqual(byCard);
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
