import { readFlags, root } from "./run.js";
import { rateFilms, shootPlaces } from "./screenshot/places.js";
import { visitBuiltSite } from "./visitBuiltSite.js";

/**
 * docs/screenshot.png: "For you" of the built site, once a few ratings have made the list a person's own. With a
 * folder, instead every place in it, on a desk and on a phone, light and dark.
 */
const { all } = readFlags({ all: { type: "string" } }, "npm run screenshot [-- --all FOLDER]");

await visitBuiltSite(async (newPage) => {
  const page = await newPage({ colorScheme: "light", viewport: { width: 1280, height: 800 } });
  await page.goto("");
  await page.getByRole("list", { name: "Recommendations" }).getByRole("heading").first().waitFor();
  const status = page.getByRole("banner").getByRole("status");
  await status.filter({ hasText: /^Learnt/ }).waitFor({ timeout: 120_000 });
  if (all !== undefined) return shootPlaces(page, all);
  await rateFilms(page);
  await page.getByRole("heading", { level: 1 }).click();
  await page.evaluate(() => window.scrollTo(0, 0));
  await page.screenshot({ path: `${root}docs/screenshot.png` });
});
