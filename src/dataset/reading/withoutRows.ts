import type { RatingsTable, Timestamps } from "../RatingsTable.ts";

/** The table without the rows that are marked, moved together in place. */
export function withoutRows(table: RatingsTable, marked: Uint8Array): RatingsTable {
  return {
    userIds: table.userIds,
    itemIds: table.itemIds,
    users: without(marked, table.users),
    items: without(marked, table.items),
    ratings: without(marked, table.ratings),
    timestamps: table.timestamps && without(marked, table.timestamps),
  };
}

/** What is not marked, moved together in place and cut off there. */
function without<A extends Int32Array | Float32Array | Timestamps>(marked: Uint8Array, column: A): A {
  let end = 0;
  for (let i = 0; i < column.length; i++) if (marked[i] === 0) column[end++] = column[i];
  return column.slice(0, end) as A;
}
