import { expect, test } from "vitest";
import { CompanionDatabase } from "../../../src/features/forYou/page/together/CompanionDatabase.ts";
import { toLink } from "../../../src/features/forYou/page/together/link.ts";
import { TogetherStore } from "../../../src/features/forYou/page/together/TogetherStore.ts";
import { tastePage } from "../../support/tastePage.ts";
import { withIndexedDB } from "../../support/withIndexedDB.ts";

withIndexedDB();

test("a second person's ratings are saved; those of a link only if asked, and lists are for one or both", async () => {
  const { context, stores, train } = await tastePage([TogetherStore]);
  const store = stores.get(TogetherStore);
  const [matrix] = await context.worker.catalogue.films(["1"]);
  const ids = () => store.get().theirs.map(({ film }) => film.id);
  const database = new CompanionDatabase(() => {});
  const saved = () => database.load(context.workspace.get().dataset?.name ?? "");
  await train({ epochs: 10 });
  store.show(true);
  store.rate(matrix, 4);
  await store.until(({ films }) => films !== null);
  expect(
    store
      .get()
      .films?.slice(0, 5)
      .every(({ id }) => Number(id) % 2 === 1),
  ).toBe(true);
  expect(store.get().comparison, "with nobody to compare").toBeNull();
  await expect.poll(saved).toEqual([{ filmId: "1", stars: 4 }]);

  expect(store.openLink("Heat")).toBe(false);
  const link = toLink([
    { filmId: "2", stars: 5 },
    { filmId: "gone", stars: 3 },
  ]);
  expect(store.openLink(`https://example.org/${link}`)).toBe(true);
  await store.until(({ isByLink }) => isByLink);
  expect(store.get()).toMatchObject({ isFor: "them", missing: 1, theirs: [{ film: { id: "2" }, stars: 5 }] });
  expect(await saved()).toEqual([{ filmId: "1", stars: 4 }]);
  store.close();
  await store.until(({ theirs }) => theirs.length > 0);
  expect(ids()).toEqual(["1"]);

  store.openLink(link);
  await store.until(({ isByLink }) => isByLink);
  store.keep();
  await store.until(({ isByLink }) => !isByLink);
  expect(await saved()).toEqual([{ filmId: "2", stars: 5 }]);

  context.events.emit("ratingsChanged", [{ filmId: "1", stars: 5 }]);
  store.setFor("both");
  await store.until(({ films }) => films?.[0].places.length === 2);
  await store.until(({ comparison }) => comparison !== null);
  await store.openFile([new File(["userId,movieId,rating\n1,1,4\n2,2,3\n1,2,5\n2,3,1\n"], "many.csv")]);
  expect(context.alerts.get().alerts[0].message).toMatch(/^many.csv isn’t one person’s ratings/);
  expect(ids()).toEqual(["2"]);
});
