import type { Page } from "@playwright/test";
import { zipSync } from "fflate";
import {
  allSaved,
  expect,
  openForYou,
  ownRatings,
  RETURNING,
  recommendations,
  starsOf,
  test,
  titles,
} from "../support/page.ts";
import { bringAxe, violations } from "../support/violations.ts";

test.use(RETURNING);

const summary = (page: Page) => page.getByRole("dialog", { name: /^Your ratings from/ });
const checked = (page: Page, title: string, stars: number) =>
  expect(
    starsOf(ownRatings(page), title).getByRole("radio", {
      name: stars === 1 ? "1 star" : `${stars} stars`,
      exact: true,
    }),
  ).toBeChecked();

const LETTERBOXD = [
  "Date,Name,Year,Letterboxd URI,Rating",
  "2021-03-01,Toy Story,1995,https://boxd.it/1,5",
  "2021-03-02,Spirited Away,2001,https://boxd.it/2,4.5",
  "2021-03-03,Le Fabuleux Destin d’Amélie Poulain,2001,https://boxd.it/3,4",
  "2021-03-04,Finding Nemo,2004,https://boxd.it/4,5",
  "2021-03-05,Dr. Strangelove,1964,https://boxd.it/5,4",
  "2021-03-06,Parasite,2019,https://boxd.it/6,5",
  "2021-03-07,The Sorcerer's Apprentice of Hogwarts,2001,https://boxd.it/7,3",
].join("\n");

const IMDB = [
  "\uFEFFConst,Your Rating,Date Rated,Title,Original Title,URL,Title Type,IMDb Rating,Runtime (mins),Year,Genres,Num Votes,Release Date,Directors",
  'tt0118799,9,2020-01-02,Life Is Beautiful,La vita è bella,https://x/,Movie,8.6,116,1997,"Comedy, Drama",7,1997-12-20,Roberto Benigni',
  "tt0903747,10,2020-01-02,Breaking Bad,Breaking Bad,https://x/,TV Series,9.5,49,2008,Crime,2,2008-01-20,",
  "tt0114709,4,2020-01-02,Toy Story,Toy Story,https://x/,Movie,8.3,81,1995,Animation,9,1995-11-22,John Lasseter",
].join("\r\n");

/** Lets a file fall on the page, as from the desktop. */
async function drop(page: Page, name: string, contents: string | Uint8Array): Promise<void> {
  const bytes = [...Buffer.from(contents)];
  const dataTransfer = await page.evaluateHandle(
    ([called, held]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([new Uint8Array(held)], called));
      return transfer;
    },
    [name, bytes] as const,
  );
  await page.dispatchEvent("main", "drop", { dataTransfer });
}

