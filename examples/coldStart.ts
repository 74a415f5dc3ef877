/** Films nobody has liked yet, and people the model has never met. */
import { Dataset, LightFM } from "matinee";

const GENRES: Record<string, string[]> = {
  Alien: ["Sci-Fi", "Horror"],
  "Blade Runner": ["Sci-Fi"],
  Gattaca: ["Sci-Fi"],
  "The Matrix": ["Sci-Fi", "Action"],
  Amélie: ["Romance", "Comedy"],
  Casablanca: ["Romance"],
  "Notting Hill": ["Romance", "Comedy"],
  "Roman Holiday": ["Romance", "Comedy"],
};
const LIKES: Record<string, string[]> = {
  Ada: ["Alien", "Blade Runner", "Gattaca"],
  Ben: ["Alien", "Gattaca", "The Matrix"],
  Cleo: ["Blade Runner", "The Matrix"],
  Dora: ["Amélie", "Casablanca", "Roman Holiday"],
  Eli: ["Amélie", "Notting Hill", "Roman Holiday"],
  Finn: ["Casablanca", "Notting Hill"],
};

const dataset = new Dataset<string, string>().fit(
  Object.keys(LIKES),
  Object.keys(GENRES),
  [],
  Object.values(GENRES).flat(),
);
const likes = Object.entries(LIKES).flatMap(([person, films]) =>
  films.map((film): [string, string] => [person, film]),
);
const itemFeatures = dataset.buildItemFeatures(Object.entries(GENRES));
const model = new LightFM({ loss: "warp", seed: 1 });
await model.fit(dataset.buildInteractions(likes), { itemFeatures, epochs: 30 });
const mapping = dataset.mapping();
const titles = [...mapping.items.keys()];

// Two new films, of which only the genres are known.
const arrivals = new Map([
  ["Dune", ["Sci-Fi", "Action"]],
  ["Past Lives", ["Romance"]],
]);
dataset.fitPartial([], arrivals.keys());
const everything = dataset.buildItemFeatures([...Object.entries(GENRES), ...arrivals]);
// No epochs: the model only grows by the new films, whose genres speak for them until somebody likes them.
await model.fitPartial(dataset.buildInteractions([]), { itemFeatures: everything, epochs: 0 });
const [dune, pastLives] = Array.from(arrivals.keys(), (film) => mapping.items.get(film) as number);
for (const person of ["Ada", "Dora"]) {
  const row = mapping.users.get(person) as number;
  const [forDune, forPastLives] = await model.predict(row, [dune, pastLives], { itemFeatures: everything });
  console.log(`${person} would rather see ${forDune > forPastLives ? "Dune" : "Past Lives"}`);
}

// The same as vectors: every film's representation is the sum of its features'.
const { embeddings, biases } = await model.itemRepresentations(everything);
console.log(`${biases.length} films as vectors of ${embeddings.length / biases.length} components`);

// A person the model has never met, from two films that they like: everything else is held still.
const liked = ["Casablanca", "Amélie"].map((film) => mapping.items.get(film) as number);
const gil = await model.foldIn({ itemIds: liked });
const best = await model.recommend(gil, { n: 2, exclude: liked });
console.log(`Gil: ${Array.from(best.items, (item) => titles[item]).join(", ")}`);
