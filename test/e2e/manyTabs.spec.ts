import { longFault } from "../support/fault.ts";
import { button, expect, READY, RETURNING, status, test } from "../support/page.ts";
import { everywhere } from "../support/refusing.ts";

test.use(RETURNING);

test(
  "a tab that trains on after another deleted everything says so, writes nothing back and does not keep trying",
  longFault("many tabs", "one deletes everything while another trains"),
  async ({ page, context }) => {
    const other = await context.newPage();
    await everywhere(other, () => {
      const { open } = IDBFactory.prototype;
      Object.assign(globalThis, { openings: 0 });
      IDBFactory.prototype.open = function (...given) {
        (globalThis as unknown as { openings: number }).openings++;
        return open.apply(this, given);
      };
    });
    // The first to open saves checkpoints.
    await other.goto("#/training");
    await expect(status(other)).toHaveText(READY);
    // All is ready before the training begins, which a fast machine ends in seconds.
    await page.goto("#/data");
    await expect(status(page)).toHaveText(READY);
    await button(page, "Delete everything").click();
    const question = page.getByRole("dialog", { name: "Delete everything?" });
    await expect(question).toBeVisible();
    await other.getByRole("spinbutton", { name: "Epochs" }).fill("500");
    await button(other, "Train").click();
    await expect(other.getByText(/^Epoch \d+ of 500$/)).toBeVisible();

    await Promise.all([page.waitForEvent("load"), button(question, "Delete everything").click()]);
    await expect(other.getByRole("alert")).toContainText("You deleted everything in another tab");

    const epoch = async () =>
      Number(/\d+/.exec(await other.getByText(/^Epoch \d+ of 500$/).innerText())?.[0]);
    const openings = async () =>
      Number(await other.evaluate("openings")) + Number(await other.workers()[0].evaluate("openings"));
    const [from, before] = [await epoch(), await openings()];
    await expect.poll(epoch).toBeGreaterThan(from + 10);
    expect((await openings()) - before).toBeLessThan(10);
    await expect(status(page)).toHaveText(READY);
    const checkpoints = () =>
      page.evaluate(async () => {
        const opening = indexedDB.open("matinee");
        await new Promise((resolve) => opening.addEventListener("success", resolve));
        const count = opening.result.transaction("checkpoints").objectStore("checkpoints").count();
        await new Promise((resolve) => count.addEventListener("success", resolve));
        opening.result.close();
        return count.result;
      });
    await expect.poll(checkpoints).toBe(0);
  },
);
