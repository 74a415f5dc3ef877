import { expect, test } from "vitest";
import { dueParts, MEASURING, QualityStore } from "../../../src/features/quality/page/QualityStore.ts";
import { tastePage } from "../../support/tastePage.ts";

test("a part is measured with the model's settings and due again when they change; what is stopped is due", async () => {
  const { context, stores, location, train, replaceData } = await tastePage([QualityStore]);
  const store = stores.get(QualityStore);
  const due = () => dueParts(store.get().found, store.get().settings);
  await train();
  expect(store.get().settings).toMatchObject({ epochs: 2, noComponents: 4 });
  const all = due();
  await store.measure(["accuracy"]);
  expect(store.get()).toMatchObject({ progress: null, stopped: false, pending: [] });
  expect(store.get().found.accuracy?.setup).toMatchObject({ epochs: 2, seed: 42 });
  expect(due()).toEqual(all.filter((part) => part !== "accuracy"));

  store.choose({ seed: 7 });
  expect(location.hash).toBe("#/quality?seed=7");
  expect(due()).toEqual(all);
  store.choose({ seed: 42 });
  await train({ epochs: 1 });
  expect(due()).toEqual(all);

  const measuring = store.measure(["accuracy"]);
  context.jobs.stop(MEASURING);
  await measuring;
  expect(store.get()).toMatchObject({ stopped: true, pending: [] });
  expect(due()).toEqual(all);

  const { model } = context.workspace.get();
  const searched = {
    itemAlpha: 1e-4,
    userAlpha: 1e-4,
    maxSampled: 50,
    featureWeights: { users: 1, items: 1 },
  };
  const learntWith = (found: object) => {
    if (model) context.workspace.set({ model: { ...model, settings: { ...model.settings, ...found } } });
    context.events.emit("modelChanged", { finished: true });
    return store.get().settings;
  };
  expect(learntWith({ found: searched }).found).toEqual(searched);
  expect(learntWith({}).found, "gone with the model that had them").toBeUndefined();

  await replaceData();
  expect(store.get().found).toEqual({});
});
