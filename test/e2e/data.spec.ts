import type { Page } from "@playwright/test";
import { drop } from "../support/dropping.ts";
import { expect, goTo, READY, RETURNING, recommendations, status, test } from "../support/page.ts";

test.use(RETURNING);

const loaded = (page: Page) => page.getByRole("region", { name: "Current data" });

/** 30 users and 20 films; half of the users like the comedies, half the westerns. */
function twoTastes(): Record<string, string> {
  const ratings = ["userId,movieId,rating"];
  for (let user = 0; user < 30; user++) {
    for (let film = 0; film < 20; film++) {
      const own = (user + film) % 2 === 0;
      if ((user * 7 + film * 3) % 5 !== 0) ratings.push(`u${user},m${film},${own ? 5 : 1}`);
    }
  }
  const movies = ["movieId,title,genres"];
  for (let film = 0; film < 20; film++) {
    const kind = film % 2 === 0 ? "Comedy" : "Western";
    movies.push(`m${film},${kind} ${film} (${1980 + film}),${kind}`);
  }
  return { "ratings.csv": ratings.join("\n"), "movies.csv": movies.join("\n") };
}

test("the current data is shown in figures, with its source and its terms", async ({ page }) => {
  await page.goto("#/data");
  for (const figure of ["671", "9,066", "100,004", "82,170"]) {
    await expect(loaded(page).getByRole("definition").filter({ hasText: figure })).toBeVisible();
  }
  await expect(loaded(page)).toContainText("Rated from 9 January 1995 to 16 October 2016.");
  const bars = loaded(page).getByRole("figure", { name: "How people rate" });
  await expect(bars.getByRole("row", { name: "4 28,750", exact: true })).toBeVisible();

  await expect(page.getByText("F. Maxwell Harper and Joseph A. Konstan. 2015.")).toBeVisible();
  const readme = await page
    .getByRole("link", { name: "README" })
    .evaluate((link: HTMLAnchorElement) => link.href);
  expect(await (await page.request.get(readme)).text()).toContain("Terms of use");
});

test("dropped ratings replace the data once confirmed, and MovieLens comes back by one click", async ({
  page,
}) => {
  await page.goto("#/data");
  await expect(loaded(page)).toContainText("100,004");
  await drop(page, twoTastes());
  await page.getByRole("dialog").getByRole("button", { name: "Replace the data" }).click();
  await expect(page.getByText("Trained on your file.")).toBeVisible();
  await expect(loaded(page).getByRole("definition").filter({ hasText: /^30$/ })).toBeVisible();
  await expect(loaded(page)).toContainText("These ratings have no dates.");

  await goTo(page, "New users");
  await expect(page.getByRole("heading", { name: "These ratings have no dates" })).toBeVisible();

  await goTo(page, "For you");
  for (const title of ["Western 3", "Western 5"]) {
    await page.getByRole("searchbox", { name: "Find a film" }).fill(title);
    const found = page.getByRole("list", { name: "Films found" });
    const stars = found.getByRole("radiogroup", { name: `Rate ${title}`, exact: true });
    await stars.getByRole("radio", { name: "5 stars", exact: true }).click();
  }
  const first = async () => (await recommendations(page).getByRole("heading").allTextContents()).slice(0, 5);
  await expect.poll(first).toEqual(Array(5).fill(expect.stringMatching(/^Western (?!3$|5$)/)));

  await goTo(page, "Data");
  await page.getByRole("button", { name: "Back to MovieLens" }).click();
  await expect(loaded(page)).toContainText("100,004");
  await expect(page.getByRole("button", { name: "Back to MovieLens" })).toBeHidden();
  await goTo(page, "For you");
  await expect(recommendations(page).getByRole("listitem")).toHaveCount(12);
});

test("a file without ratings is refused by name, and everything stays", async ({ page }) => {
  await page.goto("#/data");
  await expect(status(page)).toHaveText(READY);
  await drop(page, { "letter.csv": "Dear Sir or Madam,\nthere are no ratings here.\n" });

  await expect(page.getByRole("alert")).toContainText("letter.csv");
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(page.getByRole("progressbar")).toBeHidden();
  await expect(loaded(page)).toContainText("100,004");
  await goTo(page, "For you");
  await expect(recommendations(page).getByRole("listitem")).toHaveCount(12);
});

test("a chosen file with a few bad rows is used without them, or not at all on Cancel", async ({ page }) => {
  await page.goto("#/data");
  await expect(loaded(page)).toContainText("100,004");
  const ratings = `${twoTastes()["ratings.csv"]}\nu3,m4,excellent\n`;
  const choose = () =>
    page
      .getByLabel("Open a ratings file")
      .setInputFiles({ name: "mine.csv", mimeType: "text/csv", buffer: Buffer.from(ratings) });

  await choose();
  await page.getByRole("dialog").getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(loaded(page)).toContainText("100,004");

  await choose();
  await page.getByRole("dialog").getByRole("button", { name: "Replace the data" }).click();
  const skipped = loaded(page).getByRole("region", { name: "1 row skipped" });
  await expect(skipped).toContainText(/mine\.csv, line \d+: .*excellent/);
  await expect(loaded(page)).toContainText("No titles found, showing ids.");
});
