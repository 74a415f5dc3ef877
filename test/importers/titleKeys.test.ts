import { expect, it } from "vitest";
import { looseKey, strictKey, titleParts } from "../../src/importers/titleKeys.ts";

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
  [
    "Slow – Fast — Done",
    [
      ["slow", true],
      ["fast", false],
      ["done", false],
    ],
  ],
  ["Alien:Covenant", []],
  ["Mad-Max", []],
  ["A's Butler", []],
  ["The Boys' Games", [["games", false]]],
  ["Somebody With A Very Long Name's Butler", []],
])("the parts of %s that may stand for it", (title, parts) => {
  expect(titleParts(title)).toEqual(parts.map(([key, telling]) => ({ key, telling })));
});

it.each([
  ["The Godfather: Part II", "godfather2"],
  ["Godfather 2", "godfather2"],
  ["Kill Bill: Vol. I", "killbill1"],
  ["I, Robot", "robot"],
  ["V for Vendetta", "vforvendetta"],
  ["Rocky IV", "rocky4"],
  ["Saw XIII", "saw13"],
  ["Ocean's Thirteen", "oceans13"],
  ["One Hundred and One", "1hundred1"],
  ["Twenty Ninety", "2090"],
  ["S.W.A.T.", "swat"],
  ["The A.B.C. Murders and T. Rex", "abcmurderstrex"],
  ["Mr. T.", "mrt"],
  ["L'Avventura", "avventura"],
  ["Enter the Void", "enterthevoid"],
  ["Doctor No versus Mister Saint", "drnovsmrst"],
  ["Vicky och Anna e Maria y Ben og Al et und", "vickyannamariabenal"],
  ["The", "the"],
  ["Part and Chapter", "partandchapter"],
  ["Ep. Episode Volume Pt Heat", "heat"],
  ["Alien³", "alien3"],
])("the words that tell %s apart", (title, key) => {
  expect(looseKey(title)).toBe(key);
});

it.each([
  ["WALL·E", "walle"],
  ["Cat & Dog", "catanddog"],
  ["Amélie, the 2nd", "ameliethe2nd"],
])("all letters and digits of %s", (title, key) => {
  expect(strictKey(title)).toBe(key);
});
