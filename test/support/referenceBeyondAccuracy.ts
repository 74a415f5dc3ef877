/** The metrics beyond accuracy as their definitions say, without a thought for speed. */

export function catalogueCoverage(lists: number[][], items: number): number {
  return range(items).filter((item) => lists.some((list) => list.includes(item))).length / items;
}

/** Half the mean difference between the exposures of any two items, over the mean exposure. */
export function exposureGini(lists: number[][], items: number): number {
  const exposure = range(items).map((item) => lists.flat().filter((other) => other === item).length);
  const differences = exposure.flatMap((a) => exposure.map((b) => Math.abs(a - b)));
  return mean(differences) / (2 * mean(exposure));
}

export function novelty(lists: number[][], counts: number[], users: number): number {
  return mean(lists.flat().map((item) => Math.log2(users / (counts[item] || 1))));
}

export function longTailShare(lists: number[][], counts: number[]): number {
  const order = range(counts.length).sort((a, b) => counts[b] - counts[a] || a - b);
  const isHead = (item: number) => {
    const before = order.slice(0, order.indexOf(item)).map((other) => counts[other]);
    return sum(before) < 0.8 * sum(counts);
  };
  return mean(lists.flat().map((item) => (isHead(item) ? 0 : 1)));
}

/** By sets of labels: the cosine of two sets is what they share over the root of the product of their sizes. */
export function intraListDiversity(lists: number[][], labels: number[][]): number {
  const cosine = (a: number[], b: number[]) =>
    a.filter((label) => b.includes(label)).length / Math.sqrt(a.length * b.length || 1);
  return mean(
    lists.map((list) => {
      const pairs = list.flatMap((a, i) => list.slice(i + 1).map((b) => 1 - cosine(labels[a], labels[b])));
      return mean(pairs);
    }),
  );
}

function range(length: number): number[] {
  return Array.from({ length }, (_, i) => i);
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function mean(numbers: number[]): number {
  return sum(numbers) / numbers.length;
}
