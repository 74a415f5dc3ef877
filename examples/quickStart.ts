/** From who liked what to recommendations. */
import { Dataset, LightFM } from "matinee";

const likes: [person: string, film: string][] = [
  ["Ada", "Alien"],
  ["Ada", "Blade Runner"],
  ["Ada", "Gattaca"],
  ["Ben", "Alien"],
  ["Ben", "Gattaca"],
  ["Ben", "The Matrix"],
  ["Cleo", "Blade Runner"],
  ["Cleo", "The Matrix"],
  ["Dora", "Amélie"],
  ["Dora", "Casablanca"],
  ["Dora", "Roman Holiday"],
  ["Eli", "Amélie"],
  ["Eli", "Notting Hill"],
  ["Eli", "Roman Holiday"],
  ["Finn", "Casablanca"],
  ["Finn", "Notting Hill"],
];

// People and films become rows.
const dataset = new Dataset<string, string>().fit(
  likes.map(([person]) => person),
  likes.map(([, film]) => film),
);
const interactions = dataset.buildInteractions(likes);

const model = new LightFM({ loss: "warp", seed: 1 });
await model.fit(interactions, { epochs: 30 });

const { users, items } = dataset.mapping();
const titles = [...items.keys()];
for (const [person, row] of users) {
  const known = interactions.itemIds.filter((_, i) => interactions.userIds[i] === row);
  const best = await model.recommend(row, { n: 1, exclude: known });
  console.log(`${person} might like ${titles[best.items[0]]}`);
}
