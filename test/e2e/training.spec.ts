import type { Page } from "@playwright/test";
import {
  button,
  expect,
  findAndRate,
  goTo,
  RETURNING,
  recommendations,
  status,
  test,
} from "../support/page.ts";
import { bringAxe, violations } from "../support/violations.ts";

test.use(RETURNING);

const field = (page: Page, name: string) => page.getByRole("spinbutton", { name });
const progress = (page: Page) => page.getByRole("progressbar", { name: "Training" });
const curve = (page: Page, name: string) => page.getByRole("figure", { name });

async function openTrained(page: Page): Promise<void> {
  await page.goto("#/training");
  await expect(page.getByText(/^Trained for 30 epochs in /)).toBeVisible();
}

/** The epochs that the table of figures holds. */
async function epochsInTable(page: Page): Promise<number[]> {
  const cells = await page.getByRole("rowheader").allTextContents();
  return cells.map(Number);
}

/** How many pixels of a curve's canvas bear ink. */
function inked(page: Page, name: string): Promise<number> {
  return curve(page, name)
    .locator("canvas")
    .evaluate((canvas: HTMLCanvasElement) => {
      const pixels = canvas.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
      return pixels.filter((value, i) => i % 4 === 3 && value > 0).length;
    });
}

test("a trained model shows its curves beside popularity, in ink, in words and as a table @main", async ({
  page,
}) => {
  await bringAxe(page);
  await openTrained(page);

  for (const name of ["AUC, on held-out ratings", "Precision at 10, on held-out ratings", "Training loss"]) {
    await expect.poll(() => inked(page, name)).toBeGreaterThan(1000);
  }
  await expect(curve(page, "AUC")).toContainText(
    /AUC 0\.9[2-9]\d after 30 epochs; popularity reaches 0\.8\d\d\./,
  );
  await expect(curve(page, "Precision at 10")).toContainText(
    /Precision at 10 of 0\.[2-4]\d\d after 30 epochs; popularity reaches 0\.[12]\d\d\./,
  );
  await expect(curve(page, "Training loss")).toContainText(/Loss fell \d+% to \d\.\d{3} over 30 epochs\./);
  await expect(page.getByRole("region", { name: "Settings" })).toContainText(
    /with a weight of 12, the usual\./,
  );

  await page.getByText("The figures as a table").click();
  await expect.poll(() => epochsInTable(page)).toEqual(Array.from({ length: 30 }, (_, i) => i + 1));
  expect(await violations(page)).toEqual([]);
});

test("a browser whose language is no language, as “C” in a bare Linux session, shows the curves too", async ({
  page,
}) => {
  await page.addInitScript(() =>
    Object.defineProperty(navigator, "language", { value: "C", configurable: true }),
  );
  await openTrained(page);
  await expect.poll(() => inked(page, "Training loss")).toBeGreaterThan(1000);
});

test("training is stopped, continued from there, and started from scratch with other settings", async ({
  page,
}) => {
  await openTrained(page);
  await page.getByText("The figures as a table").click();

  await field(page, "Epochs").fill("500");
  await button(page, "Train").click();
  await expect(progress(page)).toBeVisible();
  await expect(page.getByText(/^Epoch \d+ of 500$/)).toBeVisible();
  await expect.poll(async () => (await epochsInTable(page)).length).toBeGreaterThan(1);
  await expect(page.getByText(/^mean loss \d/)).toBeVisible();
  await expect(page.getByText(/ left$/)).toBeVisible();
  await button(page, "Stop").click();
  const stopped = page.getByText(/^Stopped after \d+ epochs\./);
  await expect(stopped).toBeVisible();
  await expect(progress(page)).toBeHidden();
  const before = Number.parseInt(((await stopped.textContent()) ?? "").slice("Stopped after ".length), 10);
  expect(before).toBeGreaterThan(1);
  expect(before).toBeLessThan(500);

  // A model that was stopped is offered to be trained to its end where its list is.
  await goTo(page, "For you");
  await expect(button(page, "Train the full model")).toBeVisible();
  await goTo(page, "Training");
  await page.getByText("The figures as a table").click();

  await field(page, "Epochs").fill("3");
  await button(page, "Continue training").click();
  await expect(page.getByText(new RegExp(`^Trained for ${before + 3} epochs in `))).toBeVisible();
  expect((await epochsInTable(page)).at(-1)).toBe(before + 3);

  await field(page, "Number of components").fill("4");
  await expect(button(page, "Continue training")).toBeDisabled();
  await field(page, "Epochs").fill("2");
  await button(page, "Train").click();
  await expect(page.getByText(/^Trained for 2 epochs in /)).toBeVisible();
  expect(await epochsInTable(page)).toEqual([1, 2]);
});

test("training is paused, recommends meanwhile, and goes on to its end, after a reload too", async ({
  page,
}) => {
  await openTrained(page);
  await field(page, "Epochs").fill("40");
  await button(page, "Train").click();
  await button(page, "Pause").click();
  const paused = page.getByText(/^Paused after epoch \d+ of 40\.$/);
  await expect(paused).toBeVisible();
  const words = ((await paused.textContent()) ?? "").slice(0, -1);
  await expect(status(page)).toHaveText(words);
  await expect(progress(page)).toBeVisible();

  await goTo(page, "For you");
  await findAndRate(page, "Toy Story", 4);
  await expect(recommendations(page)).toContainText("Because you liked Toy Story");
  await goTo(page, "Training");
  await expect(paused).toHaveText(`${words}.`);
  await button(page, "Resume").click();
  await expect(button(page, "Pause")).toBeVisible();
  await expect(page.getByText(/^Trained for 40 epochs in /)).toBeVisible();
  await expect(button(page, "Pause")).toBeHidden();

  // Long enough to be paused once more after a reload.
  await field(page, "Epochs").fill("300");
  await button(page, "Train").click();
  await button(page, "Pause").click();
  const pausedAgain = page.getByText(/^Paused after epoch \d+ of 300\.$/);
  await expect(pausedAgain).toBeVisible();
  await page.reload();
  await expect(
    page.getByText(/^Training continues from epoch \d+, where it was interrupted\.$/),
  ).toBeVisible();
  await button(page, "Pause").click();
  await expect(pausedAgain).toBeVisible();
  await button(page, "Stop").click();
  await expect(page.getByText(/^Stopped after \d+ epochs?\./)).toBeVisible();
});

test("a setting out of its range is explained beside it, and nothing starts", async ({ page }) => {
  await openTrained(page);
  for (const [name, wrong, right, problem] of [
    ["Number of components", "129", "128", "Enter 1 to 128."],
    ["Number of components", "2.5", "2", "Enter a whole number."],
    ["Learning rate", "0", "0.001", "Enter 0.001 to 1."],
    ["Epochs", "", "500", "Enter 1 to 500."],
  ]) {
    await field(page, name).fill(wrong);
    await expect(field(page, name)).toHaveAccessibleDescription(problem);
    await field(page, name).press("Enter");
    await expect(button(page, "Train")).toBeDisabled();
    await expect(button(page, "Continue training")).toBeDisabled();
    await field(page, name).fill(right);
    await expect(button(page, "Train")).toBeEnabled();
  }
  await expect(progress(page)).toBeHidden();
});
