import type { Role } from "../../src/dataset/columns/TableForm.ts";

/** A table whose columns are called "name", or "name=role" where it is known: "user=user|film|stars". */
export function columnsOf(header: string, rows: readonly string[][]) {
  const columns = header.split("|").map((column) => column.split("="));
  const roles = new Map(
    columns.flatMap(([, role], place): [number, Role][] => (role ? [[place, role as Role]] : [])),
  );
  const names = columns.map(([name]) => name);
  return { names, values: names.map((_, place) => rows.map((row) => row[place])), roles };
}

/** The header as it is called once roles are filled in. */
export const headerOf = (names: readonly string[], roles: ReadonlyMap<number, Role>) =>
  names.map((name, place) => (roles.has(place) ? `${name}=${roles.get(place)}` : name)).join("|");
