import { expect, test } from "vitest";
import { ARRANGING, MapStore } from "../../../src/features/map/page/MapStore.ts";
import { tastePage } from "../../support/tastePage.ts";

test("the map is rough at first, then arranged, shows where the person is, and goes with its model", async () => {
  const { context, stores, train, replaceData } = await tastePage([MapStore]);
  const map = stores.get(MapStore);
  await map.open();
  expect(map.get().layout, "without a model").toBeNull();

  const { version: first } = map.get();
  context.events.emit("modelChanged", { finished: false });
  expect(map.get().version, "with the first model, though it still trains").toBe(first + 1);

  await train();
  const isFinal: (boolean | undefined)[] = [];
  map.subscribe(() => isFinal.push(map.get().layout?.isFinal));
  await map.open();
  expect(isFinal[0]).toBe(false);
  expect(map.get()).toMatchObject({ layout: { isFinal: true }, own: null, stopped: false });
  expect(map.get().items?.ids[map.placeOf("1") ?? -1]).toBe("1");
  expect(map.placeOf("nothing")).toBeUndefined();

  context.events.emit("ratingsChanged", [{ filmId: "1", stars: 5 }]);
  await map.until(({ own }) => own !== null);
  context.events.emit("ratingsChanged", []);
  await map.until(({ own }) => own === null);

  const { version, layout } = map.get();
  context.events.emit("modelChanged", { finished: false });
  expect(map.get(), "while a model trains").toMatchObject({ version, layout });
  context.events.emit("modelChanged", { finished: true });
  expect(map.get()).toMatchObject({ layout: null, version: version + 1 });

  await train({ epochs: 3 });
  // Ended early, it stays rough until it is arranged again.
  const stop = context.jobs.subscribe(() => {
    stop();
    queueMicrotask(() => context.jobs.stop(ARRANGING));
  });
  await map.open();
  expect(map.get().stopped).toBe(true);
  await map.open();
  expect(map.get().layout?.isFinal).toBe(false);
  map.arrangeAgain();
  await map.until(({ layout }) => layout?.isFinal === true);

  await replaceData();
  expect(map.get()).toMatchObject({ items: null, layout: null });
});
