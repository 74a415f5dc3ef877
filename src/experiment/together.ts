import { Interactions, type InteractionValues } from "../matrix/Interactions.ts";

/** Interactions of the same users and items, one after the other; without weights where one has none. */
export function together(a: Interactions, b: Interactions): Interactions {
  const joined = <A extends { set(from: Int32Array | InteractionValues, at?: number): void }>(
    first: Int32Array | InteractionValues,
    second: Int32Array | InteractionValues,
    into: A,
  ): A => {
    into.set(first);
    into.set(second, first.length);
    return into;
  };
  const length = a.length + b.length;
  return new Interactions(
    b.users,
    b.items,
    joined(a.userIds, b.userIds, new Int32Array(length)),
    joined(a.itemIds, b.itemIds, new Int32Array(length)),
    joined(a.values, b.values, new Float32Array(length)),
    a.weights && b.weights && joined(a.weights, b.weights, new Float32Array(length)),
  );
}
