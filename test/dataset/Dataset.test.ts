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

describe("what a data set learns", () => {
  it("keeps to the options it was made with, and forgets the rest", () => {
    const bare = new Dataset<string, string>({ userIdentityFeatures: false, itemIdentityFeatures: false });
    expect(bare.fit(["ann"], ["Heat", "Up"], ["F"], ["War"]).modelDimensions()).toEqual([1, 1]);
    expect(bare.fit(["bob", "bob", "cy"], ["Up"]).modelDimensions()).toEqual([0, 0]);
    expect([...bare.mapping().users]).toEqual([
      ["bob", 0],
      ["cy", 1],
    ]);
    expect(bare.fitPartial().interactionsShape()).toEqual([2, 1]);
    expect(bare.fitPartial([], [], ["F"], ["War"]).modelDimensions()).toEqual([1, 1]);
    const users = new Dataset<string, string>({ itemIdentityFeatures: false }).fit(["ann"], ["Heat"]);
    expect(users.modelDimensions()).toEqual([1, 0]);
  });

  it("may go on from a mapping, and leaves that as it is", () => {
    const before = films().mapping();
    const sizes = () => Object.values(before).map((side) => side.size);
    const after = Dataset.fromMapping(before).fitPartial([9], ["Up"], ["gender F"], ["War", "Drama"]);
    expect(sizes()).toEqual([2, 2, 0, 2, 2, 2]);
    const users = new Map([7, 8, 9].map((id, row) => [id, row]));
    expect(after.mapping()).toEqual({
      users,
      userIdentities: users,
      userFeatures: new Map([["gender F", 3]]),
      items: new Map(Object.entries({ Heat: 0, Drama: 1, Up: 2 })),
      itemIdentities: new Map(Object.entries({ Heat: 0, Drama: 1, Up: 4 })),
      itemFeatures: new Map(Object.entries({ Drama: 2, Crime: 3, War: 5 })),
    });
    const bare = new Dataset<string, string>({ userIdentityFeatures: false })
      .fit(["ann"], ["Heat"])
      .mapping();
    expect(Dataset.fromMapping(bare).fitPartial(["bob"], ["Up"]).modelDimensions()).toEqual([0, 2]);
    const empty = Dataset.fromMapping<string, string>(new Dataset<string, string>().mapping());
    expect(empty.fitPartial(["bob"], ["Up"]).modelDimensions()).toEqual([1, 1]);
  });

  it("has dislikes, with weights above 0", () => {
    const { values, weights } = films().buildInteractions([
      [7, "Heat", -2],
      [8, "Heat", 0],
      [8, "Drama", 1],
    ]);
    expect([...values, ...(weights ?? [])]).toEqual([-1, 1, 1, 2, 0, 1]);
    const plain = films().buildInteractions([[7, "Heat", -1]]);
    expect([plain.values[0], plain.weights]).toEqual([-1, null]);
  });
});

const built = films();
const A = "a" as unknown;

it.each<[() => unknown, string]>([
  [
    () => new Dataset({ userIdentityFeatures: A as boolean }),
    'userIdentityFeatures must be true or false, not "a".',
  ],
  [
    () => new Dataset({ itemIdentityFeatures: A as boolean }),
    'itemIdentityFeatures must be true or false, not "a".',
  ],
  [
    () => new Dataset({ identity: A } as object),
    'There is no option "identity". The options are userIdentityFeatures,',
  ],
  [
    () => Dataset.fromMapping({ ...films().mapping(), users: A as Map<number, number> }),
    "mapping.users must be of type Map",
  ],
  [
    () => Dataset.fromMapping(films().mapping()).buildInteractions([[9, "Heat"]]),
    "does not know the user 9.",
  ],
  [
    () => Dataset.fromMapping(films().mapping()).buildInteractions([[7, "Up"]]),
    'does not know the item "Up".',
  ],
  [() => films().fit(A as number[], []), 'users must be a list, not "a".'],
  [() => films().fit([], A as string[]), 'items must be a list, not "a".'],
  [() => films().fitPartial(A as number[]), 'users must be a list, not "a".'],
  [() => films().fitPartial([], A as string[]), 'items must be a list, not "a".'],
  [
    () => films().fitPartial([1, Number.NaN]),
    "users must hold strings or finite numbers, but users[1] is NaN.",
  ],
  [
    () => films().fitPartial([], [A, null] as string[]),
    "items must hold strings or finite numbers, but items[1] is null.",
  ],
  [() => films().fitPartial([], [], A as string[]), 'userFeatures must be a list, not "a".'],
  [() => films().fitPartial([], [], [], A as string[]), 'itemFeatures must be a list, not "a".'],
  [
    () => films().fitPartial([], [], [A, 7] as string[]),
    "userFeatures must hold strings, but userFeatures[1] is 7.",
  ],
  [
    () => films().fitPartial([], [], [], [7] as unknown as string[]),
    "itemFeatures must hold strings, but itemFeatures[0] is 7.",
  ],
  [() => built.buildInteractions(A as []), 'data must be a list, not "a".'],
  [
    () => built.buildInteractions([[7, "Heat"], [7] as unknown as [number, string]]),
    "data must hold [user, item] or [user, item, weight], but entry 1 is a value of type Array.",
  ],
  [
    () => built.buildInteractions([[7, "Heat", 1, 1] as unknown as [number, string]]),
    "but entry 0 is a value of type Array.",
  ],
  [() => built.buildInteractions(["7H" as unknown as [number, string]]), 'but entry 0 is "7H".'],
  [
    () => built.buildInteractions([[7, "Heat", Number.NaN]]),
    'The weight of user 7 and item "Heat" must be finite, not NaN.',
  ],
  [
    () => built.buildItemFeatures([], { normalise: true } as object),
    'There is no option "normalise". Did you mean "normalize"?',
  ],
  [() => built.buildItemFeatures([], { normalize: 1 } as object), "normalize must be true or false, not 1."],
  [() => built.buildItemFeatures(A as []), 'data must be a list, not "a".'],
  [
    () => built.buildItemFeatures([["Heat"] as unknown as [string, string[]]]),
    "data must hold [item, features] pairs, not a value of type Array.",
  ],
  [
    () => built.buildUserFeatures(["7F" as unknown as [number, string[]]]),
    'data must hold [user, features] pairs, not "7F".',
  ],
  [
    () => built.buildItemFeatures([["Heat", { Crime: Infinity }]]),
    'The weight of feature "Crime" of item "Heat" must be finite, not Infinity.',
  ],
  [
    () => built.buildItemFeatures([["Heat", [7] as unknown as string[]]]),
    "The item's features must be names or [name, weight] pairs, not 7.",
  ],
  [
    () => built.buildItemFeatures([["Heat", null as unknown as string[]]]),
    "The item's features must be a list, not null.",
  ],
])("says what an argument must be: %#", (of, message) => {
  expect(of).toThrow(ArgumentError);
  expect(of).toThrow(message);
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
