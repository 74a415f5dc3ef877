/**
 * The article's experiment: a model learns from what is known today; then new people and new films arrive,
 * and it learns about them without starting over and without rows reserved for them.
 */
import { Dataset, LightFM } from "matinee";
import { readMovieLens } from "./movielens.ts";

interface Rating {
  user: string;
  film: string;
  stars: number;
}

const catalogue = await readMovieLens();
const films = new Map(catalogue.items.map((film) => [film.id, film]));
const ratings = inOrderOfTime();
const today = Math.floor(0.9 * ratings.length);
const current = ratings.slice(0, today);
const later = ratings.slice(today);

const dataset = new Dataset<string, string>();
const model = new LightFM({ loss: "warp", seed: 1 });
await learn(current, 15);
console.log(`Learnt from ${current.length} ratings by ${dataset.mapping().users.size} people`);

// What is new gets rows at the end, in the data set and in the model; what was there keeps its place.
await learn(later, 8);
console.log(`Took in ${later.length} more; now ${dataset.mapping().users.size} people`);

// Of those who came later, whoever rated most.
const known = new Set(current.map(({ user }) => user));
const newcomers = [...new Set(later.map(({ user }) => user))].filter((user) => !known.has(user));
const ratedBy = (user: string) => later.filter((rating) => rating.user === user);
const [newcomer] = newcomers.sort((a, b) => ratedBy(b).length - ratedBy(a).length);
const rated = ratedBy(newcomer).sort((a, b) => b.stars - a.stars);

console.log(`What the new person ${newcomer} liked best, of ${rated.length} films rated`);
console.table(rated.slice(0, 10).map(({ film, stars }) => ({ ...described(film), stars })));

const { users, items } = dataset.mapping();
const filmIds = [...items.keys()];
const best = await model.recommend(users.get(newcomer) as number, {
  n: 10,
  exclude: rated.map(({ film }) => items.get(film) as number),
});
console.log("What the model recommends, without the rated");
console.table(Array.from(best.items, (item) => described(filmIds[item])));

function inOrderOfTime(): Rating[] {
  const { userIds, itemIds, users, items, ratings: stars, timestamps } = catalogue.ratings;
  if (!timestamps) throw new Error("These ratings have no timestamps.");
  return Array.from(timestamps.keys())
    .sort((a, b) => timestamps[a] - timestamps[b])
    .map((i) => ({ user: userIds[users[i]], film: itemIds[items[i]], stars: stars[i] }));
}

/** Makes people, films and genres known, and trains on with the likes among the ratings. */
async function learn(part: Rating[], epochs: number): Promise<void> {
  const itsFilms = [...new Set(part.map(({ film }) => film))];
  dataset.fitPartial(
    part.map(({ user }) => user),
    itsFilms,
    [],
    itsFilms.flatMap((film) => films.get(film)?.genres ?? []),
  );
  const likes = part.filter(({ stars }) => stars >= 3);
  const interactions = dataset.buildInteractions(likes.map(({ user, film }) => [user, film]));
  const itemFeatures = dataset.buildItemFeatures(
    Array.from(dataset.mapping().items.keys(), (film) => [film, films.get(film)?.genres ?? []]),
  );
  await model.fitPartial(interactions, { itemFeatures, epochs });
}

function described(film: string) {
  return { title: films.get(film)?.title ?? film, genres: films.get(film)?.genres.join(", ") };
}
