import { expect, test } from "vitest";
import { FilmStore } from "../../../src/features/film/page/FilmStore.ts";
import { tastePage } from "../../support/tastePage.ts";

test("the film of the address is looked up, and again with every model; an address of none leads to none", async () => {
  const { stores, goTo, train } = await tastePage([FilmStore]);
  const store = stores.get(FilmStore);
  const details = async () => {
    await store.until(({ details }) => details !== null);
    const { details } = store.get();
    return details === "unknown" ? null : details;
  };

  goTo("#/film/1");
  expect(store.get()).toEqual({ id: "1", details: null });
  expect(await details()).toMatchObject({ film: { title: "The Matrix", year: 1999 }, similar: [] });
  await train();
  await store.until(({ details }) => details !== null && details !== "unknown" && details.similar.length > 0);

  goTo("#/film/nothing");
  expect(await details()).toBeNull();
  for (const elsewhere of ["#/map", "#/film/%E0"]) {
    goTo(elsewhere);
    expect(store.get()).toEqual({ id: null, details: null });
  }
});
