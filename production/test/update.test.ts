import { expect, test } from "vitest";
import { decodeTrained, encodeTrained } from "../src/trained/modelFile.ts";
import { ratingsOf } from "../src/trained/RatedItems.ts";
import { Recommender } from "../src/trained/Recommender.ts";
import { grownTags, tagsOfRow } from "../src/trained/savedTags.ts";
import { updateTrained } from "../src/trained/updateTrained.ts";
import { smallModel } from "./support/smallModel.ts";

test("an update adds users and items with their labels, and leaves what it was made from alone", async () => {
  const small = await smallModel();
  const first = grownTags(
    null,
    0,
    [...small.mapping.items.keys()].map(() => [["tag funny", 1] as const]),
  );
  const trained = { ...small, tags: first };
  const before = encodeTrained(trained);
  const ratings = [
    { user: "newcomer", item: "6", rating: 5 },
    { user: "newcomer", item: "brand new", rating: 5 },
    { user: "27", item: "brand new", rating: 4 },
    { user: "27", item: "brand new", rating: 2 },
  ];
  const items = new Map([
    [
      "brand new",
      {
        title: "Brand New (2026)",
        labels: ["Comedy", "Never seen"],
        tags: [["tag odd", 0.75] as const, ["tag funny", 1] as const],
      },
    ],
  ]);
  const updated = decodeTrained(encodeTrained(await updateTrained(trained, ratings, { items, epochs: 3 })));
  expect(Buffer.compare(encodeTrained(trained), before)).toBe(0);

  const { mapping, titles, rated, model } = updated;
  const row = trained.mapping.items.size;
  expect([mapping.items.get("brand new"), titles[row]]).toEqual([row, "Brand New (2026)"]);
  const features = model.state.features?.itemFeatures;
  const columns = [...(features?.indices.subarray(features.indptr[row], features.indptr[row + 1]) ?? [])];
  expect(columns).toEqual([
    mapping.itemIdentities.get("brand new"),
    mapping.itemFeatures.get("Comedy"),
    mapping.itemFeatures.get("Never seen"),
  ]);
  expect(updated.tags?.names).toEqual(["tag funny", "tag odd"]);
  expect(updated.tags && tagsOfRow(updated.tags, row)).toEqual([
    ["tag odd", 0.75],
    ["tag funny", 1],
  ]);
  // The latest rating counts, beside those from before.
  const user = mapping.users.get("27") as number;
  expect(ratingsOf(rated, user)).toEqual(new Map([...ratingsOf(trained.rated, user), [row, 2]]));

  const recommender = await Recommender.create(updated);
  const list = await recommender.recommend(
    { user: "newcomer" },
    { labels: ["Never seen"], includeRated: true },
  );
  expect(list.map(({ item }) => item)).toEqual(["brand new"]);
});
