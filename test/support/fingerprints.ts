import { FeatureMatrix, Interactions, LightFM } from "../../src/index.ts";
import { SeededRandom } from "../../src/matrix/random.ts";

const USERS = 60;
const ITEMS = 80;
const GENRES = 6;
const LOSSES = ["warp", "warp-kos", "bpr", "logistic"] as const;
const SCHEDULES = ["adagrad", "adadelta"] as const;

/** A hash of all that a model has learnt and says, of each loss and schedule: equal only where every bit is. */
export async function fingerprints(): Promise<Record<string, string>> {
  const problem = generate();
  const all: Record<string, string> = {};
  for (const loss of LOSSES) {
    for (const learningSchedule of SCHEDULES) {
      const model = new LightFM({ loss, learningSchedule, userAlpha: 1e-5, itemAlpha: 1e-5, seed: 42 });
      const { interactions, ...features } = problem;
      await model.fit(interactions, { ...features, epochs: 3 });
      all[`${loss}, ${learningSchedule}`] = await fingerprint(model);
    }
  }
  return all;
}

async function fingerprint(model: LightFM): Promise<string> {
  const users = await model.userRepresentations();
  const items = await model.itemRepresentations();
  const itemIds = Int32Array.of(3, 14, 15);
  const stranger = await model.foldIn({ itemIds, values: Float32Array.of(1, -1, 1), weights: null });
  const ranked = await model.recommend(stranger, { n: ITEMS, exclude: itemIds });
  const learnt = [users.embeddings, users.biases, items.embeddings, items.biases];
  if (!learnt.every((array) => array.length > 0 && array.every(Number.isFinite))) {
    throw new Error("The model has learnt nothing that could be compared.");
  }
  const everything = new Blob([...learnt, stranger.embedding, ranked.items, ranked.scores] as BlobPart[]);
  const hash = await crypto.subtle.digest("SHA-256", await everything.arrayBuffer());
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Likes and dislikes at random, and features on both sides: everybody's own, and some that they share. */
function generate() {
  const random = new SeededRandom(1);
  const pairs = Array.from({ length: USERS * ITEMS }, (_, pair) => pair).filter(() => random.float() < 0.25);
  const interactions = new Interactions(
    USERS,
    ITEMS,
    Int32Array.from(pairs, (pair) => Math.floor(pair / ITEMS)),
    Int32Array.from(pairs, (pair) => pair % ITEMS),
    Float32Array.from(pairs, () => (random.float() < 0.8 ? 1 : -1)),
  );
  const features = (rows: number) =>
    FeatureMatrix.fromRows(
      Array.from({ length: rows }, (_, row) => [
        [row, 1],
        [rows + random.below(GENRES), 0.1 + random.float()],
      ]),
      rows + GENRES,
    );
  return { interactions, userFeatures: features(USERS), itemFeatures: features(ITEMS) };
}
