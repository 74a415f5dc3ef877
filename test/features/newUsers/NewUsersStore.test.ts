import { expect, test } from "vitest";
import { NewUsersStore } from "../../../src/features/newUsers/page/NewUsersStore.ts";
import { tastePage } from "../../support/tastePage.ts";

test("an experiment keeps the line and the settings it began with; what is stopped finds nothing", async () => {
  const { context, stores, goTo, train, replaceData } = await tastePage([NewUsersStore]);
  const store = stores.get(NewUsersStore);
  await train();
  await store.openTimeline();
  expect(store.get().timeline?.users).toBe(80);

  goTo("#/new-users?line=85");
  const running = store.update();
  store.cutAt(500);
  await running;
  expect(store.get().cut).toBe(500);
  expect(store.get().update).toMatchObject({
    ...{ progress: null, stopped: false },
    found: { setup: { knownShare: 0.85, settings: { epochs: 2, noComponents: 4 } } },
  });

  const [newcomer] = store.get().update.found?.result.newUsers ?? [];
  expect(await store.newUser(newcomer.id)).toMatchObject({ id: newcomer.id });

  // One waits for the other, and may be stopped before it has begun.
  const tuning = store.tune();
  const comparing = store.compare().catch(() => {});
  context.jobs.stop("the comparison");
  context.jobs.stop("tuning");
  await Promise.all([tuning, comparing]);
  expect(store.get().tuning.stopped).toBe(true);
  expect(store.get().comparison).toEqual({ progress: null, stopped: false, found: null });

  const chosen: unknown[] = [];
  context.events.on("settingsChosen", (settings) => chosen.push(settings));
  store.use({ noComponents: 8, learningRate: 0.1, epochs: 7, threads: 1 });
  expect(chosen).toMatchObject([{ epochs: 7 }]);

  await replaceData();
  expect(store.get()).toMatchObject({ timeline: null, update: { found: null }, tuning: { found: null } });
});
