import { chromium } from "@playwright/test";
import { preview } from "vite";
import { chromiumOptions } from "./chromium.js";
import { root } from "./run.js";

/** docs/screenshot.png: "For you" of the built site, once a few ratings have made the list a person's own. */
const ratings = [
  ["Toy Story", "5 stars"],
  ["The Lion King", "4.5 stars"],
  ["Fargo", "4 stars"],
  ["Independence Day", "1.5 stars"],
];

const port = 4175;
const server = await preview({ preview: { port, strictPort: true } });
const browser = await chromium.launch(await chromiumOptions());
try {
  const page = await browser.newPage({ colorScheme: "light", viewport: { width: 1280, height: 800 } });
  await page.goto(`http://localhost:${port}/`);
  for (const [title, stars] of ratings) {
    await page.getByLabel("Find a film").fill(title);
    const found = page.getByRole("list", { name: "Films found" });
    const rating = page.getByRole("radiogroup", { name: `Rate ${title}`, exact: true });
    await found.locator(rating).getByRole("radio", { name: stars, exact: true }).click();
    await page.getByRole("list", { name: "Your ratings" }).locator(rating).waitFor();
  }
  await page.getByLabel("Find a film").fill("");
  await page.getByRole("list", { name: "Recommendations" }).getByRole("heading").first().waitFor();
  const status = page.getByRole("banner").getByRole("status");
  await status.filter({ hasText: /^Learnt/ }).waitFor({ timeout: 120_000 });
  await page.getByRole("heading", { level: 1 }).click();
  await page.evaluate(() => window.scrollTo(0, 0));
  await page.screenshot({ path: `${root}docs/screenshot.png` });
} finally {
  await browser.close();
  await server.close();
}
