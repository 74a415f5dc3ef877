import { UnknownIdError } from "./errors.ts";
import type { TrainedModel } from "./TrainedModel.ts";

/** Which items have which label, such as a genre or a decade. */
export class ItemLabels {
  readonly #columns: ReadonlyMap<string, number>;
  readonly #rows = new Map<number, Set<number>>();

  constructor({ model, mapping }: TrainedModel) {
    this.#columns = mapping.itemFeatures;
    const matrix = model.state.features?.itemFeatures;
    if (!matrix) return;
    for (const column of this.#columns.values()) this.#rows.set(column, new Set());
    for (let row = 0; row < matrix.rows; row++) {
      for (let i = matrix.indptr[row]; i < matrix.indptr[row + 1]; i++)
        this.#rows.get(matrix.indices[i])?.add(row);
    }
  }

  /** @throws UnknownIdError if no item has one, listing some labels there are. */
  rowsWith(label: string): ReadonlySet<number> {
    const column = this.#columns.get(label);
    const rows = column === undefined ? undefined : this.#rows.get(column);
    if (rows) return rows;
    const some = [...this.#columns.keys()].slice(0, 8).map((name) => JSON.stringify(name));
    const hint = some.length > 0 ? ` Labels are, among others, ${some.join(", ")}.` : " This model has none.";
    throw new UnknownIdError(`No item has the label ${JSON.stringify(label)}.${hint}`);
  }
}
