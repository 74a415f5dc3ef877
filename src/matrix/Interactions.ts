import {
  checkAttached,
  type NumberList,
  optionalNumbers,
  sameLength,
  toFiniteNumbers,
  toRowNumbers,
  wholeNumber,
} from "../arguments.ts";
import { checkCount } from "./checkCount.ts";

/** Above 0 a like, otherwise a dislike. If they say no more than that, a byte each is enough. */
export type InteractionValues = Float32Array | Int8Array;

/** Interactions of users with items, one entry each (COO), in the order given. */
export class Interactions {
  readonly userIds: Int32Array;
  readonly itemIds: Int32Array;
  readonly values: InteractionValues;
  readonly weights: Float32Array | null;

  /**
   * Typed arrays of the right kind are kept; other lists are copied.
   * @param users number of users, rows of the matrix
   * @param items number of items, columns of the matrix
   * @param userIds rows of users, from 0
   * @param itemIds columns of items, from 0
   * @param values above 0 a like, otherwise a dislike; an `Int8Array` is kept too, and takes a quarter of the memory
   * @param weights sample weights; null if all are one
   * @throws ArgumentError if lengths differ, an id is out of range or a number is not finite.
   */
  constructor(
    readonly users: number,
    readonly items: number,
    userIds: ArrayLike<number>,
    itemIds: ArrayLike<number>,
    values: ArrayLike<number>,
    weights: ArrayLike<number> | null = null,
  ) {
    checkCount("users", users);
    checkCount("items", items);
    this.userIds = toRowNumbers("userIds", userIds, users);
    this.itemIds = toRowNumbers("itemIds", itemIds, items);
    this.values = toValues(values);
    this.weights = optionalNumbers("weights", weights);
    sameLength({
      userIds: this.userIds,
      itemIds: this.itemIds,
      values: this.values,
      weights: this.weights,
    });
  }

  get length(): number {
    return this.userIds.length;
  }

  /** @throws ArgumentError if the arrays were changed since they were checked and are no longer valid. */
  check(): void {
    const { users, items, userIds, itemIds, values, weights } = this;
    new Interactions(users, items, userIds, itemIds, values, weights);
  }

  /**
   * The entries from one position to another, as views of the same numbers, without copying.
   * @throws ArgumentError if these are not two positions in ascending order.
   */
  between(from: number, to: number): Interactions {
    wholeNumber("from", from, 0, this.length);
    wholeNumber("to", to, from, this.length);
    const { users, items, userIds, itemIds, values, weights } = this;
    return new Interactions(
      users,
      items,
      userIds.subarray(from, to),
      itemIds.subarray(from, to),
      values.subarray(from, to),
      weights?.subarray(from, to),
    );
  }

  /**
   * The entries at these positions, in this order.
   * @throws ArgumentError if a position is out of range.
   */
  pick(positions: Int32Array): Interactions {
    const { users, items, userIds, itemIds, values, weights } = this;
    toRowNumbers("positions", positions, this.length);
    const { length } = positions;
    const chosen = <A extends Int32Array | InteractionValues>(array: A): A => {
      const into = new (array.constructor as new (length: number) => A)(length);
      for (let i = 0; i < length; i++) into[i] = array[positions[i]];
      return into;
    };
    return new Interactions(
      users,
      items,
      chosen(userIds),
      chosen(itemIds),
      chosen(values),
      weights && chosen(weights),
    );
  }
}

function toValues(list: NumberList): InteractionValues {
  if (!(list instanceof Int8Array)) return toFiniteNumbers("values", list);
  checkAttached("values", list);
  return list;
}
