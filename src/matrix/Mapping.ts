import { checkOptions, instanceOf } from "../arguments.ts";
import { ArgumentError } from "../errors.ts";

/** The id of a user or an item: 1 and "1" are different. */
export type Id = string | number;

/** The rows and columns of ids and feature names. */
export interface Mapping<User extends Id, Item extends Id> {
  /** Rows of the ids. */
  users: ReadonlyMap<User, number>;
  items: ReadonlyMap<Item, number>;
  /** Columns of the named features. */
  userFeatures: ReadonlyMap<string, number>;
  itemFeatures: ReadonlyMap<string, number>;
  /** Columns of each id's own feature; empty if identity features are off. */
  userIdentities: ReadonlyMap<User, number>;
  itemIdentities: ReadonlyMap<Item, number>;
}

export const MAPPING_SIDES: readonly string[] = [
  "users",
  "items",
  "userFeatures",
  "itemFeatures",
  "userIdentities",
  "itemIdentities",
] satisfies (keyof Mapping<Id, Id>)[];

/** @throws ArgumentError if this is not a mapping, or rows or columns are not 0, 1, 2, … each once. */
export function checkMapping(mapping: Mapping<Id, Id>): void {
  checkOptions(mapping, MAPPING_SIDES, "mapping");
  for (const [name, side] of MAPPING_SIDES.map(
    (name) => [name, mapping[name as keyof Mapping<Id, Id>]] as const,
  )) {
    instanceOf(`mapping.${name}`, side, Map);
  }
  const { users, userFeatures, userIdentities, items, itemFeatures, itemIdentities } = mapping;
  inOrder("mapping.users", users);
  inOrder("mapping.items", items);
  checkIdentities("userIdentities", userIdentities, "users", users);
  checkIdentities("itemIdentities", itemIdentities, "items", items);
  inOrder("mapping.userFeatures", [...userFeatures, ...userIdentities]);
  inOrder("mapping.itemFeatures", [...itemFeatures, ...itemIdentities]);
}

/** @throws ArgumentError if these are some of the ids, or others. */
function checkIdentities(
  name: string,
  identities: ReadonlyMap<Id, number>,
  side: string,
  rows: ReadonlyMap<Id, number>,
): void {
  if (identities.size === 0) return;
  if (identities.size === rows.size && [...identities.keys()].every((id) => rows.has(id))) return;
  throw new ArgumentError(`mapping.${name} must have the ids of mapping.${side}, or none.`);
}

/** What leads to these places, by place. @throws ArgumentError if they are not 0, 1, 2, … each once. */
export function inOrder<T>(name: string, places: Iterable<readonly [T, number]>): T[] {
  const entries = Array.from(places).sort(([, a], [, b]) => a - b);
  if (entries.some(([, place], i) => place !== i)) {
    throw new ArgumentError(`${name} must lead to 0, 1, 2, … and to each of them once.`);
  }
  return entries.map(([what]) => what);
}
