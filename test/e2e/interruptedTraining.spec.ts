import type { Page } from "@playwright/test";
import { chance, longFault } from "../support/fault.ts";
import {
  button,
  expect,
  findAndRate,
  goTo,
  openForYou,
  ownRatings,
  RETURNING,
  starsOf,
  status,
  test,
} from "../support/page.ts";

test.use(RETURNING);

/** Enough for a checkpoint on a fast machine, few enough for a busy one. */
const EPOCHS = 40;
const IN_TIME = { timeout: 240_000 };

const continues = (page: Page) =>
  page.getByText(/^Training continues from epoch \d+, where it was interrupted/);
const trained = (page: Page) => page.getByText(new RegExp(`^Trained for ${EPOCHS} epochs in `));

async function train(page: Page, epochs = EPOCHS): Promise<void> {
  await page.goto("#/training");
  await page.getByRole("spinbutton", { name: "Epochs" }).fill(String(epochs));
  await button(page, "Train").click();
  await expect(page.getByText(new RegExp(`^Epoch \\d+ of ${epochs}$`))).toBeVisible();
}

/** The last epoch of the checkpoint, null if there is none, and a hash of the saved model and its validation model. */
function stored(page: Page): Promise<{ checkpoint: number | null; hash: string }> {
  return page.evaluate(async () => {
    const opening = indexedDB.open("matinee");
    await new Promise((resolve) => opening.addEventListener("success", resolve));
    const stores = opening.result.transaction(["checkpoints", "models"]);
    const all = async (name: string) => {
      const request = stores.objectStore(name).getAll();
      await new Promise((resolve) => request.addEventListener("success", resolve));
      return request.result;
    };
    const [[checkpoint], [_, ...pieces]] = await Promise.all([all("checkpoints"), all("models")]);
    opening.result.close();
    const bytes = await new Blob(pieces).arrayBuffer();
    const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
    return { checkpoint: checkpoint?.course.epochsDone ?? null, hash: hash.join(" ") };
  });
}

const checkpointOf = async (page: Page) => (await stored(page)).checkpoint ?? 0;

test(
  "training goes on after the tab crashes and after a reload, and ends with the same model to the bit",
  longFault("tab crashed, then reloaded", "in the middle of training"),
  async ({ page, context }, info) => {
    test.setTimeout(600_000);
    const random = chance(info);
    await train(page);
    await expect(trained(page)).toBeVisible(IN_TIME);
    await expect(async () => expect((await stored(page)).checkpoint).toBeNull()).toPass();
    const { hash: straight } = await stored(page);

    await train(page);
    await expect(async () => expect(await checkpointOf(page)).toBeGreaterThan(0)).toPass();
    await page.waitForTimeout(random.below(2000));
    const crashed = page.waitForEvent("crash");
    const session = await context.newCDPSession(page);
    session.send("Page.crash").catch(() => {});
    await crashed;

    const next = await context.newPage();
    await next.goto("#/training");
    await expect(continues(next)).toBeVisible();
    await expect(status(next)).toHaveText(/^Training continues from epoch \d+$/);
    await next.waitForTimeout(random.below(1000));
    await next.reload();
    await expect(continues(next)).toBeVisible();
    await expect(trained(next)).toBeVisible(IN_TIME);
    await expect(async () => expect((await stored(next)).checkpoint).toBeNull()).toPass();
    expect((await stored(next)).hash).toBe(straight);
  },
);

test(
  "a worker that dies in the middle of training is reported, and starting again resumes it; stopped, it stays so",
  longFault("worker killed", "in the middle of training"),
  async ({ page }, info) => {
    const random = chance(info);
    await page.addInitScript(() => {
      const workers: Worker[] = [];
      Object.assign(globalThis, { workers });
      globalThis.Worker = class extends Worker {
        constructor(...given: ConstructorParameters<typeof Worker>) {
          super(...given);
          workers.push(this);
        }
      };
    });
    await openForYou(page);
    await findAndRate(page, "Toy Story", 4);
    await expect(ownRatings(page).getByText("not saved yet")).toHaveCount(0);
    await train(page, 500);
    await expect(async () => expect(await checkpointOf(page)).toBeGreaterThan(0)).toPass();
    await page.waitForTimeout(random.below(2000));
    await page.evaluate("workers[0].terminate()");
    const alert = page.getByRole("alert");
    await expect(alert).toContainText("stopped responding");
    await button(alert, "Start again").click();
    await expect(continues(page)).toBeVisible();
    await expect(alert).toBeHidden();
    await button(page, "Stop").click();
    const stopped = page.getByText(/^Stopped after \d+ epochs\./);
    await expect(stopped).toBeVisible();
    await expect(async () => expect((await stored(page)).checkpoint).toBeNull()).toPass();
    await page.reload();
    await expect(stopped).toBeVisible();
    await goTo(page, "For you");
    await expect(
      starsOf(ownRatings(page), "Toy Story").getByRole("radio", { name: "4 stars", exact: true }),
    ).toBeChecked();
  },
);
