import { finiteNumber, instanceOf, toFiniteNumbers, wholeNumber } from "../arguments.ts";
import { ArgumentError } from "../errors.ts";
import { FeatureMatrix } from "../matrix/FeatureMatrix.ts";
import { ItemIndex } from "./ItemIndex.ts";
import type { Features, ModelState, Tables } from "./ModelState.ts";
import { type FeatureTable, type Parameters as Representations, rowLength } from "./memory/FeatureTable.ts";
import { represent } from "./represent.ts";

/** The representations of all rows of a side, as LightFM gives them. */
export type { Parameters as Representations } from "./memory/FeatureTable.ts";

/** A vector and its bias: LightFM's representation of one user or item. */
export interface Representation {
  /** noComponents numbers. */
  embedding: Float32Array;
  bias: number;
}

/**
 * A row of a user in the training data, a representation such as `foldIn` returns, or features (a matrix of one row).
 */
export type UserReference = number | Representation | FeatureMatrix;

/**
 * A model as it stood after its last whole epoch: what every answer is read from, so that training may go on
 * beside it. What takes a pass over all items or users is made when it is first asked for, and kept.
 */
export class Snapshot {
  readonly hyper: ModelState["hyperparameters"];
  readonly tables: Tables;
  readonly features: Required<Features>;
  #itemIndex: Promise<ItemIndex> | null = null;
  #userVectors: Float32Array | null = null;

  /** @throws ArgumentError if the model has learnt nothing. */
  constructor({ hyperparameters, tables, features }: ModelState) {
    if (!features) throw new ArgumentError("The model has not been trained: call fit first.");
    this.hyper = hyperparameters;
    this.tables = tables;
    this.features = features;
  }

  get rowLength(): number {
    return rowLength(this.hyper.noComponents);
  }

  /** Whether something has asked for it already. */
  get hasItemIndex(): boolean {
    return this.#itemIndex !== null;
  }

  itemIndex(): Promise<ItemIndex> {
    this.#itemIndex ??= ItemIndex.create(
      this.hyper,
      represent(this.tables.items, this.features.itemFeatures),
    );
    return this.#itemIndex;
  }

  /** The vectors of all users, one after the other. */
  userVectors(): Float32Array {
    this.#userVectors ??= represent(this.tables.users, this.features.userFeatures);
    return this.#userVectors;
  }

  /** @throws ArgumentError if the row is out of range, or what is given is of another shape or not finite. */
  userVector(user: UserReference): Float32Array {
    const { users } = this.tables;
    if (typeof user === "object" && user !== null && "embedding" in user) return this.#vectorOf(user);
    if (user instanceof FeatureMatrix) return this.vectorByFeatures("user", user);
    const { userFeatures } = this.features;
    wholeNumber("user", user, 0, userFeatures.rows - 1);
    return represent(users, userFeatures, [user]);
  }

  /** @throws ArgumentError if this is not a matrix of one row, or has features that the model has not learnt. */
  vectorByFeatures(name: string, features: FeatureMatrix): Float32Array {
    const { users } = this.tables;
    const { rows } = this.checked(name, features, users);
    if (rows !== 1) throw new ArgumentError(`${name} must be a matrix of one row, not of ${rows}.`);
    return represent(users, features);
  }

  /**
   * Its rows are checked where they are read, so that the cost follows those that are asked for.
   * @throws ArgumentError if this is not a matrix, or has features that the model has not learnt.
   */
  checked(name: string, features: FeatureMatrix, table: FeatureTable): FeatureMatrix {
    instanceOf(name, features, FeatureMatrix);
    if (features.features > table.features) {
      throw new ArgumentError(
        `${name} has ${features.features} features, of which the model has learnt ${table.features}: train it on them with fitPartial first.`,
      );
    }
    return features;
  }

  /** The features that are given, else those of the last training. */
  featuresOr({ userFeatures, itemFeatures }: Features): Required<Features> {
    const { users, items } = this.tables;
    return {
      userFeatures:
        userFeatures === undefined
          ? this.features.userFeatures
          : this.checked("userFeatures", userFeatures, users),
      itemFeatures:
        itemFeatures === undefined
          ? this.features.itemFeatures
          : this.checked("itemFeatures", itemFeatures, items),
    };
  }

  /** The representations of every row of these features, or of the last training's. */
  representations(side: "users" | "items", features?: FeatureMatrix): Representations {
    const name = side === "users" ? "userFeatures" : "itemFeatures";
    const table = this.tables[side];
    const matrix = this.featuresOr(features === undefined ? {} : { [name]: features })[name];
    return table.split(represent(table, matrix));
  }

  #vectorOf({ embedding, bias }: Representation): Float32Array {
    const { noComponents } = this.hyper;
    const { biasColumn, oneColumn } = this.tables.users;
    const numbers = toFiniteNumbers("embedding", embedding);
    if (numbers.length !== noComponents) {
      throw new ArgumentError(`embedding must be of ${noComponents} components, not ${numbers.length}.`);
    }
    finiteNumber("bias", bias);
    const vector = new Float32Array(this.rowLength);
    vector.set(numbers);
    vector[biasColumn] = bias;
    vector[oneColumn] = 1;
    return vector;
  }
}
