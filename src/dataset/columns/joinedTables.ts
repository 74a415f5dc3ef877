import type { TableHead } from "../../files/TableHead.ts";
import { plainName } from "./columnNames.ts";
import type { Table } from "./understand.ts";

/** Whether these have the same columns, as parts of one table do. */
export function areParts(tables: readonly Table[]): boolean {
  const [first, ...others] = tables.map(({ form: { hasHeader, columns } }) =>
    JSON.stringify([hasHeader, columns.map(({ name }) => (hasHeader ? plainName(name) : ""))]),
  );
  return others.every((other) => other === first);
}

/** The rows of one table after those of another, whose columns are the same. */
export function joined(heads: readonly TableHead[], hasHeader: boolean): TableHead {
  const [first, ...others] = heads;
  const { source } = first;
  return {
    ...first,
    plain: undefined,
    source: {
      name: `${source.name} and ${others.length === 1 ? others[0].source.name : `${others.length} others`}`,
      size: heads.reduce((sum, head) => sum + head.source.size, 0),
      pieces: source.pieces,
    },
    read: async (take, onBytes) => {
      let before = 0;
      for (const head of heads) {
        let above = head === first ? 0 : head.skip + Number(hasHeader);
        await head.read(
          (fields, line, broken) => (above > 0 ? above-- : take(fields, line, broken)),
          (bytes) => onBytes(before + bytes),
        );
        before += head.source.size;
      }
    },
  };
}
