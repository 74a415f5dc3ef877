import { describe, expect, it } from "vitest";
import { Dataset } from "../../src/dataset/Dataset.ts";
import {
  toGenreFeatures,
  toInteractions,
  toItemFeatures,
  toUserFeatures,
} from "../../src/dataset/matrices.ts";
import { readCatalogue } from "../../src/dataset/reading/readCatalogue.ts";
import { ArgumentError } from "../../src/errors.ts";
import type { FeatureMatrix } from "../../src/matrix/FeatureMatrix.ts";

function rowsOf({ rows, indptr, indices, data }: FeatureMatrix): [column: number, weight: number][][] {
  return Array.from({ length: rows }, (_, row) =>
    Array.from(indices.subarray(indptr[row], indptr[row + 1]), (column, i) => [
      column,
      data[indptr[row] + i],
    ]),
  );
}

const films = () => new Dataset<number, string>().fit([7, 8], ["Heat", "Drama"], [], ["Drama", "Crime"]);

describe("Dataset", () => {
  it("gives identity features the first columns, apart from named ones of the same name", () => {
    const dataset = films();
    expect(dataset.modelDimensions()).toEqual([2, 4]);
    expect(dataset.interactionsShape()).toEqual([2, 2]);
    const matrix = dataset.buildItemFeatures([
      ["Heat", ["Crime", "Drama"]],
      ["Drama", { Drama: 0.5 }],
    ]);
    expect(rowsOf(matrix)).toEqual([
      [
        [0, 1],
        [2, 1],
        [3, 1],
      ],
      [
        [1, 1],
        [2, 0.5],
      ],
    ]);
    expect(dataset.buildUserFeatures([]).isIdentity).toBe(true);
    expect(dataset.mapping().itemFeatures.get("Drama")).toBe(2);
    expect(dataset.mapping().itemIdentities.get("Drama")).toBe(1);
    expect(dataset.mapping().users.get(8)).toBe(1);
  });

  it("grows at the end and moves nothing", () => {
    const dataset = films();
    const before = dataset.buildItemFeatures([["Heat", ["Crime"]]]);
    dataset.fitPartial([9, 7], ["Alien"], [], ["Crime", "Horror"]);
    const after = dataset.buildItemFeatures([
      ["Heat", ["Crime"]],
      ["Alien", ["Horror"]],
    ]);
    expect(dataset.interactionsShape()).toEqual([3, 3]);
    expect(rowsOf(after).slice(0, 2)).toEqual(rowsOf(before));
    expect(rowsOf(after)[2]).toEqual([
      [4, 1],
      [5, 1],
    ]);
    expect(dataset.fit([1], ["x"]).modelDimensions()).toEqual([1, 1]);
  });

  it("takes features as names, pairs, a Map or an object, and adds up those named twice", () => {
    const dataset = new Dataset({ itemIdentityFeatures: false }).fit(
      [1],
      ["a", "b", "c", "d"],
      [],
      ["x", "y"],
    );
    const matrix = dataset.buildItemFeatures([
      ["a", new Set(["x"])],
      ["b", [["x", 2], "y"]],
      ["c", new Map([["y", 3]])],
      ["d", ["x", "x"]],
    ]);
    expect(rowsOf(matrix)).toEqual([
      [[0, 1]],
      [
        [0, 2],
        [1, 1],
      ],
      [[1, 3]],
      [[0, 2]],
    ]);
  });

  it("normalises rows only when asked", () => {
    const dataset = films();
    const matrix = dataset.buildItemFeatures([["Heat", ["Crime", ["Drama", -2]]]], { normalize: true });
    expect(rowsOf(matrix)[0].map(([, weight]) => weight)).toEqual([0.25, -0.5, 0.25]);
    expect(rowsOf(matrix)[1]).toEqual([[1, 1]]);
    const bare = new Dataset({ itemIdentityFeatures: false }).fit([1], ["a"], [], ["x"]);
    expect(() => bare.buildItemFeatures([], { normalize: true })).toThrow(/item "a" has no features/);
  });

  it("builds interactions of ones with weights", () => {
    const dataset = films();
    const weighted = dataset.buildInteractions([
      [7, "Heat"],
      [8, "Drama", 0.5],
    ]);
    expect([...weighted.userIds, ...weighted.itemIds]).toEqual([0, 1, 0, 1]);
    expect([...weighted.values]).toEqual([1, 1]);
    expect([...(weighted.weights ?? [])]).toEqual([1, 0.5]);
    expect(dataset.buildInteractions([[7, "Heat", 1]]).weights).toBeNull();
  });

  it("names what it does not know, and what to do", () => {
    const dataset = films();
    const unknown = /does not know the user 9. Give it to fit or fitPartial first, in users/;
    expect(() => dataset.buildInteractions([[9, "Heat"]])).toThrow(unknown);
    expect(() => dataset.buildInteractions([[7, "Cats"]])).toThrow(/item "Cats"/);
    expect(() => dataset.buildItemFeatures([["Heat", ["Noir"]]])).toThrow(
      /item feature "Noir".*in itemFeatures/,
    );
    expect(() => dataset.buildItemFeatures([["Heat", "Drama"]])).toThrow(/must be a list, not "Drama"/);
    expect(() => dataset.buildItemFeatures([["Heat", { Drama: Number.NaN }]])).toThrow(ArgumentError);
    expect(() => dataset.buildInteractions([[7, "Heat", Infinity]])).toThrow(/must be finite, not Infinity/);
  });
});

describe("a catalogue's matrices", () => {
  it("hold likes and dislikes, and every item with its genres and year", async () => {
    const ratings = new File(["user,movie,rating\n1,a,3\n1,b,2.5\n2,b,5\n"], "ratings.csv");
    const movies = new File(["movieId,title,genres\nb,Bee (2000),Drama|Crime\n"], "movies.csv");
    const catalogue = await readCatalogue([ratings, movies]);
    const interactions = toInteractions(catalogue);
    expect([...interactions.values]).toEqual([1, -1, 1]);
    expect([...toInteractions({ ...catalogue, likedFrom: 4 }).values]).toEqual([-1, -1, 1]);
    const itself = [[1, 1]];
    const genres = [
      [2, 1],
      [3, 1],
    ];
    const year = [[4, 1]];
    expect(rowsOf(toItemFeatures(catalogue))).toEqual([[[0, 1]], [...itself, ...genres, ...year]]);
    expect(rowsOf(toGenreFeatures(catalogue))).toEqual([[[0, 1]], [...itself, ...genres]]);
    expect(toUserFeatures(catalogue)).toBeNull();
    const described = { ...catalogue, userFeatures: [["gender F"], ["gender F", "age 25-34"]] };
    expect(toUserFeatures(described)?.features).toBe(4);
  });
});
