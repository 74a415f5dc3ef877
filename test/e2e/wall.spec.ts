import type { Locator, Page } from "@playwright/test";
import { drop } from "../support/dropping.ts";
import {
  allSaved,
  answerOnCard,
  button,
  cardOf,
  expect,
  findAndRate,
  openForYou,
  ownRatings,
  RETURNING,
  recommendations,
  status,
  test,
  titles,
} from "../support/page.ts";

test.use(RETURNING);

const star = (within: Locator, stars: string) => within.getByRole("radio", { name: stars, exact: true });
const leaveTheWall = (page: Page) => page.mouse.move(4, 300);

test("nothing moves under the pointer: a film just rated stays, marked, and can be taken back @main", async ({
  page,
}) => {
  await page.clock.install();
  await openForYou(page);
  const before = await titles(page);
  const [first, second] = before;
  const card = cardOf(page, second);
  // From here on it is as if no time went by: the list follows only when the test says so.
  await page.clock.pauseAt(Date.now() + 3_600_000);

  await test.step("a double click rates one film, which keeps its place", async () => {
    await star(card, "4 stars").hover();
    const place = await card.boundingBox();
    await star(card, "4 stars").dblclick();
    await expect(button(card, `Undo: ${second}, 4 stars`)).toBeVisible();
    await expect(ownRatings(page).getByRole("listitem")).toHaveCount(1);
    await expect(status(page)).toContainText(`Rated ${second} 4 stars. New at the top: `);
    expect(await titles(page)).toEqual(before);
    expect(await card.boundingBox()).toEqual(place);
  });

  await test.step("Undo on the card takes it back", async () => {
    await button(card, `Undo: ${second}, 4 stars`).click();
    await expect(ownRatings(page)).toBeHidden();
    await expect(status(page)).toContainText(`Undone: rated ${second} 4 stars.`);
    await leaveTheWall(page);
    await expect.poll(() => titles(page)).toEqual(before);
  });

  await test.step("the list follows once the pointer has left it, in the same cards", async () => {
    const cards = recommendations(page).getByRole("listitem");
    await cards.evaluateAll((all) => {
      for (const one of all) one.dataset.wasThere = "";
    });
    await star(card, "5 stars").click();
    await expect(button(card, `Undo: ${second}, 5 stars`)).toBeVisible();
    await leaveTheWall(page);
    await expect.poll(() => titles(page)).not.toContain(second);
    // Making a card takes many times what it takes to show another film in it.
    expect(await cards.evaluateAll((all) => all.filter((one) => !("wasThere" in one.dataset)).length)).toBe(
      0,
    );
  });

  await test.step("Ctrl+Z takes it back from anywhere", async () => {
    await page.keyboard.press("Control+z");
    await expect.poll(() => titles(page)).toEqual(before);
  });

  await test.step("on a focused film, keys rate and Down leads to its stars", async () => {
    const focused = cardOf(page, first);
    await focused.getByRole("link").focus();
    await page.keyboard.press("3");
    await expect(button(focused, `Undo: ${first}, 3 stars`)).toBeVisible();
    await expect(focused.getByRole("link")).toBeFocused();
    await page.keyboard.press("Control+z");
    await expect(ownRatings(page)).toBeHidden();
  });

  await test.step("what is tried out is an outline that ends with the pointer's stay", async () => {
    const stars = card.getByRole("radiogroup", { name: `Rate ${second}`, exact: true });
    await star(stars, "3.5 stars").hover();
    await expect(stars).toHaveCSS("--tried", "3.5");
    await expect(stars).toHaveCSS("--shown", "0");
    await leaveTheWall(page);
    await expect(stars).toHaveCSS("--tried", "0");
  });
});

