import { beforeAll, expect, it } from "vitest";
import { LIST } from "../../../src/experiment/challenges/lists.ts";
import { type ControlPosition, steeredLists } from "../../../src/experiment/challenges/steeredLists.ts";
import type { TrialData } from "../../../src/experiment/challenges/TrialData.ts";
import { indicesIn } from "../../../src/model/neighbours/likes.ts";
import { Scorer } from "../../../src/model/scorer/Scorer.ts";
import { cosine } from "../../../src/model/similarity.ts";
import { tasteTrial, trialSettings } from "../../support/tasteTrial.ts";

let data: TrialData;
let scorer: Scorer;
beforeAll(async () => {
  data = await tasteTrial();
  scorer = await Scorer.create(
    await data.learn({ settings: trialSettings, seed: 3, epochs: 10 }),
    data.train,
  );
});

const listsAt = async (position: ControlPosition) => (await steeredLists(data, scorer, [position]))[0];
const meanOver = (lists: Int32Array[], of: (item: number, user: number) => number) =>
  lists.flatMap((list, user) => Array.from(list, (item) => of(item, user))).reduce((a, b) => a + b, 0) /
  lists.flatMap((list) => [...list]).length;

function vector(item: number): Float32Array {
  const { embeddings } = scorer.itemRepresentations();
  const length = embeddings.length / scorer.items;
  return embeddings.slice(item * length, (item + 1) * length);
}

it("lists what the scorer recommends where every control is neutral", async () => {
  const lists = await listsAt({});
  expect(lists).toHaveLength(data.users);
  for (const user of [0, 7, 79]) {
    const { items } = await scorer.recommend(user, { n: LIST, exclude: indicesIn(data.known, user) });
    expect(lists[user]).toEqual(items);
  }
});

it("follows each control, and leaves out what is known wherever it stands", async () => {
  const positions = [
    { popularity: -1 },
    { popularity: 1 },
    { familiarity: -1 },
    { familiarity: 1 },
    { variety: 1 },
  ];
  const [rare, popular, strange, familiar, varied] = await steeredLists(data, scorer, positions);
  const likes = (lists: Int32Array[]) => meanOver(lists, (item) => data.likes[item]);
  expect(likes(rare)).toBeLessThan(likes(popular));
  const near = (lists: Int32Array[]) =>
    meanOver(lists, (item, user) =>
      Math.max(0, ...Array.from(indicesIn(data.liked, user), (like) => cosine(vector(like), vector(item)))),
    );
  expect(near(strange)).toBeLessThan(near(familiar));
  const alike = (lists: Int32Array[]) =>
    meanOver(lists, (item, user) =>
      Math.max(
        ...Array.from(lists[user], (other) => (other === item ? -1 : cosine(vector(other), vector(item)))),
      ),
    );
  expect(alike(varied)).toBeLessThan(alike(await listsAt({})));
  for (const lists of [rare, popular, strange, familiar, varied]) {
    lists.forEach((list, user) => {
      expect(indicesIn(data.known, user).some((item) => list.includes(item))).toBe(false);
    });
  }
});

it("stops where it is told to", async () => {
  const stop = new AbortController();
  stop.abort();
  await expect(steeredLists(data, scorer, [{}], { signal: stop.signal })).rejects.toThrow("stopped");
});
