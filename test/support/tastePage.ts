import { onTestFinished, vi } from "vitest";
import { OpeningStore } from "../../src/core/page/opening/OpeningStore.ts";
import type { FeatureStore } from "../../src/core/page/stores.tsx";
import { DataStore } from "../../src/features/data/page/DataStore.ts";
import { pageInProcess } from "./pageInProcess.ts";
import { filmsFile, ratingsFile, tasteRatings } from "./tasteFiles.ts";

const QUICK = { noComponents: 4, learningRate: 0.05, epochs: 2, threads: 1 };

/** The address of a page that has no window, for the test that asks. */
export function withAddress() {
  const location = { hash: "" };
  const history = {
    state: null,
    replaceState: (_state: unknown, _title: string, address: string) => {
      location.hash = address;
    },
  };
  const window = Object.assign(new EventTarget(), { location, history });
  for (const [name, value] of Object.entries({ window, location, history })) vi.stubGlobal(name, value);
  onTestFinished(() => void vi.unstubAllGlobals());
  return {
    location,
    goTo: (hash: string) => {
      location.hash = hash;
      window.dispatchEvent(new Event("hashchange"));
    },
  };
}

/** A page with these stores and the data of two tastes, and no model before `train` has made one. */
export async function tastePage(kinds: readonly FeatureStore[]) {
  const address = withAddress();
  const page = pageInProcess([OpeningStore, DataStore, ...kinds]);
  const { context, stores } = page;
  const { workspace, worker, events } = context;
  const { open } = stores.get(OpeningStore);
  open([ratingsFile(tasteRatings), filmsFile()]);
  await workspace.until(({ dataset }) => dataset !== null);
  const train = async (settings: Partial<typeof QUICK> = {}) => {
    const { result } = await worker.training.train({ ...QUICK, ...settings }, "new", () => {});
    if (result === null) throw new Error("The training was stopped.");
    workspace.set({ model: { ...result, origin: "here" } });
    events.emit("modelChanged", { finished: true });
  };
  /** Puts other data in place of that in use. */
  const replaceData = async () => {
    const { dataset } = workspace.get();
    open([ratingsFile(tasteRatings.slice(0, 600))]);
    await stores.get(DataStore).until(({ staged }) => staged !== null);
    stores.get(DataStore).replace();
    await workspace.until((state) => state.dataset !== dataset && state.dataset !== null);
  };
  return { ...page, ...address, open, train, replaceData };
}