test("a Letterboxd zip becomes Your ratings: one confirmed, one looked up, one skipped, and all undone at once @main", async ({
  page,
  watch,
}) => {
  await bringAxe(page);
  await openForYou(page);
  const atFirst = await titles(page);
  const zip = zipSync({
    "profile.csv": Buffer.from("Date Joined,Username\n2020-01-01,me"),
    "watched.csv": Buffer.from("Date,Name,Year,Letterboxd URI\n2021-03-01,Alien,1979,https://boxd.it/8"),
    "deleted/ratings.csv": Buffer.from("Date,Name,Year,Letterboxd URI,Rating\n2021-03-01,Jaws,1975,u,1"),
    "ratings.csv": Buffer.from(LETTERBOXD),
  });
  await drop(page, "letterboxd-me-2026-11-24.zip", zip);

  await expect(summary(page)).toContainText("5 of 8 films found");
  const add = summary(page).getByRole("button", { name: /^Add \d/ });
  await expect(add).toHaveText("Add 4 ratings and 1 other answer");
  await summary(page)
    .getByRole("group", { name: "Match for Dr. Strangelove" })
    .getByRole("button", { name: /^Dr. Strangelove or: How I Learned/ })
    .click();
  await expect(add).toHaveText("Add 5 ratings and 1 other answer");
  await summary(page)
    .getByRole("button", { name: "Search for The Sorcerer's Apprentice of Hogwarts" })
    .click();
  await page.keyboard.type("sorcerer's st");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Enter");
  await page.keyboard.type("sorcerer's stone");
  await expect(summary(page).getByRole("group", { name: /^Films found for/ })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await summary(page)
    .getByRole("button", { name: /^Harry Potter and the Sorcerer's Stone/ })
    .click();
  await expect(add).toHaveText("Add 6 ratings and 1 other answer");
  await add.click();

  await expect(summary(page)).toBeHidden();
  await expect(ownRatings(page).getByRole("listitem")).toHaveCount(6);
  await checked(page, "Amelie", 4);
  await checked(page, "Harry Potter and the Sorcerer's Stone", 3);
  await expect.poll(() => titles(page)).not.toEqual(atFirst);
  await expect(
    recommendations(page)
      .getByText(/^Because you liked/)
      .first(),
  ).toBeVisible();
  for (const title of ["Toy Story", "Spirited Away", "Alien"])
    expect(await titles(page)).not.toContain(title);

  await allSaved(page);
  await page.reload();
  await expect(ownRatings(page).getByRole("listitem")).toHaveCount(6);
  await drop(page, "ratings.csv", LETTERBOXD.replace(",5\n", ",1\n"));
  await expect(summary(page)).toContainText("1 film already rated; the file’s rating replaces yours.");
  await summary(page).getByRole("button", { name: "Add 4 ratings" }).click();
  await checked(page, "Toy Story", 1);
  await page.getByRole("button", { name: "Undo: 4 ratings from Letterboxd" }).click();
  await checked(page, "Toy Story", 5);
  await expect(ownRatings(page).getByRole("listitem")).toHaveCount(6);
  expect(watch.requestsLeavingOrigin()).toEqual([]);
});

test("IMDb's points are halved, its series left out, and Escape leaves everything as it was", async ({
  page,
}) => {
  await bringAxe(page);
  await page.goto("#/data");
  // Dropped before the films are read, it waits for them.
  await drop(page, "ratings.csv", IMDB);
  await expect(summary(page)).toContainText("2 of 2 films found");
  await expect(summary(page)).toContainText("IMDb scores are halved (7 = 3.5 stars).");
  await expect(summary(page)).toContainText("Skipped: 1 that isn’t a film");
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await expect(summary(page)).toBeHidden();

  await page.getByLabel("Open a ratings file").setInputFiles({
    name: "imdb.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(IMDB),
  });
  await summary(page).getByRole("button", { name: "Add 2 ratings" }).click();
  await checked(page, "Life Is Beautiful", 4.5);
  await checked(page, "Toy Story", 2);
});

test("each export is recognised by its contents, and its scale is converted", async ({ page }) => {
  await page.goto("#/data");
  const exports: [name: string, contents: string, shown: RegExp][] = [
    [
      "movielens-ratings.csv",
      'movie_id,imdb_id,tmdb_id,rating,average_rating,title\n1,0114709,862,4.5,3.89,"Toy Story (1995)"\n',
      /from MovieLens.*1 of 1 film found.*Toy Story.*1995 · 4\.5 stars/,
    ],
    [
      "ratings-movies.json",
      '[{"rated_at":"2020-01-01T00:00:00.000Z","rating":9,"movie":{"title":"Toy Story","year":1995}}]',
      /from Trakt.*1 of 1 film found.*Trakt scores are halved/,
    ],
    [
      "NetflixViewingHistory.csv",
      'Title,Date\n"Toy Story","1/15/21"\n"Lost: Season 1: Pilot","1/14/21"\n',
      /from Netflix.*1 of 1 film found.*each film counts as 3 stars.*Skipped: 1 that isn’t a film/,
    ],
    [
      "matinee-ratings.csv",
      "film_id,title,year,stars,rated_at\n1,Toy Story,1995,4.5,2026-11-24T10:00:00.000Z\n",
      /from Matinee.*1 of 1 film found.*Toy Story.*1995 · 4\.5 stars/,
    ],
    [
      "hostile.csv",
      'Date,Name,Year,Letterboxd URI,Rating\n2020-01-01,__proto__,1999,u,4\n2020-01-01,"<img src=x onerror=alert(1)>",1999,u,4\n',
      /from Letterboxd.*0 of 2 films found.*__proto__.*<img src=x onerror=alert\(1\)>.*Add 0 ratings/,
    ],
  ];
  for (const [name, contents, shown] of exports) {
    await drop(page, name, contents);
    await expect(summary(page)).toContainText(shown);
    await summary(page).getByRole("button", { name: "Cancel" }).click();
    await expect(summary(page)).toBeHidden();
  }
});

test("files without usable ratings are refused with the reason, and nothing changes", async ({ page }) => {
  await openForYou(page);
  await drop(page, "ratings.csv", "Date,Name,Year,Letterboxd URI,Rating\n2021-03-01,Heat,1995,u,splendid\n");
  await expect(page.getByRole("alert")).toContainText(/ratings\.csv.*line 2.*"splendid"/);
  await page.getByRole("button", { name: "Dismiss" }).click();
  await drop(page, "goodreads.csv", "Book Id,Title,Author,My Rating\n1,Emma,Jane Austen,4\n");
  await expect(page.getByRole("alert")).toContainText(/goodreads\.csv.*Goodreads/);
  await page.getByRole("button", { name: "Dismiss" }).click();
  await drop(page, "ratings-movies.json", '[{"rating":9,"movie":{"title":"Heat"');
  await expect(page.getByRole("alert")).toContainText("ratings-movies.json");
  await expect(summary(page)).toBeHidden();
  await expect(ownRatings(page)).toBeHidden();
  await expect(recommendations(page).getByRole("listitem")).toHaveCount(12);
});

test("two thousand ratings are matched, added, scrolled and undone, and only those in view are on the page", async ({
  page,
}) => {
  await openForYou(page);
  const movies = await (await page.request.get("data/ml-latest-small/movies.csv")).text();
  const films = movies.trim().split(/\r?\n/).slice(1, 2001);
  const rows = films.map((line, i) => {
    const [id] = line.split(",", 1);
    const title = line.slice(id.length + 1, line.lastIndexOf(","));
    return `${id},,,${((i % 9) + 2) / 2},3.5,${title}`;
  });
  const file = ["movie_id,imdb_id,tmdb_id,rating,average_rating,title", ...rows].join("\n");
  await drop(page, "movielens-ratings.csv", file);
  await expect(summary(page)).toContainText("2,000 of 2,000 films found");
  await summary(page).getByRole("button", { name: "Add 2,000 ratings" }).click();
  const first = ownRatings(page).getByRole("listitem").first();
  await expect(first).toHaveAttribute("aria-setsize", "2000");
  await ownRatings(page).evaluate((list) => list.parentElement?.scrollTo(0, list.scrollHeight));
  await expect(ownRatings(page).getByRole("listitem").last()).toHaveAttribute("aria-posinset", "2000");
  expect(await ownRatings(page).getByRole("listitem").count()).toBeLessThan(40);
  await page.getByRole("button", { name: "Undo: 2,000 ratings from MovieLens" }).click();
  await expect(ownRatings(page)).toBeHidden();
});
