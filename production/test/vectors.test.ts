import { expect, test } from "vitest";
import type { NeighbourRows } from "../../src/model/neighbours/NeighbourVectors.ts";
import { Recommender } from "../src/trained/Recommender.ts";
import { scorerOf } from "../src/trained/scoring.ts";
import { idsByRow } from "../src/trained/TrainedModel.ts";
import { augmentItems, augmentUser, withLikes, withNeighbours } from "../src/vectors/augment.ts";
import { smallModel } from "./support/smallModel.ts";

test("Euclidean distance of augmented vectors orders items as the service does, with neighbours and folded in", async () => {
  const trained = await smallModel(4);
  const own = (await (await scorerOf(trained)).neighbourRows()) as NeighbourRows;
  // As where items have many likes.
  const rows = { ...own, growth: 2 };
  const recommender = await Recommender.create(trained, { neighbourRows: rows });
  const ids = idsByRow(trained.mapping.items);
  const items = augmentItems(withNeighbours(recommender.scorer.itemRepresentations(), rows));
  const mine = { ratings: [["6", 5] as const, ["165", 4] as const] };
  for (const asker of [{ user: "27" }, { user: "1" }, mine]) {
    const vector = withLikes(await recommender.vectorOf(asker), rows, recommender.likesOf(asker));
    const asked = augmentUser(vector);
    const distance = (row: number) => items[row].reduce((sum, value, i) => sum + (value - asked[i]) ** 2, 0);
    const nearest = ids
      .map((id, row) => ({ id, distance: distance(row) }))
      .sort((a, b) => a.distance - b.distance)
      .slice(0, 50);
    const best = await recommender.recommend(asker, { n: 50, includeRated: true });
    expect(nearest.map(({ id }) => id)).toEqual(best.map(({ item }) => item));
  }
  const lengths = items.map((vector) => Math.hypot(...vector));
  expect(Math.max(...lengths) - Math.min(...lengths)).toBeLessThan(1e-3);
});
