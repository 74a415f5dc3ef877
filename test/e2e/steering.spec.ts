import type { Page } from "@playwright/test";
import {
  allSaved,
  button,
  cardOf,
  expect,
  findAndRate,
  openForYou,
  ownRatings,
  RETURNING,
  recommendations,
  starsOf,
  test,
  titles,
} from "../support/page.ts";

test.use(RETURNING);

/** What the address says once the test below has steered: settings, and nothing of ratings. */
const SETTINGS = "#/?variety=100&withoutGenres=Comedy&decades=1990";

/** The number in a slider's own words: "about 41 ratings each" or "any two about 23% alike". */
async function figureOf(page: Page, slider: string): Promise<number> {
  const words = await page.getByRole("slider", { name: slider }).getAttribute("aria-valuetext");
  return Number(words?.match(/\. \D*([\d,]+)/)?.[1].replaceAll(",", ""));
}

const setTo = (page: Page, slider: string, value: number) =>
  page.getByRole("slider", { name: slider }).fill(String(value));

test("the list is steered, each control says what it did, and a link carries the settings @main", async ({
  page,
}) => {
  await openForYou(page);
  await findAndRate(page, "Toy Story", 5);
  await expect(page.getByText("Because you liked Toy Story").first()).toBeVisible();
  const neutral = await titles(page);
  const [popularity, variety] = [await figureOf(page, "Popularity"), await figureOf(page, "Variety")];

  await test.step("popular films have more ratings, rare ones fewer", async () => {
    await setTo(page, "Popularity", 100);
    await expect.poll(() => figureOf(page, "Popularity")).toBeGreaterThan(popularity);
    await setTo(page, "Popularity", -100);
    await expect.poll(() => figureOf(page, "Popularity")).toBeLessThan(popularity);
    await setTo(page, "Popularity", 0);
    await expect.poll(() => titles(page)).toEqual(neutral);
  });

  await test.step("varied films are less alike", async () => {
    await setTo(page, "Variety", 100);
    await expect.poll(() => figureOf(page, "Variety")).toBeLessThan(variety);
  });

  await test.step("genres and decades in and out", async () => {
    await page.getByText("Genres, decades and sequels").click();
    const genres = page.getByRole("group", { name: "Genres" });
    await button(genres, "Comedy").click();
    await button(genres, "Comedy: only").click();
    await expect(button(genres, "Comedy: none")).toBeVisible();
    await button(page.getByRole("group", { name: "Decades" }), "1990s").click();
    await expect
      .poll(() => yearsOf(page))
      .toEqual(expect.arrayContaining([expect.stringMatching(/^199\d$/)]));
    await expect.poll(async () => (await yearsOf(page)).every((year) => /^199\d$/.test(year))).toBe(true);
  });

  const steered = await titles(page);
  expect(new URL(page.url()).hash).toBe(SETTINGS);

  await test.step("a film's page by its poster, rated there, and back to the list as it was", async () => {
    const [title] = steered;
    await cardOf(page, title).getByRole("link").click();
    await expect(page.getByRole("heading", { level: 1, name: title, exact: true })).toBeVisible();
    await expect(page.getByText(/^[\d,]+ ratings?, \d\.\d stars on average$/)).toBeVisible();
    await expect(page.getByRole("region", { name: "Similar films" }).getByRole("listitem")).toHaveCount(12);
    const stars = starsOf(page, title);
    await stars.getByRole("radio", { name: "4 stars", exact: true }).click();
    await expect(stars.getByRole("radio", { name: "4 stars", exact: true })).toBeChecked();

    await allSaved(page);
    await page.reload();
    await expect(page.getByRole("heading", { level: 1, name: title, exact: true })).toBeVisible();
    await expect(stars.getByRole("radio", { name: "4 stars", exact: true })).toBeChecked();
    await page.goBack();
    await expect(page.getByRole("slider", { name: "Variety" })).toHaveValue("100");
    await expect(starsOf(ownRatings(page), title)).toBeVisible();
    await expect.poll(() => titles(page)).not.toContain(title);
  });

  await test.step("the best hundred by their years", async () => {
    await page.getByRole("combobox", { name: "Sort" }).selectOption("Oldest of the best 100");
    await expect.poll(async () => isAscending(await yearsOf(page))).toBe(true);
    expect(new URL(page.url()).hash).toBe(`${SETTINGS}&sorting=oldest`);
  });

  await test.step("Reset goes back to neutral", async () => {
    await button(page, "Reset").click();
    await expect(page.getByRole("slider", { name: "Variety" })).toHaveValue("0");
    await expect(button(page, "Reset")).toBeHidden();
    expect(new URL(page.url()).hash).toBe("#/");
  });
});

