/**
 * Where `placeNewItems` puts new items, in the open: every trait is a column of a dense table, and the equations are
 * solved by elimination.
 */
export function placedPlainly(
  vectors: Float32Array,
  rowLength: number,
  columns: readonly number[],
  [features, tags]: readonly Row[][],
  likes: Int32Array,
): Float32Array {
  const items = features.map((row, item) => {
    const traits = new Map(row.map(([feature, weight]) => [`feature ${feature}`, weight]));
    const own = row.filter(([feature]) => isShared(features, feature, 2));
    for (const [a, [one, weight]] of own.entries()) {
      if (own.length > 20) break;
      for (const [other, more] of own.slice(a + 1)) {
        traits.set(`pair ${[one, other].sort((x, y) => x - y)}`, weight * more);
      }
    }
    for (const [tag, weight] of tags[item]) traits.set(`tag ${tag}`, weight);
    return traits;
  });
  const counts = new Map<string, number>();
  for (const name of items.flatMap((traits) => [...traits.keys()]))
    counts.set(name, (counts.get(name) ?? 0) + 1);
  const fewest: Record<string, number> = { feature: 2, pair: 20, tag: 3 };
  const names = [...counts.keys()].filter((name) => (counts.get(name) ?? 0) >= fewest[name.split(" ")[0]]);
  const table = items.map((traits) => [...names.map((name) => traits.get(name) ?? 0), 1]);
  const known = table.map((_, item) => item).filter((item) => likes[item] > 0);
  const placed = vectors.slice();
  for (const column of columns) {
    const equations = [...names, "all"].map((name, row) => [
      ...table[0].map(
        (_, other) =>
          known.reduce((sum, item) => sum + table[item][row] * table[item][other], 0) +
          (row === other && name !== "all" ? 10 : 0),
      ),
      known.reduce((sum, item) => sum + table[item][row] * vectors[item * rowLength + column], 0),
    ]);
    const weights = solved(equations);
    for (const [item, row] of table.entries()) {
      if (likes[item] > 0) continue;
      const at = item * rowLength + column;
      const predicted = row.reduce((sum, value, trait) => sum + value * weights[trait], 0);
      const isTagged = names.some((name, trait) => name.startsWith("tag") && row[trait] !== 0);
      placed[at] = isTagged ? predicted : (predicted + vectors[at]) / 2;
    }
  }
  return placed;
}

export type Row = (readonly [number, number])[];

function isShared(rows: readonly Row[], feature: number, fewest: number): boolean {
  return rows.filter((row) => row.some(([one]) => one === feature)).length >= fewest;
}

/** Gauss's elimination; the equations are of a ridge, so no pivot is 0. */
function solved(equations: number[][]): number[] {
  const n = equations.length;
  for (let row = 0; row < n; row++) {
    for (let other = 0; other < n; other++) {
      if (other === row) continue;
      const factor = equations[other][row] / equations[row][row];
      for (let k = row; k <= n; k++) equations[other][k] -= factor * equations[row][k];
    }
  }
  return equations.map((equation, row) => equation[n] / equation[row]);
}
