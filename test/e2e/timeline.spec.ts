import type { Page } from "@playwright/test";
import { expect, goTo, RETURNING, test } from "../support/page.ts";

test.use(RETURNING);

const line = (page: Page) => page.getByRole("slider", { name: "Share of ratings that are known" });
const timeline = (page: Page) => page.getByRole("figure", { name: "Timeline" });

/** What the sentence below the picture counts on either side of the line. */
async function counts(page: Page): Promise<{ known: number; new: number; newUsers: number }> {
  const sentence = await timeline(page)
    .getByText(/^Known: /)
    .textContent();
  const figures =
    /^Known: (?<known>\S+) ratings by .* New: (?<new>\S+) ratings, .* (?<newUsers>\S+) first-time users\.$/;
  const { known, new: after, newUsers } = figures.exec(sentence ?? "")?.groups ?? {};
  const number = (text: string | undefined) => Number(text?.replaceAll(",", ""));
  return { known: number(known), new: number(after), newUsers: number(newUsers) };
}

/** How many pixels of the canvas, left and right of the line, are of the ground of new users. */
function marquee(page: Page): Promise<{ left: number; right: number }> {
  return timeline(page)
    .locator("canvas")
    .evaluate((canvas: HTMLCanvasElement) => {
      const context = canvas.getContext("2d");
      const handle = document.querySelector("[role=slider]");
      if (context === null || handle === null) return { left: 0, right: 0 };
      const { left, width } = handle.getBoundingClientRect();
      const line = left + width / 2 - canvas.getBoundingClientRect().left;
      const at = Math.round((line / canvas.clientWidth) * canvas.width);
      const count = (x: number, w: number) => {
        if (w < 1) return 0;
        const { data } = context.getImageData(x, 0, w, canvas.height);
        let found = 0;
        for (let i = 0; i < data.length; i += 4) if (data[i] === 255 && data[i + 2] < 60) found++;
        return found;
      };
      return { left: count(0, at - 2), right: count(at + 2, canvas.width - at - 2) };
    });
}

async function open(page: Page): Promise<void> {
  await page.goto("#/new-users");
  await expect(line(page)).toBeVisible();
}

// A click on "Tune" missed the button, which moved under it.
test("nothing below moves when the timeline is there", async ({ page }) => {
  await page.goto("#/training");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  const places = await page.evaluateHandle(() => {
    const seen = new Set<number>();
    const look = () => {
      const heading = [...document.querySelectorAll("h2")].find(
        ({ textContent }) => textContent === "Tuning",
      );
      if (heading) seen.add(Math.round(heading.getBoundingClientRect().top + window.scrollY));
      requestAnimationFrame(look);
    };
    look();
    return seen;
  });
  await goTo(page, "New users");
  await expect(line(page)).toBeVisible();
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
  expect(await places.evaluate((seen) => [...seen])).toHaveLength(1);
});

test("the line between known and new is moved by keyboard, and its counts follow @main", async ({ page }) => {
  await open(page);
  await expect(line(page)).toHaveAttribute("aria-valuenow", "90");
  await expect(line(page)).toHaveAttribute(
    "aria-valuetext",
    "Known: 90,003 ratings by 611 users until 15 July 2015. New: 10,001 ratings, 8,330 of them from 60 first-time users.",
  );
  expect(await counts(page)).toEqual({ known: 90_003, new: 10_001, newUsers: 60 });

  await line(page).press("ArrowLeft");
  await expect(line(page)).toHaveAttribute("aria-valuenow", "89");
  expect((await counts(page)).new).toBe(100_004 - Math.floor(0.89 * 100_004));
  await line(page).press("PageDown");
  await line(page).press("ArrowRight");
  await expect(line(page)).toHaveAttribute("aria-valuenow", "80");
  expect((await counts(page)).known).toBe(80_003);
  await line(page).press("End");
  await line(page).press("PageUp");
  await expect(line(page)).toHaveAttribute("aria-valuenow", "99");
  await line(page).press("Home");
  await expect(line(page)).toHaveAttribute("aria-valuenow", "10");
});

test("the line is dragged; the dots change sides with it, and it stays where it was left", async ({
  page,
}) => {
  await open(page);
  const before = await marquee(page);
  expect(before.left).toBe(0);
  expect(before.right).toBeGreaterThan(500);

  const box = await timeline(page).locator("canvas").boundingBox();
  if (box === null) throw new Error("The timeline has no place on the page.");
  const to = (share: number) => page.mouse.move(box.x + box.width * share, box.y + 100, { steps: 20 });
  await to(0.94);
  await page.mouse.down();
  await to(0.5);
  const dragged = await counts(page);
  expect(dragged.newUsers).toBeGreaterThan(200);
  await to(0.6);
  expect((await counts(page)).newUsers).toBeLessThan(dragged.newUsers);
  await page.mouse.up();
  const after = await marquee(page);
  expect(after.left).toBe(0);
  expect(after.right).toBeGreaterThan(5 * before.right);

  const share = (await line(page).getAttribute("aria-valuenow")) ?? "";
  await goTo(page, "Data");
  await goTo(page, "New users");
  await expect(line(page)).toHaveAttribute("aria-valuenow", share);

  await page.setViewportSize({ width: 390, height: 844 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await expect.poll(async () => (await marquee(page)).right).toBeGreaterThan(500);
  await line(page).press("End");
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});
