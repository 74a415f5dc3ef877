import { expect, it } from "vitest";
import { kindNamed } from "../../src/importers/kinds.ts";

it.each([
  [
    "film",
    ["", "Movie", "TV Movie", "Short film", "Spielfilm", "Fernsehfilm", "Kurzfilm", "Video", "フィルム"],
  ],
  ["series", ["TV Series", "TV Mini Series", "Serie", "сериал"]],
  ["other", ["Video Game", "Spiel", "TV Episode", "Special Episode", "Movie episode", "Buch", "Person"]],
] as const)("what services call a %s", (kind, names) => {
  expect(names.map((name) => [name, kindNamed(name)])).toEqual(names.map((name) => [name, kind]));
});
