import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { measureDrift, withBaseline } from "../src/trained/drift.ts";
import { decodeTrained, encodeTrained, readTrained } from "../src/trained/modelFile.ts";
import { ratingsOf } from "../src/trained/RatedItems.ts";
import { Recommender } from "../src/trained/Recommender.ts";
import { grownTags, tagsOfRow } from "../src/trained/savedTags.ts";
import { updateTrained } from "../src/trained/updateTrained.ts";
import { inProcess, temporaryFolder } from "./support/matinee.ts";
import { smallModel, writeModel } from "./support/smallModel.ts";

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

test("drift is what users who rated nothing new have lost since the last training from scratch", {
  tags: ["thorough"],
}, async () => {
  const folder = temporaryFolder();
  const trained = await withBaseline(await smallModel(10));
  expect(await measureDrift(trained)).toMatchObject({ mean: 0, verdict: "within noise" });
  const model = writeModel(folder, "model.npz", trained);
  const known = [...trained.mapping.users.keys()];
  const items = [...trained.mapping.items.keys()].slice(-200);
  // One user known before, and many newcomers who like what nearly nobody did.
  const users = [known[0], ...Array.from({ length: 60 }, (_, i) => `newcomer ${i}`)];
  const rows = users.flatMap((user) => items.map((item, i) => `${user},${item},${i % 10 === 0 ? 1 : 5}`));
  const news = join(folder, "new.csv");
  writeFileSync(news, ["userId,movieId,rating", ...rows].join("\n"));
  const next = join(folder, "next.npz");
  const { code, stdout } = await inProcess("update", model, news, "--out", next, "--epochs", "30", "--json");
  expect(code).toBe(0);
  const { drift, retrain } = JSON.parse(stdout);
  expect(drift).toMatchObject({ users: known.length - 1, verdict: "worse" });
  expect(drift.mean).toBeLessThan(-0.01);
  expect(retrain).toBe(true);
  expect(readTrained(next).drift).toBeCloseTo(drift.mean);
  expect(readTrained(next).baseline).toEqual(trained.baseline);
});
