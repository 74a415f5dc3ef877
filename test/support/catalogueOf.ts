import type { Catalogue } from "../../src/dataset/Catalogue.ts";
import { ITEMS } from "../../src/dataset/nouns.ts";

/** A catalogue in one line: "ann|Heat|4 / bob|Up|2". */
export function catalogueOf(ratings: string, more: Partial<Catalogue> = {}): Catalogue {
  const rows = ratings.split(" / ").map((row) => row.split("|"));
  const userIds = [...new Set(rows.map(([user]) => user))];
  const itemIds = [...new Set(rows.map(([, item]) => item))];
  return {
    name: "small",
    ratings: {
      userIds,
      itemIds,
      users: Int32Array.from(rows, ([user]) => userIds.indexOf(user)),
      items: Int32Array.from(rows, ([, item]) => itemIds.indexOf(item)),
      ratings: Float32Array.from(rows, ([, , rating]) => Number(rating)),
      timestamps: null,
    },
    likedFrom: 3,
    items: itemIds.map((id) => ({ id, title: id, alternativeTitles: [], year: null, genres: [] })),
    userFeatures: null,
    nouns: ITEMS,
    hasTitles: true,
    skipped: { count: 0, examples: [] },
    repeated: 0,
    ...more,
  };
}
