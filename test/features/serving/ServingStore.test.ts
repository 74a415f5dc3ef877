import { expect, test } from "vitest";
import { BUILDING, ServingStore } from "../../../src/features/serving/page/ServingStore.ts";
import { tastePage } from "../../support/tastePage.ts";

test("a database is built and measured beside the model, again with every model, and kept when the next is stopped", async () => {
  const { context, stores, train, replaceData } = await tastePage([ServingStore]);
  const store = stores.get(ServingStore);
  await train();
  await store.build();
  expect(store.get()).toMatchObject({ stopped: false, progress: null, batch: { users: 80, epochs: 2 } });
  expect(store.get().measure).toMatchObject({ epochs: 2, stale: 0 });
  const { batch, onDemand } = await store.lookUp("1");
  expect(batch).toEqual(onDemand);

  await train({ epochs: 5 });
  await store.until(({ measure }) => measure?.epochs === 5);
  expect(store.get().batch?.epochs).toBe(2);

  const building = store.build();
  context.jobs.stop(BUILDING);
  await building;
  expect(store.get()).toMatchObject({ stopped: true, batch: { epochs: 2 } });

  await replaceData();
  expect(store.get()).toEqual({ progress: null, stopped: false, batch: null, measure: null });
});