test("a shared link restores the settings for somebody who has rated nothing @main", async ({ page }) => {
  await page.goto(SETTINGS);
  await expect.poll(async () => (await yearsOf(page)).join(" ")).toMatch(/^(199\d ?){12}$/);
  await expect(ownRatings(page)).toBeHidden();
  await expect(page.getByRole("slider", { name: "Variety" })).toHaveValue("100");
  await button(page, "Reset").click();
  await expect(page.getByRole("slider", { name: "Variety" })).toHaveValue("0");
  expect(new URL(page.url()).hash).toBe("#/");

  await page.goto("#/?genres=Western&withoutGenres=Western");
  await expect(page.getByText("No films fit these settings. Widen them, or choose Reset.")).toBeVisible();
});

test("the list goes on as one scrolls, up to the last film that fits", async ({ page }) => {
  await page.goto("#/?genres=Film-Noir&decades=1950");
  const cards = recommendations(page).getByRole("listitem");
  const end = page.getByText("That’s everything that fits these settings.");
  await expect(async () => {
    await cards.last().scrollIntoViewIfNeeded();
    await expect(end).toBeVisible({ timeout: 500 });
  }).toPass();
  expect(await cards.count()).toBeGreaterThan(24);
  for (const year of await yearsOf(page)) expect(year).toMatch(/^195\d$/);
});

test("a link with ratings, made on purpose, opens as somebody's list, and finds something for both", async ({
  page,
}) => {
  await openForYou(page);
  await findAndRate(page, "Toy Story", 5);
  await button(page, "Share this list").click();
  const share = page.getByRole("dialog", { name: "Share this list" });
  const link = share.getByRole("textbox", { name: "Link" });
  await expect(link).not.toHaveValue(/ratings/);
  await share.getByRole("checkbox", { name: "With my ratings (1)" }).check();
  await expect(link).toHaveValue(/#\/together\?ratings=1%7E10$/);
  const address = await link.inputValue();
  await button(share, "Close").click();
  await button(page, "Undo: Rated Toy Story 5 stars").click();
  await expect(ownRatings(page)).toBeHidden();

  await page.goto(address);
  await expect(
    page.getByRole("heading", { level: 1, name: "The list of somebody who liked Toy Story" }),
  ).toBeVisible();
  const theirs = page.getByRole("list", { name: "Their recommendations" });
  await expect(theirs.getByRole("listitem")).toHaveCount(24);
  await page.getByRole("link", { name: "Matinee" }).click();
  await expect(recommendations(page)).toBeVisible();
  await expect(ownRatings(page)).toBeHidden();

  await findAndRate(page, "Heat", 5);
  await page.getByRole("link", { name: "Tonight with somebody" }).click();
  await button(page, "For both of us").click();
  const both = page.getByRole("list", { name: "For both of you" });
  await expect(both.getByRole("listitem").first()).toContainText(
    /\d+(st|nd|rd|th) for you\d+(st|nd|rd|th) for them/,
  );
  for (const known of ["Toy Story", "Heat"]) {
    await expect(both.getByRole("heading", { name: known, exact: true })).toBeHidden();
  }
  await expect(page.getByRole("region", { name: "How alike your tastes are" })).toContainText(
    /\d+ of the first 100 films on your list are among their first 100 too/,
  );

  // Until now it was a preview; from here on that person is on this device, until removed.
  await button(page, "Save on this device").click();
  await expect(button(page, "Remove this person")).toBeVisible();
  await page.reload();
  const theirRatings = page.getByRole("list", { name: "Their ratings" });
  await expect(theirRatings.getByRole("listitem")).toContainText("Toy Story");
  await button(page, "Remove this person").click();
  await expect(theirRatings).toBeHidden();
});

const isAscending = (years: string[]) =>
  years.length > 1 && years.every((year, i) => i === 0 || years[i - 1] <= year);

const yearsOf = (page: Page) =>
  recommendations(page)
    .getByText(/^\d{4}$/)
    .allTextContents();
