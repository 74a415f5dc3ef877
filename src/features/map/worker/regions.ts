import type { MapItems, Region } from "../api.ts";

/** Parts at each level of the map. */
const PARTS = [9, 28, 80];
/** Rounds of k-means: the parts need to be sensible, not optimal. */
const ROUNDS = 12;
const BEST_SHOWN = 5;
/** Fewer say nothing about a part. */
const FEWEST = 8;
/** Standard errors by which a part's share of something has to pass that of the whole to name it. */
const TELLING = 4;
/** The share of a part that has to have what names it. */
const MOST = 0.35;

/**
 * The parts of a map at each level, by k-means on its positions, each named after what sets it apart.
 *
 * @param genres of each item
 */
export function regionsOf(
  items: MapItems,
  genres: readonly (readonly string[])[],
  positions: Float32Array,
): Region[] {
  const everywhere = Array.from({ length: items.ids.length }, (_, item) => item);
  const decadesOf = (item: number) =>
    items.years[item] === 0 ? [] : [`${Math.floor(items.years[item] / 10)}0s`];
  const genre = telling(everywhere, (item) => genres[item]);
  const decade = telling(everywhere, decadesOf);
  const taken = new Set<string>();
  return PARTS.flatMap((parts, level) =>
    membersOf(positions, parts)
      .filter((members) => members.length >= FEWEST)
      .map((members) => {
        const itsGenre = genre(members);
        const itsDecade = decade(members);
        // An example has to bear out the name: of a part called "Horror, 1980s", the best known may be neither.
        const fits = (item: number) =>
          (itsGenre === null || genres[item].includes(itsGenre)) &&
          (itsDecade === null || decadesOf(item).includes(itsDecade));
        const fitting = members.filter(fits);
        return {
          name: nameOf(itsGenre, itsDecade),
          best: (fitting.length > 0 ? fitting : members)
            .toSorted((a, b) => items.ratings[b] - items.ratings[a])
            .slice(0, BEST_SHOWN),
          items: members.length,
          ...middleOf(members, positions),
          level,
        };
      })
      // The best-known part keeps the plain name; others say which one they are.
      .sort((a, b) => items.ratings[b.best[0]] - items.ratings[a.best[0]])
      .map((region) => {
        const around = region.best.map((item) => `Around ${items.titles[item]}`);
        const name = [region.name, ...around].find((one) => one !== null && !taken.has(one)) ?? around[0];
        taken.add(name);
        return { ...region, name };
      }),
  );
}

function nameOf(genre: string | null, decade: string | null): string | null {
  if (genre !== null && decade !== null) return `${genre}, ${decade}`;
  return genre ?? (decade && `The ${decade}`);
}

function middleOf(members: readonly number[], positions: Float32Array): { x: number; y: number } {
  const mean = (axis: number) =>
    members.reduce((sum, item) => sum + positions[2 * item + axis], 0) / members.length;
  return { x: mean(0), y: mean(1) };
}

/** Finds the label that some items have far oftener than all, if a good part of them has it. */
function telling(everywhere: readonly number[], labelsOf: (item: number) => readonly string[]) {
  const overall = countsOf(everywhere, labelsOf);
  return (members: readonly number[]): string | null => {
    let best: string | null = null;
    let most = TELLING;
    for (const [label, count] of countsOf(members, labelsOf)) {
      const share = (overall.get(label) ?? 0) / everywhere.length;
      const expected = members.length * share;
      const surplus = (count - expected) / Math.sqrt(expected * (1 - share) || 1);
      if (surplus > most && count >= MOST * members.length) {
        most = surplus;
        best = label;
      }
    }
    return best;
  };
}

function countsOf(
  members: readonly number[],
  labelsOf: (item: number) => readonly string[],
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of members) {
    for (const label of labelsOf(item)) counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  return counts;
}

/** The items of each part: k-means from centres that are far from each other. */
function membersOf(positions: Float32Array, parts: number): number[][] {
  const n = positions.length / 2;
  if (n === 0) return [];
  let centres = farApart(positions, Math.min(parts, n));
  let members: number[][] = [];
  for (let round = 0; round < ROUNDS; round++) {
    members = centres.map(() => []);
    for (let item = 0; item < n; item++) members[nearest(centres, positions, item)].push(item);
    centres = members.map((own, part) => {
      if (own.length === 0) return centres[part];
      const sum = [0, 0];
      for (const item of own) {
        sum[0] += positions[2 * item];
        sum[1] += positions[2 * item + 1];
      }
      return [sum[0] / own.length, sum[1] / own.length] as const;
    });
  }
  return members;
}

type Centre = readonly [x: number, y: number];

/** Each centre is the item farthest from those before it. */
function farApart(positions: Float32Array, parts: number): Centre[] {
  const n = positions.length / 2;
  const centres: Centre[] = [[positions[0], positions[1]]];
  const distances = new Float64Array(n).fill(Number.POSITIVE_INFINITY);
  while (centres.length < parts) {
    let farthest = 0;
    for (let item = 0; item < n; item++) {
      distances[item] = Math.min(distances[item], squareTo(centres[centres.length - 1], positions, item));
      if (distances[item] > distances[farthest]) farthest = item;
    }
    centres.push([positions[2 * farthest], positions[2 * farthest + 1]]);
  }
  return centres;
}

function nearest(centres: readonly Centre[], positions: Float32Array, item: number): number {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (let part = 0; part < centres.length; part++) {
    const square = squareTo(centres[part], positions, item);
    if (square < least) {
      least = square;
      best = part;
    }
  }
  return best;
}

function squareTo([x, y]: Centre, positions: Float32Array, item: number): number {
  return (positions[2 * item] - x) ** 2 + (positions[2 * item + 1] - y) ** 2;
}
