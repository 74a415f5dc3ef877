import { expect, it } from "vitest";
import { titleParts } from "../../src/importers/titleKeys.ts";

it.each<[title: string, parts: [key: string, telling: boolean][]]>([
  ["Heat", []],
  [
    "Star Wars: Episode V - The Empire Strikes Back",
    [
      ["starwars", true],
      ["empirestrikesback", true],
    ],
  ],
  [
    "Alien: Covenant",
    [
      ["alien", true],
      ["covenant", false],
    ],
  ],
  ["Lee Daniels' The Butler", [["butler", true]]],
  ["Stephen King’s It", [["it", false]]],
  // Shorter than four letters, a part says nothing.
  ["It: A Story of Two", [["storyof2", true]]],
  ["Life (La vie)", [["life", true]]],
])("the parts of %s that may stand for it", (title, parts) => {
  expect(titleParts(title)).toEqual(parts.map(([key, telling]) => ({ key, telling })));
});