test("what was seen, is not wanted or is kept for later is recommended no more @main", async ({ page }) => {
  await openForYou(page);
  await findAndRate(page, "Toy Story", 5);
  await expect(page.getByText("Because you liked Toy Story").first()).toBeVisible();
  const [seen, notWanted, kept, explained] = await titles(page);

  await test.step("Why shows what carries the film", async () => {
    await answerOnCard(page, explained, "Why this?");
    const why = page.getByRole("dialog", { name: `Why ${explained}` });
    await expect(why).toContainText(/It ranks (first|[\d,]+(st|nd|rd|th)) of [\d,]+ for you/);
    await expect(why.getByRole("listitem").filter({ hasText: "Toy Story, 5 stars" })).toContainText(
      /Without it: place [\d,]+/,
    );
    await expect(why).toContainText("Points are units of the score that your list is sorted by");
    await expect(why.getByRole("heading", { name: `Why ${explained}` })).toBeInViewport({ ratio: 1 });
    await page.keyboard.press("Escape");
    await expect(why).toBeHidden();
  });

  await test.step("three answers, of which one is undone and given again", async () => {
    await answerOnCard(page, notWanted, "Not for me");
    await page.keyboard.press("Control+z");
    await expect(status(page)).toContainText(`Undone: marked ${notWanted} as not for you`);
    await leaveTheWall(page);
    await expect.poll(() => titles(page)).toContain(notWanted);

    await answerOnCard(page, notWanted, "Not for me");
    await answerOnCard(page, seen, "Seen it");
    await answerOnCard(page, kept, "Watchlist");
    await leaveTheWall(page);
    for (const title of [seen, notWanted, kept]) {
      await expect.poll(() => titles(page)).not.toContain(title);
    }
  });

  await test.step("all of it is there after a reload", async () => {
    await allSaved(page);
    await page.reload();
    await expect(
      page.getByRole("list", { name: "Watchlist" }).getByRole("link", { name: kept }),
    ).toBeVisible();
    await page.getByText("Seen or not for you (2)").click();
    const others = page.getByRole("list", { name: "Seen or not for you" });
    await expect(others.getByRole("listitem").filter({ hasText: "· seen" })).toContainText(seen);
    await expect(others.getByRole("listitem").filter({ hasText: "· not for you" })).toContainText(notWanted);
    await expect(page.getByText("Because you liked Toy Story").first()).toBeVisible();
    for (const title of [seen, notWanted, kept]) expect(await titles(page)).not.toContain(title);
  });
});

test("films that hang on a few likes alone are marked as guesses, as long as they are on the list", async ({
  page,
}) => {
  // Six tastes share 24 places: whichever likes a resample leaves out, some of the films go with them.
  const likes = ["Toy Story", "Fargo", "Heat", "Alien", "Grease", "Jaws"];
  await openForYou(page);
  for (const title of likes) await findAndRate(page, title, 5);
  const cards = recommendations(page).getByRole("listitem");
  await cards.last().scrollIntoViewIfNeeded();
  await expect(cards.nth(23)).toBeVisible();
  const marked = cards.filter({ hasText: "A guess" });
  await expect(marked).not.toHaveCount(0);
  expect(await marked.count()).toBeLessThan(24);

  const title = (await marked.first().getByRole("heading").textContent()) ?? "";
  await answerOnCard(page, title, "Watchlist");
  await expect(cardOf(page, title)).toContainText("On your watchlist");
  await expect(cardOf(page, title)).not.toContainText("A guess");

  // What the page begins with is nobody's list, in which nothing is a guess.
  for (let i = 0; i <= likes.length; i++) await page.keyboard.press("Control+z");
  await expect(ownRatings(page)).toBeHidden();
  await leaveTheWall(page);
  await expect(page.getByText("Rate a few films to make this your list.")).toBeVisible();
  await expect(marked).toHaveCount(0);
});

test.describe("with a finger", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test("a message moves nothing", ({ page }) => messageMovesNothing(page));
});

test("a message moves nothing", ({ page }) => messageMovesNothing(page));

/** It lies over the foot of the screen. */
async function messageMovesNothing(page: Page): Promise<void> {
  await openForYou(page);
  const first = recommendations(page).getByRole("listitem").first();
  const before = await first.boundingBox();
  await drop(page, { "letter.csv": "Dear Sir or Madam,\nthere are no ratings here.\n" });
  const message = page.getByRole("alert");
  await expect(message).toContainText("letter.csv");
  expect(await first.boundingBox()).toEqual(before);
  await expect(message).toBeInViewport({ ratio: 1 });
  await button(message, "Dismiss").click();
  await expect(message).toBeHidden();
}

