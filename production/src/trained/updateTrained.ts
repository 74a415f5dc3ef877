import type { Mapping } from "../../../src/index.ts";
import { FeatureMatrix } from "../../../src/matrix/FeatureMatrix.ts";
import { Interactions } from "../../../src/matrix/Interactions.ts";
import { type RatedItems, ratedItems, usersOf } from "./RatedItems.ts";
import { grownTags } from "./savedTags.ts";
import type { TrainedModel } from "./TrainedModel.ts";

export interface NewRating {
  user: string;
  item: string;
  rating: number;
}

export interface UpdateOptions {
  epochs?: number;
  /** What is known of items that the model does not know yet; tags with their weights. */
  items?: ReadonlyMap<
    string,
    { title: string; labels: readonly string[]; tags?: readonly (readonly [name: string, weight: number])[] }
  >;
  threads?: number;
  signal?: AbortSignal;
  onSlice?: (done: number) => void;
}

/** Epochs of an update if left out; see docs/production.md. */
export const UPDATE_EPOCHS = 5;

/**
 * A clone that has also learnt these ratings; users and items that are new get rows at the end. It learns from
 * the whole history of everybody who rated something new: what they liked before would else be drawn as a
 * negative.
 * @param ratings in order of time
 */
export async function updateTrained(
  trained: TrainedModel,
  ratings: readonly NewRating[],
  { epochs = UPDATE_EPOCHS, items = new Map(), threads = 1, signal, onSlice }: UpdateOptions = {},
): Promise<TrainedModel> {
  const { features } = trained.model.state;
  if (ratings.length === 0 || !features) return trained;
  const { users: userTable, items: itemTable } = trained.model.state.tables;
  const before = trained.mapping;
  const newUsers = unknown(ratings, "user", before.users);
  const newItems = unknown(ratings, "item", before.items);
  const userSide = grown(
    { rows: before.users, named: before.userFeatures, identities: before.userIdentities },
    features.userFeatures,
    userTable.features,
    newUsers.map((id) => ({ id, labels: [] })),
  );
  const itemSide = grown(
    { rows: before.items, named: before.itemFeatures, identities: before.itemIdentities },
    features.itemFeatures,
    itemTable.features,
    newItems.map((id) => ({ id, labels: items.get(id)?.labels ?? [] })),
  );
  const mapping: Mapping<string, string> = {
    users: userSide.rows,
    userFeatures: userSide.named,
    userIdentities: userSide.identities,
    items: itemSide.rows,
    itemFeatures: itemSide.named,
    itemIdentities: itemSide.identities,
  };
  const triples = {
    users: ratings.map(({ user }) => mapping.users.get(user) ?? 0),
    items: ratings.map(({ item }) => mapping.items.get(item) ?? 0),
    ratings: ratings.map(({ rating }) => rating),
  };
  const rated = merged(trained.rated, triples, mapping.users.size);
  const model = trained.model.clone();
  await model.fitPartial(historyOf(new Set(triples.users), rated, mapping, trained.likedFrom), {
    userFeatures: userSide.matrix,
    itemFeatures: itemSide.matrix,
    epochs,
    threads,
    ...(signal && { signal }),
    ...(onSlice && { onSlice }),
  });
  return {
    ...trained,
    model,
    mapping,
    rated,
    foldInMap: null,
    tags: grownTags(
      trained.tags,
      before.items.size,
      newItems.map((id) => items.get(id)?.tags ?? []),
    ),
    titles: [...trained.titles, ...newItems.map((id) => items.get(id)?.title ?? id)],
  };
}

function unknown(
  ratings: readonly NewRating[],
  side: "user" | "item",
  known: ReadonlyMap<string, number>,
): string[] {
  return [...new Set(ratings.map((rating) => rating[side]).filter((id) => !known.has(id)))];
}

interface SideMapping {
  rows: ReadonlyMap<string, number>;
  named: ReadonlyMap<string, number>;
  identities: ReadonlyMap<string, number>;
}

/** @param learnt features that the model has learnt: new ones get their columns behind them */
function grown(
  { rows, named, identities }: SideMapping,
  matrix: FeatureMatrix,
  learnt: number,
  added: readonly { id: string; labels: readonly string[] }[],
): SideMapping & { matrix: FeatureMatrix } {
  const next = { rows: new Map(rows), named: new Map(named), identities: new Map(identities) };
  const hasIdentities = identities.size > 0;
  let features = Math.max(learnt, matrix.features);
  const columns = added.map(({ id, labels }) => {
    next.rows.set(id, next.rows.size);
    if (hasIdentities) next.identities.set(id, features++);
    const own = [next.identities.get(id) ?? []].flat();
    for (const label of labels) if (!next.named.has(label)) next.named.set(label, features++);
    return [...own, ...new Set(labels.map((label) => next.named.get(label) ?? 0))];
  });
  const flat = columns.flat();
  const indptr = new Int32Array(matrix.rows + added.length + 1);
  indptr.set(matrix.indptr);
  columns.forEach((own, i) => {
    indptr[matrix.rows + i + 1] = indptr[matrix.rows + i] + own.length;
  });
  const indices = Int32Array.from([...matrix.indices, ...flat]);
  const data = Float32Array.from([...matrix.data, ...new Array(flat.length).fill(1)]);
  return { ...next, matrix: new FeatureMatrix(matrix.rows + added.length, features, indptr, indices, data) };
}

function merged(
  before: RatedItems,
  { users, items, ratings }: { users: number[]; items: number[]; ratings: number[] },
  userCount: number,
): RatedItems {
  const length = before.items.length + users.length;
  const all = {
    users: new Int32Array(length),
    items: new Int32Array(length),
    ratings: new Float32Array(length),
  };
  all.users.set(usersOf(before));
  all.items.set(before.items);
  all.ratings.set(before.ratings);
  all.users.set(users, before.items.length);
  all.items.set(items, before.items.length);
  all.ratings.set(ratings, before.items.length);
  return ratedItems(userCount, all);
}

function historyOf(
  users: ReadonlySet<number>,
  rated: RatedItems,
  mapping: Mapping<string, string>,
  likedFrom: number,
): Interactions {
  const owners = usersOf(rated);
  const positions = Int32Array.from(owners.keys()).filter((i) => users.has(owners[i]));
  return new Interactions(
    mapping.users.size,
    mapping.items.size,
    positions.map((i) => owners[i]),
    positions.map((i) => rated.items[i]),
    Float32Array.from(positions, (i) => (rated.ratings[i] >= likedFrom ? 1 : -1)),
  );
}
