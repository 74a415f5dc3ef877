import type { Page } from "@playwright/test";
import { fault, longFault } from "../support/fault.ts";
import {
  button,
  expect,
  findAndRate,
  goTo,
  NEW_VISITOR,
  openBeside,
  ownRatings,
  RETURNING,
  recommendations,
  test,
} from "../support/page.ts";
import { answerNothing, everywhere, openNothing, REFUSALS } from "../support/refusing.ts";

test.use(NEW_VISITOR);

async function expectRecommendations(page: Page): Promise<void> {
  await expect(recommendations(page).getByRole("listitem")).not.toHaveCount(0);
}

for (const [name, refuse] of Object.entries(REFUSALS)) {
  test(
    `the page opens and recommends where ${name} are refused`,
    longFault(`${name} refused`, "opening the page"),
    async ({ page }) => {
      await everywhere(page, refuse);
      await page.goto("");
      await expectRecommendations(page);
    },
  );
}

test(
  "where everything is refused at once the page opens, recommends, takes ratings and says that they won’t last @main",
  fault("all site data refused at once", "opening the page, rating"),
  async ({ page }) => {
    await everywhere(page, ...Object.values(REFUSALS));
    await page.goto("");
    await expectRecommendations(page);
    await expect(page.getByRole("alert")).toContainText("They will be gone when you close the tab.");
    await findAndRate(page, "Toy Story", 4);
    await goTo(page, "Data");
    await expect(page.getByRole("region", { name: "Saved on this device" })).toContainText("can’t be saved");
  },
);

for (const [kind, keepSilent] of Object.entries({
  "databases that never open": openNothing,
  "databases that open and never answer": answerNothing,
})) {
  test(
    `the page opens, recommends and says so: ${kind}`,
    longFault(kind, "opening the page, rating"),
    async ({ page }) => {
      await everywhere(page, keepSilent);
      await page.goto("");
      await expectRecommendations(page);
      await expect(page.getByRole("alert")).toContainText("The browser’s storage doesn’t answer");
      await findAndRate(page, "Toy Story", 4);
      await expect(ownRatings(page).getByText("not saved yet")).toHaveCount(1);
      await goTo(page, "Data");
      await expect(page.getByRole("region", { name: "Saved on this device" })).toContainText(
        "The browser’s storage doesn’t answer",
      );
    },
  );
}

test.describe("with a model", () => {
  test.use(RETURNING);

  test(
    "a file that another tab has locked is told of, and what was built serves as long as the tab",
    longFault("private file locked by another tab", "building the database"),
    async ({ page, context }) => {
      await page.goto("#/new-users");
      await expect(button(page, "Build the database")).toBeEnabled();
      const beside = await context.newPage();
      await openBeside(beside);
      await beside.evaluate(async () => {
        const folder = await navigator.storage.getDirectory();
        const file = await folder.getFileHandle("recommendations.sqlite", { create: true });
        await file.createWritable({ mode: "exclusive" } as FileSystemCreateWritableOptions);
      });
      await button(page, "Build the database").click();
      await expect(page.getByRole("alert")).toContainText("another tab is using its file");
      await expect(page.getByRole("table", { name: "Measured on this data" })).toBeVisible();
    },
  );
});
