import type { Page } from "@playwright/test";
import { zipSync } from "fflate";
import { drop, paste } from "../support/dropping.ts";
import { CSV, HUNDRED_K, MILLION } from "../support/movielensFiles.ts";
import { answerOnCard, button, expect, goTo, READY, RETURNING, status, test } from "../support/page.ts";
import { bringAxe, violations } from "../support/violations.ts";

test.use(RETURNING);

const loaded = (page: Page) => page.getByRole("region", { name: "Current data" });
const question = (page: Page) => page.getByRole("dialog", { name: "Replace the data?" });
const replace = (page: Page) => question(page).getByRole("button", { name: "Replace the data" }).click();
const figure = (page: Page, label: string) =>
  loaded(page)
    .locator("div", { has: page.getByText(label, { exact: true }) })
    .getByRole("definition");

/** Readers and books, no names above the columns, ratings of 10: the item stands first. */
const BOOKS = Array.from({ length: 24 * 12 }, (_, i) => [i % 24, Math.floor(i / 24)])
  .filter(([reader, book]) => (reader * 7 + book * 3) % 5 !== 0)
  .map(([reader, book]) => `Novel ${book};reader ${reader};${(reader + book) % 2 === 0 ? 9 : 2}`);
const COUNT = `${BOOKS.length} ratings`;

test.beforeEach(async ({ page }) => {
  await bringAxe(page);
  await page.goto("#/data");
  await expect(loaded(page)).toContainText("100,004");
});

test("a table of any kind is shown as it was understood, and read as it is corrected @main", async ({
  page,
}) => {
  await drop(page, { "books.txt": BOOKS.join("\n") });
  const dialog = question(page);
  const table = dialog.getByRole("region", { name: "books.txt" });
  const role = (place: number) =>
    table.getByRole("combobox", { name: `What column ${place} is, in books.txt` });
  await expect(dialog).toContainText(`${COUNT} of 24 books by 12 users`);
  await expect(dialog).toContainText("Ratings run from 2 to 9.");
  await expect(table).toContainText("emicolon");
  await expect(table.getByRole("row").nth(2)).toContainText("reader");
  expect(await violations(page)).toEqual([]);

  await role(1).selectOption("book");
  await expect(role(2)).toHaveValue("user");
  await expect(dialog).toContainText(`${COUNT} of 12 books by 24 users`);
  await dialog.getByRole("combobox", { name: "Type of item:" }).selectOption("games");
  await expect(dialog).toContainText(`${COUNT} of 12 games by 24 users`);
  const from = dialog.getByRole("spinbutton");
  await from.fill("9.5");
  await from.press("Enter");
  await expect(dialog.getByRole("alert")).toContainText("9.5");
  await expect(dialog.getByRole("button", { name: "Replace the data" })).toBeDisabled();
  await from.fill("8");
  await from.press("Enter");
  await expect(dialog).toContainText(/\(\d\d% of ratings\)/);
  await replace(page);

  await expect(figure(page, "games")).toHaveText("12");
  await expect(figure(page, "likes: 8 and up")).toHaveText(
    String(BOOKS.filter((row) => row.endsWith("9")).length),
  );
  await goTo(page, "For you");
  await page.getByRole("searchbox", { name: "Find a game" }).fill("novel 11");
  await page
    .getByRole("list", { name: "Games found" })
    .getByRole("radiogroup", { name: "Rate Novel 11" })
    .getByRole("radio", { name: "5 stars", exact: true })
    .click();
  const titles = page.getByRole("list", { name: "Recommendations" }).getByRole("heading");
  await expect(titles).toHaveText(Array(11).fill(/^Novel \d+$/));
  const [first] = await titles.allTextContents();
  await answerOnCard(page, first, "Played it");
  await expect(status(page)).toContainText(`Marked ${first} as played`);
  await expect(page.getByText(/\bfilms?\b/)).toBeHidden();
  // Without genres and years there is nothing of these to choose by.
  await expect(page.getByText("Sequels", { exact: true })).toBeVisible();

  // The first one is still there, marked.
  await page.getByRole("list", { name: "Recommendations" }).getByRole("link").last().click();
  await button(page, "Played it").click();
  await expect(button(page, "Played it")).toHaveAttribute("aria-pressed", "true");
  await expect(page.getByRole("region", { name: "Similar games" }).getByRole("link").first()).toBeVisible();
  await expect(page.getByText(/\bfilms?\b/)).toBeHidden();
});

