import {
  button,
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

const ANIMATED = new Set([
  "A Bug's Life",
  "Beauty and the Beast",
  "Monsters, Inc.",
  "Ratatouille",
  "Shrek",
  "The Incredibles",
  "The Lion King",
  "The Nightmare Before Christmas",
  "Toy Story 2",
]);

test("from a cold start, three ratings of animated films turn the list to films like them", async ({
  page,
  watch,
}) => {
  await openForYou(page);
  const films = ["Toy Story", "Aladdin", "Finding Nemo"];

  for (const title of films) await findAndRate(page, title, 5);

  await expect(page.getByText(/^Mostly .+ films so far\.$/)).toBeVisible();
  const animated = async () => (await titles(page)).slice(0, 10).filter((title) => ANIMATED.has(title));
  await expect.poll(async () => (await animated()).length).toBeGreaterThanOrEqual(5);
  for (const title of films) expect(await titles(page)).not.toContain(title);
  await expect(
    recommendations(page)
      .getByText(/^Because you liked .*(Toy Story|Aladdin|Finding Nemo)/)
      .first(),
  ).toBeVisible();
  expect(watch.requestsLeavingOrigin()).toEqual([]);
});

test("getting started asks about one film at a time, and says how sure the list is @main", async ({
  page,
}) => {
  await openForYou(page);
  const start = page.getByRole("region", { name: "Getting started" });
  const stars = start.getByRole("radiogroup");
  const sureness = start.getByRole("meter", { name: "How sure the list is" });
  const asked = async () => (await stars.getAttribute("aria-label")) ?? "";
  await expect(start.getByText("0 of 8")).toBeVisible();
  const first = await asked();
  await button(start, "Skip").click();
  await expect(stars).not.toHaveAttribute("aria-label", first);
  const second = await asked();

  await test.step("a double click rates one film, and the list is a person's own from then on", async () => {
    await stars.getByRole("radio", { name: "5 stars", exact: true }).dblclick();
    await expect(start.getByText("1 of 8")).toBeVisible();
    await expect(stars).not.toHaveAttribute("aria-label", second);
    await expect(ownRatings(page).getByRole("listitem")).toHaveCount(1);
    await expect(
      recommendations(page)
        .getByText(/^Because you liked /)
        .first(),
    ).toBeVisible();
    await expect(
      start.getByText(/Without any one like, (none|about \d+) of the first 24 would stay/),
    ).toBeVisible();
  });

  await test.step("another answer makes the list surer, and it can be left at any time", async () => {
    const value = () => sureness.evaluate((meter: HTMLMeterElement) => meter.value);
    const before = await value();
    await stars.getByRole("radio", { name: "5 stars", exact: true }).click();
    await expect(start.getByText("2 of 8")).toBeVisible();
    await expect.poll(value).toBeGreaterThan(before);
    await button(start, "Not now").click();
    await expect(start).toBeHidden();
  });
});

test("a rating is changed, undone and removed, and the list follows @main", async ({ page }) => {
  await openForYou(page);
  const atFirst = await titles(page);
  await findAndRate(page, "Toy Story", 5);
  // What is rated leaves the list at once; the model's answer comes after that.
  const reason = recommendations(page).getByText("Because you liked Toy Story").first();
  await expect(reason).toBeVisible();
  const rated = await titles(page);

  const stars = starsOf(ownRatings(page), "Toy Story");
  await stars.getByRole("radio", { name: "1.5 stars", exact: true }).click();
  await expect(reason).toBeHidden();
  expect(await titles(page)).not.toEqual(rated);
  await page.getByRole("button", { name: /^Undo/ }).click();
  await expect(stars.getByRole("radio", { name: "5 stars", exact: true })).toBeChecked();
  await expect.poll(() => titles(page)).toEqual(rated);

  await page.getByRole("button", { name: "Remove Toy Story" }).click();
  await expect(ownRatings(page)).toBeHidden();
  await expect.poll(() => titles(page)).toEqual(atFirst);
});

test("searching finds films by part of their name, accents aside", async ({ page }) => {
  await openForYou(page);
  const field = page.getByRole("searchbox", { name: "Find a film" });
  for (const [part, title] of [
    ["matrix", "The Matrix"],
    ["leon", "Léon: The Professional"],
    ["amelie", "Amelie"],
  ]) {
    await field.fill(part);
    await expect(starsOf(page.getByRole("list", { name: "Films found" }), title)).toBeVisible();
  }
  await expect(page.getByRole("list", { name: "Films found" })).toBeInViewport({ ratio: 1 });
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("5");
  await expect(field).toBeFocused();
  await expect(starsOf(ownRatings(page), "Amelie")).toBeVisible();
});

test("ratings survive a reload and reach a second tab", async ({ page, context }) => {
  await openForYou(page);
  await findAndRate(page, "Toy Story", 4.5);
  const second = await context.newPage();
  await openForYou(second);
  await expect(starsOf(ownRatings(second), "Toy Story")).toBeVisible();

  await findAndRate(second, "Heat", 4);
  await expect(starsOf(ownRatings(page), "Heat")).toBeVisible();
  await second.close();

  await page.reload();
  const stars = starsOf(ownRatings(page), "Toy Story");
  await expect(stars.getByRole("radio", { name: "4.5 stars", exact: true })).toBeChecked();
  await expect(starsOf(ownRatings(page), "Heat")).toBeVisible();
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test("the ratings fold away and nothing sticks out", async ({ page }) => {
    await openForYou(page);
    const card = recommendations(page).getByRole("listitem").first();
    const [title] = await titles(page);
    await starsOf(card, title).getByRole("radio", { name: "4 stars", exact: true }).tap();

    await page.getByRole("button", { name: "Your ratings (1)" }).tap();
    const star = starsOf(ownRatings(page), title).getByRole("radio", { name: "2.5 stars", exact: true });
    expect((await star.boundingBox())?.width).toBeGreaterThanOrEqual(24);
    await star.tap();
    await expect(star).toBeChecked();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  });
});
