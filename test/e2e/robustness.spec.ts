import { fault } from "../support/fault.ts";
import { expect, goTo, ownRatings, RETURNING, recommendations, status, test } from "../support/page.ts";

test(
  "a worker that cannot be loaded is reported, and starting again works @main",
  fault("worker not loaded", "opening the page"),
  async ({ page, watch }) => {
    watch.expectError(/Failed to load resource|net::ERR/);
    await page.route(/main-.*\.js$/i, (route) => route.abort());
    await page.goto("");

    const alert = page.getByRole("alert");
    await expect(alert).toContainText("Couldn’t load Matinee’s background worker");
    await expect(status(page)).toHaveText("No data");
    await goTo(page, "Data");
    await expect(page.getByRole("heading", { level: 1, name: "Data" })).toBeVisible();
    await goTo(page, "For you");

    await page.unroute(/main-.*\.js$/i);
    await alert.getByRole("button", { name: "Start again" }).click();
    await expect(recommendations(page)).toBeVisible();
    await expect(alert).toBeHidden();
  },
);

test(
  "a data file that is missing is reported, and trying again works",
  fault("data file missing", "opening the page"),
  async ({ page, watch }) => {
    watch.expectError(/Failed to load resource|net::ERR/);
    let abort = () => {};
    await page.context().route(/ratings\.csv$/, (route) => {
      abort = () => void route.abort();
    });
    await page.goto("#/data");
    // As long as nothing comes, each place says how long it has waited.
    const still = page.getByText(/^\d+ s on this step$/);
    await expect(still).toBeVisible();
    await goTo(page, "For you");
    await expect(still).toBeVisible();
    await goTo(page, "Data");
    abort();

    const alert = page.getByRole("alert");
    await expect(alert).toContainText("ratings.csv");
    await goTo(page, "For you");
    await expect(page.getByText("No ratings yet. Open a ratings file to get started.")).toBeVisible();

    await page.context().unroute(/ratings\.csv$/);
    await alert.getByRole("button", { name: "Try again" }).click();
    await expect(recommendations(page)).toBeVisible();
  },
);

test(
  "where storage is refused, rating works all the same and the page says what is lost",
  fault("databases refused", "while rating"),
  async ({ page }) => {
    await page.addInitScript(() => {
      IDBFactory.prototype.open = () => {
        throw new DOMException("The user denied it.", "SecurityError");
      };
    });
    await page.goto("");
    await expect(page.getByRole("alert")).toContainText("They will be gone when you close the tab.");

    const first = recommendations(page).getByRole("listitem").first();
    const title = (await first.getByRole("heading").textContent()) ?? "";
    await first.getByRole("radio", { name: "4 stars", exact: true }).click();
    const rated = ownRatings(page).getByText(title);
    await expect(rated).toBeVisible();

    await page.getByRole("button", { name: "Dismiss" }).click();
    await expect(page.getByRole("alert")).toBeHidden();
    await expect(rated).toBeVisible();
  },
);

test(
  "a browser without WebAssembly SIMD, or of 2022, gets a plain page",
  fault("no WebAssembly SIMD", "opening the page"),
  async ({ page, context }) => {
    await page.addInitScript(() => {
      WebAssembly.validate = () => false;
    });
    const ofYesterday = await context.newPage();
    await ofYesterday.addInitScript(() => {
      Reflect.deleteProperty(Array.prototype, "toSorted");
    });
    for (const opened of [page, ofYesterday]) {
      await opened.goto("");
      await expect(opened.getByRole("heading", { name: "Matinee needs a newer browser" })).toBeVisible();
      await expect(opened.getByRole("alert")).toContainText("WebAssembly SIMD");
    }
  },
);

test.describe("where the browser's language is no language", () => {
  test.use(RETURNING);

  test("every place works", fault("language that is none", "every place"), async ({ page }) => {
    // WebKit calls it so in a Linux session without a locale.
    await page.addInitScript(() => {
      Object.defineProperty(Navigator.prototype, "language", { get: () => "C" });
    });
    await page.goto("");
    await expect(recommendations(page).getByRole("listitem")).toHaveCount(12);
    for (const place of ["New users", "Quality", "Data", "Training"]) {
      await goTo(page, place);
      await expect(page.getByRole("heading", { level: 1, name: place, exact: true })).toBeVisible();
    }
    await expect(page.getByRole("figure", { name: "Training loss" }).locator("canvas")).toBeVisible();
  });
});