test("MovieLens comes as loose files or as a zip, with what is known of its users", async ({ page }) => {
  const bytes = async (files: File[]) =>
    Object.fromEntries(
      await Promise.all(
        files.map(async (file) => [file.name, new Uint8Array(await file.arrayBuffer())] as const),
      ),
    );
  await drop(page, await bytes(HUNDRED_K() as File[]));
  await expect(question(page)).toContainText("4 ratings of 4 films by 3 users");
  await expect(question(page)).toContainText("Latin-1");
  await expect(question(page)).toContainText("Ignored: README, allbut.pl");
  await question(page).getByRole("button", { name: "Cancel" }).click();

  await drop(page, await bytes(CSV() as File[]));
  await expect(question(page)).toContainText("2 ratings of 2 films by 2 users");
  await expect(question(page)).toContainText("Tags place films that nobody has liked yet.");
  await question(page).getByRole("button", { name: "Cancel" }).click();

  await drop(page, { "ml-1m.zip": zipSync(await bytes(MILLION() as File[])) });
  await expect(question(page)).toContainText("3 ratings of 3 films by 2 users");
  await replace(page);
  await expect(status(page)).toContainText("Learnt from 3 ratings");
  await goTo(page, "For you");
  await expect(page.getByRole("heading", { name: "Les Misérables" })).toBeVisible();
});

test("a pasted table is read as a dropped one, and rows without ratings are likes", async ({ page }) => {
  const rows = Array.from(
    { length: 60 },
    (_, i) => `p${i % 12}\tgame ${(i * 7) % 10}\t2024-0${1 + (i % 9)}-01`,
  );
  await paste(page, `player\tgame\twhen\n${rows.join("\n")}`);
  await expect(question(page)).toContainText("every row counts as a like");
  await replace(page);
  await expect(figure(page, "likes: every row")).toHaveText("60");
  await expect(loaded(page)).toContainText("Rated from 1 January 2024 to 1 September 2024.");
  await page.goto("#/film/game%203");
  await expect(page.getByRole("heading", { level: 1, name: "game 3" })).toBeVisible();
  await expect(page.getByText("Liked by 6 people.")).toBeVisible();
  // An id is nothing to look up elsewhere.
  await expect(page.getByText("Look it up on")).toBeHidden();
});

const bad: [what: string, files: Record<string, string | Uint8Array>, message: RegExp][] = [
  ["an empty file", { "a.csv": "" }, /a\.csv is empty/],
  ["a header alone", { "a.csv": "userId,movieId,rating\n" }, /a\.csv.*header/],
  ["a picture", { "a.png": Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10) }, /a\.png/],
  ["too few columns", { "a.csv": "user,item,rating\n1,1\n2,2\n3,3\n4,4\n" }, /a\.csv.*line 2.*columns/],
  ["one user", { "a.csv": "user,item,rating\n1,1,4\n1,2,3\n" }, /user/],
  ["a cut zip", { "a.zip": zipSync({ "r.csv": Buffer.from("1,2,3\n") }).subarray(0, 60) }, /a\.zip/],
  ["a bomb", { "a.zip": zipSync({ "r.csv": new Uint8Array(3e6) }) }, /a\.zip.*100 times/],
];
test("a bad file is refused with its name and the row, and everything stays @main", async ({ page }) => {
  await expect(status(page)).toHaveText(READY);
  for (const [what, files, message] of bad) {
    await test.step(what, async () => {
      await drop(page, files);
      await expect(page.getByRole("alert")).toContainText(message);
      await page.getByRole("alert").getByRole("button", { name: "Dismiss" }).click();
      await expect(question(page)).toBeHidden();
    });
  }
  await expect(loaded(page)).toContainText("100,004");
  await expect(status(page)).toHaveText(READY);
});

test("of two tables of ratings the person says which one is read", async ({ page }) => {
  await drop(page, { "half.csv": table(40), "whole.csv": table(80) });
  const asked = page.getByRole("dialog", { name: "One question first" });
  await expect(asked).toContainText("half.csv and whole.csv both hold ratings.");
  expect(await violations(page)).toEqual([]);
  // None is likelier: they stand below each other, all as wide.
  const [half, whole] = await Promise.all(
    ["half.csv", "whole.csv"].map((name) => asked.getByRole("button", { name }).boundingBox()),
  );
  expect(whole?.x).toBe(half?.x);
  expect(whole?.width).toBe(half?.width);
  await asked.getByRole("button", { name: "whole.csv" }).click();
  await expect(question(page)).toContainText("80 ratings");
  await replace(page);
  await expect(loaded(page)).toContainText("80");
});

/** Ratings by 8 users of 10 books, each pair once. */
function table(ratings: number): string {
  const rows = Array.from({ length: ratings }, (_, i) => `u${i % 8},b${Math.floor(i / 8)},${1 + (i % 5)}`);
  return `user,item,rating\n${rows.join("\n")}\n`;
}

