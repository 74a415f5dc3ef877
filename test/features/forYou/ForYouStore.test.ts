import { expect, onTestFinished, test, vi } from "vitest";
import { RatingsStore } from "../../../src/core/page/ratings/RatingsStore.ts";
import { DRAWN_AT_ONCE, ForYouStore } from "../../../src/features/forYou/page/ForYouStore.ts";
import { tastePage } from "../../support/tastePage.ts";

test("the list follows ratings and steering, stands still while somebody is at work on it, and says what changed", async () => {
  const { context, stores, location, goTo, train } = await tastePage([RatingsStore, ForYouStore]);
  const store = stores.get(ForYouStore);
  const ratings = stores.get(RatingsStore);
  const tastes = () => store.get().recommendations?.map(({ id }) => Number(id) % 2);
  await train({ epochs: 10 });
  await store.until(({ recommendations }) => recommendations !== null);
  expect(tastes(), "well-known films of both tastes").toContain(0);

  const films = await context.worker.catalogue.films(["1", "3", "2"]);
  ratings.rate(films[0], 5);
  await store.until(({ figures }) => figures !== null);
  expect(tastes()?.slice(0, 10)).toEqual(new Array(10).fill(1));
  expect(context.news.get().text).toMatch(/^Rated The Matrix 5 stars\. New at the top: /);

  // Nobody has to be quick: it stands still for as long as no timer fires.
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  onTestFinished(() => void vi.useRealTimers());
  store.hold();
  const { recommendations } = store.get();
  ratings.rate(films[1], 5);
  await context.news.until(({ text }) => text?.startsWith("Rated Film 3") === true);
  expect(store.get().recommendations).toBe(recommendations);
  store.release();
  vi.useRealTimers();
  expect(store.get().recommendations?.map(({ id }) => id)).not.toContain("3");

  store.steer({ ...store.get().steering, genres: ["Drama"] });
  expect(location.hash).toBe("#/?genres=Drama");
  await store.until(({ total }) => total === 15);
  expect(new Set(tastes())).toEqual(new Set([0]));
  await store.extend();
  expect(store.get().drawn).toBe(2 * DRAWN_AT_ONCE);
  const whole = store.get();
  await store.extend();
  expect(store.get(), "at its end").toBe(whole);
  store.steer(null);
  expect(location.hash).toBe("#/");
  goTo("#/?popularity=40");
  expect(store.get().steering).toMatchObject({ popularity: 0.4, genres: [] });

  store.explain(films[2]);
  await store.until(({ explained }) => explained !== null);
  expect(store.get().explained).toMatchObject({ title: "Film 2", total: 28 });
});
