import { beforeAll, describe, expect, it } from "vitest";
import type { Catalogue } from "../../src/dataset/Catalogue.ts";
import { ratingCounts } from "../../src/dataset/RatingsTable.ts";
import { TitleSearch } from "../../src/dataset/TitleSearch.ts";
import { readEmbedded } from "../support/movielens.ts";

let catalogue: Catalogue;
let search: TitleSearch;

beforeAll(async () => {
  catalogue = await readEmbedded();
  search = new TitleSearch(catalogue.items, ratingCounts(catalogue.ratings));
});

it.each([
  ["matrix", "The Matrix"],
  ["leon", "Léon: The Professional"],
  ["LÉON", "Léon: The Professional"],
  ["amelie", "Amelie"],
  ["fabuleux", "Amelie"],
  ["godf", "The Godfather"],
  ["godfahter", "The Godfather"],
  ["se7en", "Seven"],
  ["seven", "Seven"],
  ["atrix", "The Matrix"],
  ["spiderman", "Spider-Man"],
  ["wall-e", "WALL·E"],
  ["up", "Up"],
  ["star", "Star Wars: Episode IV - A New Hope"],
  ["star trek", "Star Trek"],
  ["matrix 1999", "The Matrix"],
  ["empire star wars", "Star Wars: Episode V - The Empire Strikes Back"],
])("finds %s", (text, title) => {
  expect(search.search(text, 8).map((row) => catalogue.items[row].title)[0]).toBe(title);
});

it("says whether it found what was asked for or only something like it", () => {
  expect(search.find("toy story", 8).isExact).toBe(true);
  expect(search.find("fabuleux", 8).isExact).toBe(true);
  expect(search.find("moana", 8)).toMatchObject({ isExact: false });
});

it("finds nothing for nothing, and no more than asked for", () => {
  expect(search.search("", 8)).toEqual([]);
  expect(search.search(" !? ", 8)).toEqual([]);
  expect(search.search("qqqqqqqq", 8)).toEqual([]);
  expect(search.search("the", 3)).toHaveLength(3);
});

/** What is found among films with so many ratings each: "Heat (1995)", "Léon / The Professional". */
function found(text: string, films: Record<string, number>, limit = 9): string {
  const items = Object.keys(films).map((film) => {
    const [titles, year] = film.split(/ \(|\)/);
    const [title, ...alternativeTitles] = titles.split(" / ");
    return { id: film, title, alternativeTitles, year: year ? Number(year) : null, genres: [] };
  });
  const { rows, isExact } = new TitleSearch(items, Int32Array.from(Object.values(films))).find(text, limit);
  return `${rows.map((row) => items[row].title).join(", ")}${isExact ? "" : " (a guess)"}`;
}

describe("of several films", () => {
  it.each<[string, Record<string, number>, string]>([
    [
      "heat",
      { "Heat Wave": 9, "White Heat": 8, Heat: 1, "Dead Heat": 7 },
      "Heat, Heat Wave, White Heat, Dead Heat",
    ],
    ["matrix", { "Matrix Revisited": 9, "The Matrix": 1 }, "The Matrix, Matrix Revisited"],
    ["the matrix", { "The Matrix Revisited": 9, "The Matrix": 1 }, "The Matrix, The Matrix Revisited"],
    ["bathe", { "Bathed Away": 9, Bathe: 1 }, "Bathe, Bathed Away"],
    ["bathed", { "Bathed Away": 9, Bathed: 1 }, "Bathed, Bathed Away"],
    ["the", { "In the Heat": 9, "The There": 1 }, "The There, In the Heat"],
    ["leon", { Leonard: 9, "The Professional / Léon": 1 }, "The Professional, Leonard"],
    ["199", { "Heat (1995)": 1, "Up (2009)": 9 }, "Heat"],
    ["spiderman", { Superman: 9, "Amazing Spider-Man": 1 }, "Amazing Spider-Man"],
    ["spiderm", { "Spider-Man": 1 }, "Spider-Man"],
    [
      "atrix",
      { "Matrix Two": 1, Ran: 5, "The Matrix": 9, "Matrix Three": 3 },
      "The Matrix, Matrix Three, Matrix Two",
    ],
    ["onard", { "Other / Leonard": 1 }, "Other"],
    ["heat", { "Miracle on 34th Street": 9, Heat: 1 }, "Heat"],
    ["leon", { "Miracle on 34th Street": 9 }, " (a guess)"],
    ["godfahter profes", { "Godfather Professional": 1, Godfather: 9 }, "Godfather Professional (a guess)"],
    ["fabuluex", { "One / Amelie / Fabuleux": 1 }, "One (a guess)"],
    ["hejt", { "Other / Heat": 5, Heat: 5 }, "Heat, Other (a guess)"],
    ["null", { Heat: 1 }, " (a guess)"],
    ["hejt", { "Heat One": 1, "Heat Two": 9 }, "Heat Two, Heat One (a guess)"],
    ["", { Heat: 1 }, " (a guess)"],
  ])("%j in %j is %s", (text, films, titles) => {
    expect(found(text, films)).toBe(titles);
  });

  it("finds what begins so first, then what has it within, then what is like it, up to a number", () => {
    const films = { Hear: 99, Wheat: 50, Heat: 1, "Heat Wave": 0 };
    expect(found("heat", films)).toBe("Heat, Heat Wave, Wheat, Hear");
    expect(found("heat", films, 3)).toBe("Heat, Heat Wave, Wheat");
    expect(found("heat", films, 1)).toBe("Heat");
  });
});
