import { describe, expect, it } from "vitest";
import type { Catalogue } from "../../src/dataset/Catalogue.ts";
import { checkCatalogue } from "../../src/dataset/checkCatalogue.ts";
import {
  toGenreFeatures,
  toInteractions,
  toItemFeatures,
  toItemTags,
  toMapping,
  toUserFeatures,
  weighLabels,
} from "../../src/dataset/matrices.ts";
import { ArgumentError } from "../../src/errors.ts";
import type { FeatureMatrix } from "../../src/matrix/FeatureMatrix.ts";
import { catalogueOf } from "../support/catalogueOf.ts";

/** "0:1 2:1 / 1:1": of each row, its columns and their weights. */
const written = ({ rows, indptr, indices, data }: FeatureMatrix) =>
  Array.from({ length: rows }, (_, row) =>
    [...indices.keys()]
      .slice(indptr[row], indptr[row + 1])
      .map((i) => `${indices[i]}:${data[i]}`)
      .join(" "),
  ).join(" / ");

const films = (...films: [genres: string[], year: number | null][]): Catalogue["items"] =>
  films.map(([genres, year], i) => ({
    id: ["Heat", "Up"][i],
    title: "Any",
    alternativeTitles: [],
    year,
    genres,
  }));
const CATALOGUE = catalogueOf("ann|Heat|3 / bob|Up|2.5 / ann|Up|4", {
  items: films([["Drama"], 1995], [["War", "Drama"], null]),
  userFeatures: [["gender F"], ["age 18-24", "gender F"]],
  tags: {
    names: ["tag sad", "tag slow", "tag funny"],
    indptr: Int32Array.of(0, 1, 2),
    indices: Int32Array.of(2, 0),
    data: Float32Array.of(1, 0.5),
  },
});
const BARE = catalogueOf("ann|Heat|3 / bob|Up|2.5");

describe("a catalogue's matrices", () => {
  it("have a like or a dislike for each rating", () => {
    const { users, items, userIds, itemIds, values, weights } = toInteractions(CATALOGUE);
    expect([users, items, [...userIds], [...itemIds], [...values], weights]).toEqual([
      2,
      2,
      [0, 1, 0],
      [0, 1, 1],
      [1, -1, 1],
      null,
    ]);
  });

  it("have a row for each item: itself, its genres and its period", () => {
    expect(written(toItemFeatures(CATALOGUE))).toBe("0:1 2:1 3:1 / 1:1 2:1 4:1");
    expect(written(toGenreFeatures(CATALOGUE))).toBe("0:1 2:1 / 1:1 2:1 3:1");
    expect(toItemFeatures(BARE).isIdentity).toBe(true);
  });

  it("have a row for each user, if anything is known of any", () => {
    const users = toUserFeatures(CATALOGUE);
    expect(users && written(users)).toBe("0:1 2:1 / 1:1 2:1 3:1");
    expect(toUserFeatures(BARE)).toBeNull();
  });

  it("have what else is known of the items", () => {
    const tags = toItemTags(CATALOGUE);
    expect([tags && written(tags), tags?.features]).toEqual(["2:1 / 0:0.5", 3]);
    expect(toItemTags(BARE)).toBeNull();
  });

  it("may weigh labels, but not what is a row's own", () => {
    const features = toItemFeatures(CATALOGUE);
    expect(written(weighLabels(features, 0.5))).toBe("0:1 2:0.5 3:0.5 / 1:1 2:0.5 4:0.5");
    expect(weighLabels(features, 0.5).features).toBe(5);
    expect(weighLabels(features, 1)).toBe(features);
  });

  it("have rows and columns by these names", () => {
    const { users, items, userFeatures, itemFeatures, userIdentities, itemIdentities } = toMapping(CATALOGUE);
    expect([...users, ...userIdentities]).toEqual([
      ["ann", 0],
      ["bob", 1],
      ["ann", 0],
      ["bob", 1],
    ]);
    expect([...items, ...itemIdentities]).toEqual([
      ["Heat", 0],
      ["Up", 1],
      ["Heat", 0],
      ["Up", 1],
    ]);
    expect([...userFeatures]).toEqual([
      ["gender F", 2],
      ["age 18-24", 3],
    ]);
    expect([...itemFeatures]).toEqual([
      ["Drama", 2],
      ["of 1995", 3],
      ["War", 4],
    ]);
    expect(toMapping(BARE).userFeatures.size).toBe(0);
  });
});

const { ratings } = CATALOGUE;

it.each<[string, unknown, string]>([
  ["nothing", undefined, "catalogue must be what readCatalogue gives, not undefined."],
  ["a list", [4], "catalogue must be what readCatalogue gives, not a value of type Array."],
  ["ratings of none", { ...CATALOGUE, ratings: null }, "catalogue must be what readCatalogue gives"],
  [
    "users in a set",
    { ...CATALOGUE, ratings: { ...ratings, userIds: new Set() } },
    "catalogue.ratings.userIds must be an array, not a value of type Set.",
  ],
  [
    "items in a set",
    { ...CATALOGUE, ratings: { ...ratings, itemIds: new Set() } },
    "catalogue.ratings.itemIds must be an array, not a value of type Set.",
  ],
  [
    "one rating",
    { ...CATALOGUE, ratings: { ...ratings, ratings: 4 } },
    "catalogue.ratings.ratings must be a list of numbers, not 4.",
  ],
  [
    "likes from nowhere",
    { ...CATALOGUE, likedFrom: Number.NaN },
    "catalogue.likedFrom must be finite, not NaN.",
  ],
  ["items that are none", { ...CATALOGUE, items: "Heat" }, 'catalogue.items must be an array, not "Heat".'],
  [
    "too few items",
    { ...CATALOGUE, items: CATALOGUE.items.slice(1) },
    "catalogue.items must have an entry for each of the 2 in its ratings, not 1.",
  ],
  [
    "an item without genres",
    { ...CATALOGUE, items: [CATALOGUE.items[0], null] },
    "catalogue.items[1].genres must be an array, not undefined.",
  ],
  [
    "what is known of too few users",
    { ...CATALOGUE, userFeatures: [[]] },
    "catalogue.userFeatures must have an entry for each of the 2 in its ratings, not 1.",
  ],
])("is refused as a catalogue: %s", (_, catalogue, message) => {
  const checks = [
    checkCatalogue,
    toInteractions,
    toItemFeatures,
    toGenreFeatures,
    toItemTags,
    toUserFeatures,
    toMapping,
  ];
  for (const check of checks) {
    expect(() => check(catalogue as Catalogue)).toThrow(ArgumentError);
    expect(() => check(catalogue as Catalogue)).toThrow(message);
  }
});

it("takes a catalogue without what may be missing", () => {
  expect(() => checkCatalogue(BARE)).not.toThrow();
  expect(() => checkCatalogue({ ...BARE, likedFrom: -1 })).not.toThrow();
});