test("what is assumed about a file is said, and read otherwise at a click", async ({ page }) => {
  const rows = Array.from(
    { length: 80 },
    (_, i) => `u${i % 8},b${Math.floor(i / 8)},${i % 3 === 0 ? -1 : 1 + (i % 5)}`,
  );
  await drop(page, { "anime.csv": `user,item,rating\n${rows.join("\n")}\n` });
  await expect(question(page)).toContainText("53 ratings");
  await expect(question(page).getByRole("combobox", { name: "Type of item:" })).toHaveValue("anime");
  await expect(question(page)).toContainText("are \u22121, taken as not rated and left out.");
  await question(page).getByRole("button", { name: "Count them as ratings" }).click();
  await expect(question(page)).toContainText("80 ratings");
  await expect(question(page)).toContainText("Ratings run from -1 to 5.");
});

test("a table that looks like everybody's can be declared one's own, and a file left out", async ({
  page,
}) => {
  const films = ["Heat (1995)", "Jaws (1975)", "Fargo (1996)", "Alien (1979)", "Emma (1996)", "Big (1988)"];
  const rated = `title,rating,votes\n${films.map((film, i) => `${film},${1 + (i % 5)},${i}`).join("\n")}\n`;
  await drop(page, { "ratings.csv": table(80), "list.csv": rated });
  await question(page)
    .getByRole("region", { name: "ratings.csv" })
    .getByRole("button", { name: "Leave this file out" })
    .click();
  await expect(page.getByRole("alert")).toContainText("list.csv");
  await page.getByRole("button", { name: "Choose columns" }).click();
  await question(page).getByRole("button", { name: "These ratings are all mine" }).click();
  await expect(page.getByRole("dialog", { name: "Your ratings from list.csv" })).toContainText("6");
  await expect(question(page)).toHaveCount(0);
});

test("of a table of 4,000 columns thirty are shown, and the page answers", async ({ page }) => {
  const features = Array.from({ length: 3997 }, (_, i) => `f${i}`);
  const rows = Array.from({ length: 80 }, (_, i) =>
    [`u${i % 8}`, `b${Math.floor(i / 8)}`, 1 + (i % 5), ...features.map((_, k) => (i * k) % 7)].join(","),
  );
  await drop(page, { "wide.csv": `user,item,rating,${features.join(",")}\n${rows.join("\n")}\n` });
  await expect(question(page)).toContainText("80 ratings");
  await expect(question(page).getByRole("columnheader")).toHaveCount(30);
  await replace(page);
  await expect(loaded(page)).toContainText("80");
});

test("letters that look wrong are read in the encoding that is chosen", async ({ page }) => {
  const rows = Array.from({ length: 40 }, (_, i) => `${i % 8};Caf\xe9 M\xf5ru ${i % 5};${1 + (i % 5)}`);
  await drop(page, { "a.csv": Buffer.from(`user;film;rating\n${rows.join("\n")}\n`, "latin1") });
  const choice = question(page).getByRole("combobox", { name: "Encoding of a.csv:" });
  await expect(choice).toHaveValue("Latin-1");
  await choice.selectOption("Windows-1250");
  await expect(question(page)).toContainText("Café Mőru 1");
  await expect(choice).toHaveValue("Windows-1250");
  expect(await violations(page)).toEqual([]);
});

test("a misread file can be corrected from its message", async ({ page }) => {
  const rows = Array.from(
    { length: 40 },
    (_, i) => `${["low", "high"][i % 2]},${i % 8},item ${i % 5},${1 + (i % 5)}`,
  );
  // What was said of other files goes with them: its button would be about these.
  await drop(page, { "one.csv": "user,item,rating\nu1,a,1\nu2,a,2\nu3,a,5\n" });
  await expect(page.getByRole("alert")).toContainText("one.csv");
  await drop(page, { "a.csv": `rating,user,thing,grade\n${rows.join("\n")}\n` });
  await expect(page.getByRole("alert")).toContainText(/a\.csv.*line 2.*"low"/);
  await page.getByRole("button", { name: "Choose columns" }).click();
  await question(page).getByRole("combobox", { name: "What grade is, in a.csv" }).selectOption("rating");
  await expect(question(page)).toContainText("Ratings run from 1 to 5.");
  await replace(page);
  await expect(loaded(page)).toContainText("40");
});

test("a file opened while another is read takes its place, and the page says so", async ({ page }) => {
  // Quoted cells are not scanned, so reading takes seconds.
  const long = `user,item,rating\n${'"1","1","5"\n"2","2","3"\n'.repeat(1_000_000)}`;
  await page.getByLabel("Open a ratings file").setInputFiles({
    name: "long.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(long),
  });
  await expect(page.getByRole("progressbar", { name: "Reading long.csv" })).toBeVisible();
  await drop(page, { "books.txt": BOOKS.join("\n") });
  await expect(page.getByText("Stopped reading long.csv because you opened books.txt.")).toBeVisible();
  await expect(question(page)).toContainText(COUNT);
});
