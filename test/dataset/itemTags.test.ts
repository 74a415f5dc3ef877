import { File } from "node:buffer";
import fc from "fast-check";
import { expect, it } from "vitest";
import { itemTags, TagEntries, tagMatrix } from "../../src/dataset/ItemTags.ts";
import { toItemTags } from "../../src/dataset/matrices.ts";
import { readCatalogue } from "../../src/dataset/reading/readCatalogue.ts";
import type { DataFile } from "../../src/files/ByteSource.ts";
import { TEN_MILLION } from "../support/movielensFiles.ts";

const file = (name: string, ...lines: string[]) => new File([`${lines.join("\n")}\n`], name) as DataFile;
const RATINGS = file("ratings.csv", "userId,movieId,rating", "1,10,5", "1,20,4", "2,30,1", "2,10,3");

/** Of each item, its tags and their weights. */
async function tagsOf(...files: DataFile[]): Promise<Record<string, Record<string, number>>> {
  const catalogue = await readCatalogue([RATINGS, ...files]);
  const matrix = toItemTags(catalogue);
  const { names, indptr, indices, data } = catalogue.tags ?? {
    names: [],
    indptr: new Int32Array(catalogue.items.length + 1),
    indices: new Int32Array(),
    data: new Float32Array(),
  };
  expect(matrix?.features ?? 0).toBe(names.length);
  const own = catalogue.items.map(({ id }, row) => {
    const places = [...indices.keys()].slice(indptr[row], indptr[row + 1]);
    return [id, Object.fromEntries(places.map((i) => [names[indices[i]], data[i]]))];
  });
  return Object.fromEntries(own);
}

it("gathers tags, the tag genome and other columns of the items, and leaves the genres alone", async () => {
  const people = Array.from(
    { length: 70 },
    (_, i) => `${100 + i},Film ${i} (1990),Drama,Person ${i}|Someone ${i}`,
  );
  const movies = file(
    "movies.csv",
    "movieId,title,genres,cast",
    "10,Kite (1990),Drama|War,Ada Pole|Bo Wick",
    "20,Moon (1991),Comedy,Bo Wick",
    ...people,
  );
  const tags = file(
    "tags.csv",
    "userId,movieId,tag,timestamp",
    "7,10,Funny,1",
    "8,10,funny,2",
    '8,30,"sad, slow",3',
    "8,99,unrated,3",
  );
  const genome = file(
    "genome-scores.csv",
    "movieId,tagId,relevance",
    "10,1,0.75",
    "10,2,0.5",
    "20,2,0.87399999999999994",
    "99,1,0.9",
  );
  expect(await tagsOf(movies, tags, genome, file("genome-tags.csv", "tagId,tag", "1,war"))).toEqual({
    10: { "tag funny": 1, "tagId 1": 0.75, "cast ada pole": 1, "cast bo wick": 1 },
    20: { "tagId 2": Math.fround(0.874), "cast bo wick": 1 },
    30: { "tag sad, slow": 1 },
  });
  const { items } = await readCatalogue([RATINGS, movies, tags]);
  expect(items.map(({ genres }) => genres)).toEqual([["Drama", "War"], ["Comedy"], []]);
  expect(items[0]).not.toHaveProperty("tags");
  expect((await readCatalogue([RATINGS, movies, tags])).ratings.ratings).toHaveLength(4);
});

it("reads tags.dat beside the ten million, and no tags as none", async () => {
  const { tags } = await readCatalogue(
    TEN_MILLION().map((one) => (one.name === "tags.dat" ? file(one.name, "15::122::excellent!::12") : one)),
  );
  expect(tags?.names).toEqual(["tag excellent!"]);
  expect([...(tags?.indptr ?? [])]).toEqual([0, 1, 1]);
  expect(await readCatalogue([RATINGS])).not.toHaveProperty("tags");
});

it("keeps of a genome what is above one half, scanned or row by row", async () => {
  const entry = fc.record({
    item: fc.constantFrom(10, 20, 30, 99),
    tag: fc.integer({ min: 1, max: 9 }),
    relevance: fc.oneof(fc.constantFrom(0, 0.5, 1), fc.double({ min: 0, max: 1, noNaN: true })),
  });
  const entries = fc.uniqueArray(entry, {
    selector: ({ item, tag }) => `${item} ${tag}`,
    minLength: 1,
    maxLength: 20,
  });
  await fc.assert(
    fc.asyncProperty(entries, async (all) => {
      const expected: Record<string, Record<string, number>> = { 10: {}, 20: {}, 30: {} };
      for (const { item, tag, relevance } of all) {
        const weight = Math.fround(Number(relevance.toFixed(17)));
        if (item !== 99 && weight > 0.5) expected[item][`tagId ${tag}`] = weight;
      }
      const rows = all.map(({ item, tag, relevance }) => `${item},${tag},${relevance.toFixed(17)}`);
      const quoted = rows.map((row) => row.replace(/,(\d+),/, ',"$1",'));
      const header = "movieId,tagId,relevance";
      expect(await tagsOf(file("genome-scores.csv", header, ...rows))).toEqual(expected);
      expect(await tagsOf(file("genome-scores.csv", header, ...quoted))).toEqual(expected);
    }),
    { numRuns: 25 },
  );
});

/** "Heat funny 1 / Up sad 0.5", with a prefix. */
function entriesOf(prefix: string, entries: string): TagEntries {
  const all = new TagEntries("tags.csv", prefix);
  for (const entry of entries.split(" / ")) {
    const [item, name, weight] = entry.split(" ");
    all.add(item, name, Number(weight));
  }
  return all;
}

it("puts tags of several tables together, those of most items first", () => {
  const tags = entriesOf("tag ", "Heat funny 1 / Up sad 0.5 / Big long 1 / Heat sad 0.75 / Heat sad 0.5");
  const cast = entriesOf("cast ", "Up sad 1 / Big sad 1");
  const all = itemTags([tags, cast], ["Jaws", "Up", "Heat", "Ran"]);
  expect(all).toEqual({
    names: ["tag sad", "tag funny", "cast sad"],
    indptr: Int32Array.of(0, 0, 2, 4, 4),
    indices: Int32Array.of(0, 2, 1, 0),
    data: Float32Array.of(0.5, 1, 1, 1),
  });
  const matrix = all && tagMatrix(all, 4);
  expect([matrix?.rows, matrix?.features, matrix?.indices]).toEqual([4, 3, all?.indices]);
  expect(itemTags([entriesOf("", "Big long 1")], ["Heat"])).toBeNull();
});

it("keeps the two thousand tags of most items", () => {
  const rare = Array.from({ length: 2001 }, (_, i) => `Heat t${i} 1`).join(" / ");
  const tags = itemTags([entriesOf("", `${rare} / Heat often 1 / Up often 1 / Up t2000 1`)], ["Heat", "Up"]);
  expect(tags?.names).toHaveLength(2000);
  expect(tags?.names.slice(0, 3)).toEqual(["t2000", "often", "t0"]);
  expect(tags?.names.at(-1)).toBe("t1997");
  expect(tags?.indptr).toEqual(Int32Array.of(0, 2000, 2002));
  expect([...(tags?.indices.subarray(2000) ?? [])]).toEqual([0, 1]);
});