test("Back leads to the poster that was followed, and a film's page hands the focus to the next", async ({
  page,
}) => {
  await openForYou(page);
  const cards = recommendations(page).getByRole("listitem");
  await cards.last().scrollIntoViewIfNeeded();
  const link = cards.nth(18).getByRole("link");
  await link.click();
  const similar = page.getByRole("region", { name: "Similar films" }).getByRole("link").first();
  const next = (await similar.getByRole("heading").textContent()) ?? "";
  await similar.click();
  await expect(page.getByRole("heading", { level: 1, name: next, exact: true })).toBeVisible();
  await expect(page.getByRole("main")).toBeFocused();

  await page.goBack();
  await expect(page.getByRole("heading", { level: 1, name: next, exact: true })).toBeHidden();
  await page.goBack();
  await expect(link).toBeFocused();
  await expect(link).toBeInViewport();
});

test("a rating draws anew only the cards that show another film, and only those near the screen are there", async ({
  page,
}) => {
  await openForYou(page);
  await findAndRate(page, "Toy Story", 5);
  await expect(page.getByText("Because you liked Toy Story").first()).toBeVisible();
  const cards = recommendations(page).getByRole("listitem");
  const films = () => cards.evaluateAll((all) => all.map((card) => card.getAttribute("data-film") ?? ""));
  const before = await films();
  expect(before).toHaveLength(12);
  await recommendations(page).evaluate((list) => {
    const touched = new Set<Element>();
    const watch = new MutationObserver((changes) => {
      for (const { target } of changes) {
        const part = (target instanceof Element ? target : target.parentElement)?.closest(
          "a, [role=radiogroup]",
        );
        // A film may stay where it is for another reason.
        if (part) touched.add(part.closest("li") ?? part);
      }
    });
    watch.observe(list, { subtree: true, childList: true, attributes: true, characterData: true });
    Object.assign(window, { touched });
  });
  await findAndRate(page, "Toy Story 2", 4.5);
  await expect.poll(films).not.toEqual(before);
  const now = await films();
  const same = now.flatMap((film, at) => (film === before[at] ? [at] : []));
  const drawn = await cards.evaluateAll((all) => {
    const { touched } = window as unknown as { touched: Set<Element> };
    return all.flatMap((card, at) => (touched.has(card) ? [at] : []));
  });
  expect(drawn.length, "cards drawn").toBeGreaterThan(0);
  expect(drawn.filter((at) => same.includes(at))).toEqual([]);

  await cards.last().scrollIntoViewIfNeeded();
  await expect(cards).toHaveCount(24);
});

test("what came and went is shown by a short move, and by none where less motion is asked for", async ({
  page,
}) => {
  await page.addInitScript(() => {
    const moved: string[] = [];
    Object.assign(window, { moved });
    const { animate } = Element.prototype;
    Element.prototype.animate = function (...how) {
      if (this instanceof HTMLElement && this.dataset.film) moved.push(this.dataset.film);
      return animate.apply(this, how);
    };
  });
  const moves = () => page.evaluate(() => (window as unknown as { moved: string[] }).moved.length);
  await openForYou(page);
  await findAndRate(page, "Toy Story", 5);
  await expect(page.getByText("Because you liked Toy Story").first()).toBeVisible();
  const before = await titles(page);
  // One film goes, and all behind it move up by a place.
  await answerOnCard(page, before[1], "Watchlist");
  await leaveTheWall(page);
  await expect.poll(() => titles(page)).not.toContain(before[1]);
  await expect.poll(moves).toBeGreaterThan(0);

  await page.emulateMedia({ reducedMotion: "reduce" });
  const shown = await moves();
  await page.keyboard.press("Control+z");
  await expect.poll(() => titles(page)).toEqual(before);
  expect(await moves()).toBe(shown);
});
