import {
  allSaved,
  answerOnCard,
  button,
  expect,
  findAndRate,
  openForYou,
  RETURNING,
  recommendations,
  test,
  titles,
} from "../support/page.ts";

test.use(RETURNING);

test("the list is narrowed to the watchlist, best first, and a link says so", async ({ page }) => {
  await openForYou(page);
  await findAndRate(page, "Toy Story", 5);
  await expect(page.getByText("Because you liked Toy Story").first()).toBeVisible();
  await page.getByText("Genres, decades and sequels").click();
  const only = page.getByRole("checkbox", { name: "Only my watchlist" });
  await expect(only).toBeHidden();
  const [first, second, third] = await titles(page);
  for (const title of [third, first]) await answerOnCard(page, title, "Watchlist");

  await only.check();
  await expect.poll(() => titles(page)).toEqual([first, third]);
  expect(new URL(page.url()).hash).toBe("#/?onlyWatchlist=1");
  await allSaved(page);
  await page.reload();
  await expect.poll(() => titles(page)).toEqual([first, third]);

  await button(page, "Reset").click();
  await expect(recommendations(page).getByRole("listitem")).toHaveCount(12);
  expect(await titles(page)).not.toContain(first);
  expect(await titles(page)).toContain(second);
});

test("what dislikes keep out of the list is said, and is back once they are taken back", async ({ page }) => {
  await openForYou(page);
  await findAndRate(page, "Toy Story", 5);
  await expect(page.getByText("Because you liked Toy Story").first()).toBeVisible();
  const kept = page.getByText(/^Your dislikes keep \d+ films? out of the first 24$/);
  await expect(kept).toBeHidden();
  const before = await titles(page);
  await findAndRate(page, "Independence Day", 0.5);
  await findAndRate(page, "Forrest Gump", 0.5);
  await expect(kept).toBeVisible();
  expect(await titles(page)).not.toEqual(before);
  await button(page, "Undo: Rated Forrest Gump 0.5 stars").click();
  await button(page, "Undo: Rated Independence Day 0.5 stars").click();
  await expect(kept).toBeHidden();
  await expect.poll(() => titles(page)).toEqual(before);
});
