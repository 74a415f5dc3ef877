import { ratingsOf } from "../trained/RatedItems.ts";
import { Recommender } from "../trained/Recommender.ts";
import { idsByRow, type TrainedModel } from "../trained/TrainedModel.ts";

/** What one user is recommended, best first. */
export interface UserList {
  user: string;
  items: string[];
  scores: Float32Array;
}

/** Users whose lists are made between two turns of others. */
const AT_A_TIME = 500;

/** Everybody's lists, some users at a time; what a user has rated is left out. */
export async function* makeLists(trained: TrainedModel, n: number): AsyncGenerator<UserList[]> {
  const recommender = await Recommender.create(trained);
  const itemIds = idsByRow(trained.mapping.items);
  let lists: UserList[] = [];
  for (const [user, row] of trained.mapping.users) {
    const exclude = ratingsOf(trained.rated, row).keys();
    const { items, scores } = await recommender.scorer.recommend(row, { n, exclude });
    lists.push({ user, items: Array.from(items, (item) => itemIds[item]), scores });
    if (lists.length < AT_A_TIME) continue;
    yield lists;
    lists = [];
  }
  if (lists.length > 0) yield lists;
}
