/** @typedef {import("@playwright/test").Page} Page */

/** What the person in the pictures has rated. */
const RATINGS = [
  ["Toy Story", "5 stars"],
  ["The Lion King", "4.5 stars"],
  ["Fargo", "4 stars"],
  ["Independence Day", "1.5 stars"],
];

const SIZES = { desk: { width: 1280, height: 800 }, phone: { width: 390, height: 844 } };
const SCHEMES = /** @type {const} */ (["light", "dark"]);

/** Toy Story 2, Heat, Se7en and Fargo: a second person's link. */
const THEIRS = "#/together?ratings=3114~9.6~10.47~9.608~8";

/** Rates them by finding them, as a person would. @param {Page} page */
export async function rateFilms(page) {
  for (const [title, stars] of RATINGS) {
    await page.getByLabel("Find a film").fill(title);
    const found = page.getByRole("list", { name: "Films found" });
    const rating = page.getByRole("radiogroup", { name: `Rate ${title}`, exact: true });
    await found.locator(rating).getByRole("radio", { name: stars, exact: true }).click();
    await page.getByRole("list", { name: "Your ratings" }).locator(rating).waitFor();
  }
  await page.getByLabel("Find a film").fill("");
}

/**
 * Every place in every size and scheme: FOLDER/place-size-scheme.png.
 *
 * @param {Page} page with a trained model, where nothing was rated yet
 * @param {string} folder
 */
export async function shootPlaces(page, folder) {
  const cdp = await page.context().newCDPSession(page);
  /** @param {string} name @param {boolean} [isWhole] all of the page, or what stands on the screen */
  const shoot = async (name, isWhole = true) => {
    for (const [size, viewport] of Object.entries(SIZES)) {
      await page.setViewportSize(viewport);
      await cdp.send("Emulation.setTouchEmulationEnabled", { enabled: size === "phone" });
      for (const colorScheme of SCHEMES) {
        await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
        await page.evaluate(() => window.scrollTo(0, 0));
        await page.waitForTimeout(300);
        const path = `${folder}/${name}-${size}-${colorScheme}.png`;
        await page.screenshot({ path, fullPage: isWhole });
      }
    }
    await page.setViewportSize(SIZES.desk);
    await cdp.send("Emulation.setTouchEmulationEnabled", { enabled: false });
  };
  /** @param {string} address @param {import("@playwright/test").Locator} sign that the place is there */
  const open = async (address, sign) => {
    await page.evaluate((hash) => {
      window.location.hash = hash;
    }, address);
    await sign.first().waitFor({ timeout: 120_000 });
  };
  const list = (/** @type {string} */ name) => page.getByRole("list", { name }).getByRole("listitem");

  await shoot("for-you-new", false);
  await rateFilms(page);
  await page.mouse.move(4, 300);
  await page.getByText("Because you liked").first().waitFor();
  await shoot("for-you", false);
  await open(THEIRS, list("Their recommendations"));
  await shoot("shared-list");
  await page.getByRole("button", { name: "For both of us" }).click();
  await list("For both of you").first().waitFor();
  await shoot("together");
  await open("#/film/1", page.getByRole("heading", { level: 1, name: "Toy Story" }));
  await page.getByRole("region", { name: "Similar films" }).waitFor();
  await shoot("film");
  await open("#/map", list("Regions"));
  await shoot("map");
  await open("#/training", page.getByRole("heading", { level: 1 }));
  await shoot("training");
  await open("#/new-users", page.getByRole("heading", { level: 1 }));
  await shoot("new-users");
  await open("#/quality", page.getByRole("heading", { level: 1 }));
  await shoot("quality");
  await open("#/data", list("Saved data and models"));
  await shoot("data");
}
