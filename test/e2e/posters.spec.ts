import { expect, openForYou, test } from "../support/page.ts";

test("while the model learns a poster changes once, and what it was fades away", async ({ page }) => {
  await page.addInitScript(() => {
    const drawn: Record<string, string[]> = {};
    const faded: string[] = [];
    Object.assign(window, { drawn, faded });
    const look = () => {
      for (const card of document.querySelectorAll<HTMLElement>("[data-film]")) {
        const film = card.dataset.film ?? "";
        const picture = card.querySelector("svg")?.innerHTML ?? "";
        drawn[film] ??= [];
        if (picture !== "" && drawn[film].at(-1) !== picture) drawn[film].push(picture);
      }
    };
    new MutationObserver(look).observe(document, { subtree: true, childList: true, attributes: true });
    document.addEventListener("animationend", ({ target }) => {
      const film = (target as Element).closest<HTMLElement>("[data-film]")?.dataset.film;
      if (film !== undefined) faded.push(film);
    });
  });
  await openForYou(page);
  const seen = () =>
    page.evaluate(() => {
      const { drawn, faded } = window as unknown as { drawn: Record<string, string[]>; faded: string[] };
      return { drawn, faded };
    });
  await expect.poll(async () => (await seen()).faded.length).toBeGreaterThan(0);
  await expect(page.locator("[data-film] a svg")).toHaveCount(12);
  const { drawn, faded } = await seen();
  const films = Object.keys(drawn);
  expect(films.filter((film) => drawn[film].length > 2)).toEqual([]);
  expect(faded).toEqual(expect.arrayContaining(films.filter((film) => drawn[film].length === 2)));
});
