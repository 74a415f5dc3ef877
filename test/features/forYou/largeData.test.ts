import { expect, onTestFinished, test, vi } from "vitest";
import { OpeningStore } from "../../../src/core/page/opening/OpeningStore.ts";
import { RatingsStore } from "../../../src/core/page/ratings/RatingsStore.ts";
import { DataStore } from "../../../src/features/data/page/DataStore.ts";
import { ForYouStore } from "../../../src/features/forYou/page/ForYouStore.ts";
import { pageInProcess } from "../../support/pageInProcess.ts";

/** More ratings than the neighbour score is waited for; users like items of one of two kinds. */
function largeFile(): File {
  const [side, each] = [1240, 165];
  const lines = Array.from({ length: side * each }, (_, i) => {
    const user = Math.floor(i / each);
    const item = (((i % each) * 3 + user) * 2 + (user % 2)) % side;
    return `${user + 1},${item + 1},${3 + (i % 3)}\n`;
  });
  return new File(["userId,movieId,rating\n", lines.join("")], "ratings.csv");
}

test("of large data, the list follows once everybody's likes are counted, and the status says so", async () => {
  vi.stubGlobal("window", Object.assign(new EventTarget(), { location: { hash: "" } }));
  onTestFinished(() => void vi.unstubAllGlobals());
  const { context, stores } = pageInProcess([OpeningStore, RatingsStore, DataStore, ForYouStore]);
  const { workspace, worker, events, news } = context;
  stores.get(OpeningStore).open([largeFile()]);
  await workspace.until(({ dataset }) => dataset !== null);
  const ratings = stores.get(RatingsStore);
  for (const film of await worker.catalogue.films(["1", "3", "5"])) ratings.rate(film, 5);

  await worker.training.train(
    { noComponents: 2, learningRate: 0.05, epochs: 1, threads: 1 },
    "new",
    () => {},
  );
  const scores = () =>
    worker.recommendations
      .forRatings([{ filmId: "1", stars: 5 }], 20)
      .then((films) => films.map(({ id }) => id));
  const early = await scores();
  const changes: boolean[] = [];
  events.on("modelChanged", ({ finished }) => changes.push(finished));
  events.emit("modelChanged", { finished: true });
  await news.until(({ text }) => text === "Your list now also draws on people with the same likes");
  expect(await scores()).not.toEqual(early);
  expect(changes).toEqual([true, false]);
});
