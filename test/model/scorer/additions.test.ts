import { expect, it } from "vitest";
import { FeatureMatrix } from "../../../src/matrix/FeatureMatrix.ts";
import { LightFM } from "../../../src/model/LightFM.ts";
import { Scorer } from "../../../src/model/scorer/Scorer.ts";
import { interactionsOf, twoTastes } from "../../support/problems.ts";

const interactions = twoTastes();
const { users, items } = interactions;
const model = await new LightFM({ noComponents: 2, seed: 1 }).fit(interactions, { epochs: 1 });
const ROWS = { items: Int32Array.of(0, 3), width: 2, vectors: Float32Array.of(1, 2, 3, 4) };
const neighbours = (change: object) => ({ neighbourRows: { ...ROWS, ...change } });

it.each<[options: object, message: string]>([
  [{ learntFoldIn: 1 }, "learntFoldIn must be true or false, not 1."],
  [{ neighbours: "no" }, 'neighbours must be true or false, not "no".'],
  [{ newItems: null }, "newItems must be true or false, not null."],
  [{ foldInMap: [1] }, "foldInMap must be of type Float32Array, not a value of type Array."],
  [{ foldInMap: new Float32Array(13) }, "foldInMap must hold 12 numbers for 2 components, not 13."],
  [{ neighbourWeight: Infinity }, "neighbourWeight must be finite, not Infinity."],
  [{ itemTags: [[1]] }, "itemTags must be of type FeatureMatrix, not a value of type Array."],
  [
    { itemTags: FeatureMatrix.identity(items + 1) },
    `itemTags must have a row to each of the model's ${items} items, not ${items + 1} rows.`,
  ],
  [neighbours({ rows: 2 }), 'There is no option "rows". The options are items, width, vectors, growth.'],
  [neighbours({ items: [0, 3] }), "neighbourRows.items must be of type Int32Array"],
  [
    neighbours({ items: Int32Array.of(0, items) }),
    `neighbourRows.items must hold whole numbers from 0 to ${items - 1}`,
  ],
  [neighbours({ vectors: [1, 2, 3, 4] }), "neighbourRows.vectors must be of type Float32Array"],
  [neighbours({ vectors: Float32Array.of(1, 2, 3, NaN) }), "neighbourRows.vectors[3] is NaN"],
  [neighbours({ width: -1 }), "neighbourRows.width must be"],
  [neighbours({ width: 3 }), "neighbourRows.vectors must hold 3 numbers for each of 2 items, not 4."],
  [neighbours({ growth: 0.5 }), "neighbourRows.growth must be 1 or more, not 0.5."],
])("what is added to the model is checked: %o", async (options, message) => {
  await expect(Scorer.create(model, interactions, options)).rejects.toThrow(message);
});

it("likes of other users or items than the model's are refused, and null stands for what is left out", async () => {
  for (const [otherUsers, otherItems] of [
    [users + 1, items],
    [users, items + 1],
  ]) {
    await expect(Scorer.create(model, interactionsOf(otherUsers, otherItems, [[0, 0, 1]]))).rejects.toThrow(
      `interactions must be of the model's ${users} users and ${items} items, not of ${otherUsers} and ${otherItems}.`,
    );
  }
  const nothing = { foldInMap: null, neighbourRows: null, itemTags: null };
  const likes = { itemIds: [0] };
  expect(await (await Scorer.create(model, interactions, nothing)).recommend(likes)).toEqual(
    await (await Scorer.create(model, interactions)).recommend(likes),
  );
  expect(await (await Scorer.create(model, null, neighbours({ growth: 1 }))).recommend(likes)).toBeDefined();
});
