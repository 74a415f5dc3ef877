let above = new Int32Array(64);
let row = new Int32Array(64);

/** How many letters have to be put in, taken out or exchanged; more than `most` is `most + 1`. */
export function editDistance(one: string, other: string, most: number): number {
  const tooFar = most + 1;
  if (Math.abs(one.length - other.length) > most) return tooFar;
  if (above.length <= other.length) {
    above = new Int32Array(other.length + 1);
    row = new Int32Array(other.length + 1);
  }
  for (let j = 0; j <= other.length; j++) above[j] = j;
  for (let i = 1; i <= one.length; i++) {
    // Further from the diagonal than `most`, nothing can come back within it.
    const from = Math.max(1, i - most);
    const to = Math.min(other.length, i + most);
    row.fill(tooFar, 0, other.length + 1);
    if (from === 1) row[0] = i;
    let least = row[0];
    for (let j = from; j <= to; j++) {
      const exchanged = above[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1);
      row[j] = Math.min(exchanged, above[j] + 1, row[j - 1] + 1);
      if (row[j] < least) least = row[j];
    }
    if (least > most) return tooFar;
    [above, row] = [row, above];
  }
  return Math.min(above[other.length], tooFar);
}
