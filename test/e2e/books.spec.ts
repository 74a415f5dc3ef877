import { drop } from "../support/dropping.ts";
import {
  button,
  cardOf,
  expect,
  goTo,
  RETURNING,
  recommendations,
  starsOf,
  test,
  titles,
} from "../support/page.ts";

test.use(RETURNING);

/** Two tastes among 40 readers and 30 novels. */
function books(): string {
  const lines = ["reader,book_id,title,rating"];
  for (let reader = 0; reader < 40; reader++) {
    for (let book = 0; book < 30; book++) {
      if ((reader * 7 + book * 3) % 3 === 0) continue;
      lines.push(`r${reader},b${book},"Novel ${book} (${1950 + book})",${(reader + book) % 2 === 0 ? 5 : 1}`);
    }
  }
  return lines.join("\n");
}

test("a book has a page as a film has: its ratings, what is like it, its stars and its answers", async ({
  page,
}) => {
  await page.goto("#/data");
  await drop(page, { "books.csv": books() });
  await button(page, "Replace the data").click();
  const saved = page.getByRole("list", { name: "Saved data and models" });
  await expect(saved.getByRole("listitem").filter({ hasText: "books.csv" })).toContainText(
    /model \(\d+ epochs\)/,
  );
  await goTo(page, "For you");
  await expect(recommendations(page).getByRole("listitem")).toHaveCount(12);
  const [title] = await titles(page);
  await cardOf(page, title).getByRole("link").click();
  await expect(page.getByRole("heading", { level: 1, name: title, exact: true })).toBeVisible();
  await expect(page.getByText(/^\d+ ratings, [\d.]+ stars on average$/)).toBeVisible();
  await expect(page.getByRole("region", { name: "Similar books" }).getByRole("listitem")).toHaveCount(12);
  await starsOf(page, title).getByRole("radio", { name: "4 stars", exact: true }).click();
  await expect(page.getByRole("banner").getByRole("status")).toContainText(`Rated ${title} 4 stars.`);
  await expect(button(page, "Read it")).toBeVisible();
});
