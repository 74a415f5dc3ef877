import { beforeAll, expect, test } from "vitest";
import type { OwnRating } from "../../../src/core/api/Film.ts";
import type { Sorting } from "../../../src/features/forYou/api.ts";
import { FIRST_FILMS } from "../../../src/features/forYou/firstFilms.ts";
import { NEUTRAL } from "../../../src/features/forYou/neutral.ts";
import { createServices } from "../../../src/services.ts";
import { learnTastes } from "../../support/learnTastes.ts";
import { filmsOf, tasteRatings } from "../../support/tasteFiles.ts";

const services = createServices();
const [even, odd] = [filmsOf(0), filmsOf(1)];

beforeAll(() => learnTastes(services));

const rated = (stars: number, ...ids: string[]) => ids.map((filmId) => ({ filmId, stars }));

test("sequels of what is rated can be left out", async () => {
  const wishes = (withoutSequels: boolean) => ({
    ratings: rated(5, "2"),
    answers: [],
    steering: { ...NEUTRAL, withoutSequels },
  });
  // All but The Matrix are called Film and a number.
  const { films, figures } = await services.recommendations.list(wishes(true), 0, 50);
  expect(films.map(({ title }) => title)).toEqual(["The Matrix"]);
  // One film is not like any other on the list.
  expect(figures.likeness).toBeNull();
  expect((await services.recommendations.list(wishes(false), 0, 50)).total).toBe(29);
});

test("the list can be of the watchlist only, in the order of the whole list", async () => {
  const listed = async (onlyWatchlist: boolean, ...kept: string[]) => {
    const answers = kept.map((filmId) => ({ filmId, answer: "watchlist" as const }));
    const wishes = { ratings: rated(5, even[0]), answers, steering: { ...NEUTRAL, onlyWatchlist } };
    const { films, total } = await services.recommendations.list(wishes, 0, 50);
    expect(total).toBe(films.length);
    return films.map(({ id }) => id);
  };
  const whole = await listed(false);
  const kept = [odd[0], even[3], odd[5]];
  expect(await listed(true, ...kept)).toEqual(whole.filter((id) => kept.includes(id)));
  expect(await listed(false, ...kept)).toEqual(whole.filter((id) => !kept.includes(id)));
  expect(await listed(true)).toEqual([]);
});

test("the list goes on to the end of the catalogue, and holds each film once", async () => {
  const wishes = { ratings: rated(5, "2"), answers: [], steering: { ...NEUTRAL, variety: 1 } };
  const ids: string[] = [];
  for (let from = 0; from < 30; from += 8) {
    const { films, total } = await services.recommendations.list(wishes, from, 8);
    expect(total).toBe(29);
    ids.push(...films.map(({ id }) => id));
  }
  expect(ids.toSorted()).toEqual([...even, ...odd].filter((id) => id !== "2").toSorted());
});

test("the best films stand in the order that was asked for", async () => {
  const listed = async (sorting: Sorting) => {
    const wishes = { ratings: rated(5, "2"), answers: [], steering: { ...NEUTRAL, sorting } };
    return (await services.recommendations.list(wishes, 0, 50)).films.map(({ title }) => title);
  };
  // The Matrix is of 1999, the others, Film 3 to Film 30, are of 2001.
  const byTitle = [...Array.from({ length: 28 }, (_, i) => `Film ${i + 3}`), "The Matrix"];
  expect(await listed("title")).toEqual(byTitle);
  const [newest, oldest] = [await listed("newest"), await listed("oldest")];
  expect([newest.at(-1), oldest[0]]).toEqual(["The Matrix", "The Matrix"]);
  // Those of one year stay as they were: best first.
  const best = (await listed("best")).filter((title) => title !== "The Matrix");
  expect([newest.slice(0, -1), oldest.slice(1)]).toEqual([best, best]);
  const ratings = (title: string) =>
    tasteRatings.filter(({ film }) => film === (title === "The Matrix" ? 1 : Number(title.slice(5)))).length;
  const counts = (await listed("popular")).map(ratings);
  expect(counts).toEqual(counts.toSorted((a, b) => b - a));
});

test("nothing is a guess on a list of all that is left, or without any like", async () => {
  const guesses = (ratings: OwnRating[]) =>
    services.recommendations.guesses({ ratings, answers: [], steering: NEUTRAL });
  expect(await guesses(rated(5, ...odd.slice(0, 4), ...even.slice(0, 3)))).toEqual([]);
  expect(await guesses(rated(1, even[0]))).toEqual([]);
});

test("what dislikes keep out is counted as the difference that leaving them out makes", async () => {
  const [disliked] = odd;
  const likes = rated(5, ...even.slice(0, 2));
  const listOf = (ratings: OwnRating[], count: number) =>
    services.recommendations.list({ ratings, answers: [], steering: NEUTRAL }, 0, count);
  const without = await listOf(likes, FIRST_FILMS + 1);
  const dislike = await listOf([...likes, ...rated(0.5, disliked)], FIRST_FILMS);
  const still = new Set(dislike.films.map(({ id }) => id));
  const best = without.films.filter(({ id }) => id !== disliked).slice(0, FIRST_FILMS);
  const gone = best.filter(({ id }) => !still.has(id));
  expect(gone.length).toBeGreaterThan(0);
  expect(dislike.figures.pushedOut).toBe(gone.length);
  expect(without.figures.pushedOut).toBe(0);
});

test("however a list was steered before, it is the one of somebody who comes with the same wishes", async () => {
  const person = { ratings: [...rated(5, even[0], odd[0]), ...rated(1, odd[3])], answers: [] };
  const steerings = [
    { ...NEUTRAL, popularity: -1 },
    { ...NEUTRAL, familiarity: 1, variety: 0.5 },
    { ...NEUTRAL, popularity: 1, familiarity: -0.5 },
    NEUTRAL,
  ];
  const listed = (steering: typeof NEUTRAL) =>
    services.recommendations.list({ ...person, steering }, 0, FIRST_FILMS);
  const steered = [];
  for (const steering of steerings) steered.push(await listed(steering));
  for (const [i, steering] of steerings.entries()) {
    // Somebody else's list in between: what was kept of this person is gone.
    await services.recommendations.list({ ratings: rated(4, even[5]), answers: [], steering }, 0, 1);
    expect(await listed(steering)).toEqual(steered[i]);
  }
});
