import { expect, it } from "vitest";
import { matchOwn } from "../../src/importers/matchOwn.ts";
import type { OwnFilm } from "../../src/importers/OwnFilm.ts";
import { TitleMatcher } from "../../src/importers/TitleMatcher.ts";
import { nextTask } from "../../src/nextTask.ts";

const ITEMS = [
  ["heat", "Heat", 1995],
  ["island", "The Island", 2005],
  ["heart", "Brave Heart of Gold", 2005],
].map(([id, title, year]) => ({
  id: String(id),
  title: String(title),
  alternativeTitles: [],
  year: Number(year),
  genres: [],
}));
const matcher = await TitleMatcher.create(ITEMS, new Int32Array(ITEMS.length), nextTask);
const match = (...films: OwnFilm[]) => matchOwn(films, matcher, nextTask);

const film = (title: string, year: number | null, known: Partial<OwnFilm> = {}): OwnFilm => ({
  title,
  year,
  otherTitle: "",
  id: null,
  stars: 4,
  isRated: true,
  ratedAt: null,
  isSeries: false,
  ...known,
});

it("of two ratings of a film the later counts, by date, else by its place in the file", async () => {
  const dated = await match(
    film("Heat", 1995, { stars: 5, ratedAt: 200 }),
    film("Heat", 1995, { stars: 1, ratedAt: 100 }),
  );
  expect(dated.matched).toMatchObject([{ film: { stars: 5 }, row: 0 }]);
  expect(dated.repeated).toBe(1);
  const undated = await match(film("Heat", 1995, { stars: 5 }), film("Heat", 1995, { stars: 1 }));
  expect(undated.matched).toMatchObject([{ film: { stars: 1 } }]);
});

it("a film of two files counts once, and what was rated before what was only watched", async () => {
  const { matched, repeated } = await match(
    film("HEAT", 1995, { stars: 5 }),
    film("Heat", 1995, { stars: 3, isRated: false, ratedAt: 900 }),
  );
  expect(matched).toMatchObject([{ film: { stars: 5 } }]);
  expect(repeated).toBe(1);
});

it("of two spellings of a title the later counts, wherever it stands", async () => {
  const [early, late] = [
    film("Heat", 1995, { stars: 5, ratedAt: 200 }),
    film("HEAT", 1995, { stars: 1, ratedAt: 300 }),
  ];
  for (const films of [
    [early, late],
    [late, early],
  ]) {
    expect(await match(...films)).toMatchObject({
      matched: [{ film: { stars: 1 } }],
      repeated: 1,
      doubtful: [],
    });
  }
});

it("of two spellings the nearer counts, however late the other is", async () => {
  const near = film("Heat", 1995, { stars: 5, ratedAt: 200 });
  const far = film("Heat", 1996, { stars: 1, ratedAt: 300 });
  for (const films of [
    [far, near],
    [near, far],
  ]) {
    expect(await match(...films)).toMatchObject({
      matched: [{ film: { stars: 5 } }],
      unmatched: [{ stars: 1 }],
    });
  }
});

it("what is matched is offered to no other film", async () => {
  const { matched, doubtful, unmatched, repeated } = await match(
    film("The Island", 2006),
    film("The Island", 2005),
    film("Brave Hearts of Golf", 2005),
  );
  expect(matched).toMatchObject([{ film: { year: 2005 }, row: 1 }]);
  expect(unmatched).toMatchObject([{ title: "The Island", year: 2006 }]);
  expect(doubtful).toMatchObject([{ film: { title: "Brave Hearts of Golf" }, rows: [2] }]);
  expect(repeated).toBe(0);
});

it("a series that is not there is counted, a film is listed", async () => {
  const { unmatched, series } = await match(film("Lost", 2004, { isSeries: true }), film("Up", 2009));
  expect({ unmatched: unmatched.map(({ title }) => title), series }).toEqual({
    unmatched: ["Up"],
    series: 1,
  });
});
