/** Saves a model as a file that Matinee and NumPy read, then loads it and trains it further. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Dataset, LightFM, loadModel, saveModel } from "matinee";

const likes: [person: string, film: string][] = [
  ["Ada", "Alien"],
  ["Ada", "Gattaca"],
  ["Ben", "Alien"],
  ["Ben", "The Matrix"],
  ["Dora", "Amélie"],
  ["Dora", "Casablanca"],
  ["Eli", "Casablanca"],
  ["Eli", "Roman Holiday"],
];
const dataset = new Dataset<string, string>().fit(
  likes.map(([person]) => person),
  likes.map(([, film]) => film),
);
const interactions = dataset.buildInteractions(likes);
const model = await new LightFM({ loss: "bpr", seed: 1 }).fit(interactions, { epochs: 20 });

// The ids go with the model, so that whoever loads it knows which row is whom.
const folder = mkdtempSync(join(tmpdir(), "matinee-"));
const path = join(folder, "model.npz");
writeFileSync(path, saveModel(model, { mapping: dataset.mapping() }));
const loaded = loadModel(readFileSync(path));
rmSync(folder, { recursive: true });

const ada = loaded.mapping?.users.get("Ada") as number;
const titles = [...(loaded.mapping?.items.keys() ?? [])];
const before = await model.recommend(ada);
const after = await loaded.model.recommend(ada);
console.log(`Ada, before: ${Array.from(before.items, (item) => titles[item]).join(", ")}`);
console.log(`Ada, after:  ${Array.from(after.items, (item) => titles[item]).join(", ")}`);

// It trains on exactly as the first would have.
await model.fitPartial(interactions, { epochs: 5 });
await loaded.model.fitPartial(interactions, { epochs: 5 });
const items = titles.map((_, item) => item);
const [first, second] = [await model.predict(ada, items), await loaded.model.predict(ada, items)];
console.log(
  `After five more epochs their scores are ${first.every((s, i) => s === second[i]) ? "the same" : "not the same"}`,
);
