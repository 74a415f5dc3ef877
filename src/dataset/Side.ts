import { show } from "../arguments.ts";
import { ArgumentError } from "../errors.ts";
import type { Id } from "../matrix/Mapping.ts";

export type { Id } from "../matrix/Mapping.ts";

/**
 * One side of a data set, users or items: which row an id has, and which column a feature.
 * Rows and columns are given out in order and never move, so a model that was trained before something
 * was added stays true. An id's own feature and a named feature are different even where their names are the same.
 */
export class Side<I extends Id> {
  readonly rows = new Map<I, number>();
  /** Columns of the features that are an id's own; empty without identity features. */
  readonly identityColumns = new Map<I, number>();
  readonly namedColumns = new Map<string, number>();

  constructor(
    /** "user" or "item", for messages. */
    readonly name: string,
    readonly hasIdentity: boolean,
  ) {}

  /** A side of these rows and columns; it has identity features if any of them is an id's own. */
  static from<I extends Id>(
    name: string,
    rows: ReadonlyMap<I, number>,
    identityColumns: ReadonlyMap<I, number>,
    namedColumns: ReadonlyMap<string, number>,
  ): Side<I> {
    const side = new Side<I>(name, rows.size === 0 || identityColumns.size > 0);
    for (const [id, row] of rows) side.rows.set(id, row);
    for (const [id, column] of identityColumns) side.identityColumns.set(id, column);
    for (const [feature, column] of namedColumns) side.namedColumns.set(feature, column);
    return side;
  }

  get features(): number {
    return this.identityColumns.size + this.namedColumns.size;
  }

  add(ids: Iterable<I>, features: Iterable<string>): void {
    for (const id of ids) {
      if (this.rows.has(id)) continue;
      this.rows.set(id, this.rows.size);
      if (this.hasIdentity) this.identityColumns.set(id, this.features);
    }
    for (const feature of features) {
      if (!this.namedColumns.has(feature)) this.namedColumns.set(feature, this.features);
    }
  }

  row(id: I): number {
    return this.rows.get(id) ?? unknown(`${this.name} ${show(id)}`, `${this.name}s`);
  }

  column(feature: string): number {
    const known = this.namedColumns.get(feature);
    return known ?? unknown(`${this.name} feature ${show(feature)}`, `${this.name}Features`);
  }
}

function unknown(what: string, argument: string): never {
  throw new ArgumentError(
    `The dataset does not know the ${what}. Give it to fit or fitPartial first, in ${argument}.`,
  );
}
