import { expect, test } from "vitest";
import { SavedStore } from "../../../src/features/saved/page/SavedStore.ts";
import { tastePage } from "../../support/tastePage.ts";
import { withIndexedDB } from "../../support/withIndexedDB.ts";

withIndexedDB();

test("data is saved as soon as it is in use, its model when it is trained, and both can be deleted", async () => {
  const { stores, train } = await tastePage([SavedStore]);
  const store = stores.get(SavedStore);
  await store.until(({ works }) => works.length === 1);
  expect(store.get()).toMatchObject({ status: "saved", problem: null, works: [{ record: null }] });
  await train();
  await store.until(({ works }) => works[0].record !== null);
  expect(store.get().works).toMatchObject([{ ratings: expect.any(Number), record: { epochsDone: 2 } }]);
  await store.delete(store.get().works[0].name);
  expect(store.get().works).toEqual([]);
});

test("a browser that saves nothing is said to once, with the reason", async () => {
  Reflect.deleteProperty(globalThis, "indexedDB");
  const { context, stores, train } = await tastePage([SavedStore]);
  const store = stores.get(SavedStore);
  await store.until(({ status }) => status === "failed");
  expect(context.alerts.get().alerts).toHaveLength(1);
  context.alerts.dismiss(context.alerts.get().alerts[0].id);
  await train();
  await store.save();
  expect(context.alerts.get().alerts, "once it was dismissed").toEqual([]);
  expect(store.get().problem).toMatch(/can’t be saved here|couldn’t be saved/);
  await store.refresh();
  expect(store.get()).toMatchObject({ status: "refused", works: [] });
  await store.save();
  expect(store.get().status).toBe("refused");
});
