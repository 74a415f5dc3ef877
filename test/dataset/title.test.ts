import { expect, it } from "vitest";
import { decodeTitle, parseTitle } from "../../src/dataset/cells/title.ts";

it.each([
  ["Toy Story (1995)", "Toy Story", 1995],
  ["Matrix, The (1999)", "The Matrix", 1999],
  ["Goofy Movie, A (1995)", "A Goofy Movie", 1995],
  ["Enfer, L' (1994)", "L'Enfer", 1994],
  ["Good, the Bad and the Ugly, The (1966)", "The Good, the Bad and the Ugly", 1966],
  ["Seven (a.k.a. Se7en) (1995)", "Seven", 1995, "Se7en"],
  ["Ikiru (Tanaka Story) (1952)", "Ikiru", 1952, "Tanaka Story"],
  [
    "Amelie (Fabuleux destin d'Amélie Poulain, Le) (2001)",
    "Amelie",
    2001,
    "Le Fabuleux destin d'Amélie Poulain",
  ],
  [
    "Léon: The Professional (a.k.a. The Professional) (Léon) (1994)",
    "Léon: The Professional",
    1994,
    "The Professional",
    "Léon",
  ],
  [
    "European Vacation (aka National Lampoon's European Vacation) (1985)",
    "European Vacation",
    1985,
    "National Lampoon's European Vacation",
  ],
  [
    "Enigma of Kaspar Hauser, The (a.k.a. Mystery of Kaspar Hauser, The) (1974)",
    "The Enigma of Kaspar Hauser",
    1974,
    "The Mystery of Kaspar Hauser",
  ],
  ["To Have, or Not (En avoir (ou pas)) (1995)", "To Have, or Not", 1995, "En avoir (ou pas)"],
  ["Human Centipede II (Full Sequence), The (2011)", "The Human Centipede II (Full Sequence)", 2011],
  [
    "Birdman: Or (The Unexpected Virtue of Ignorance) (2014)",
    "Birdman: Or (The Unexpected Virtue of Ignorance)",
    2014,
  ],
  ["(500) Days of Summer (2009)", "(500) Days of Summer", 2009],
  ["Frontière(s) (2007)", "Frontière(s)", 2007],
  ["Big Bang Theory, The (2007-)", "The Big Bang Theory", 2007],
  ["Fawlty Towers (1975-1979)", "Fawlty Towers", 1975],
  ["Paris, Texas (1984)", "Paris, Texas", 1984],
  ["Heat [1995]", "Heat", 1995],
  ["Heat(1995)", "Heat", 1995],
  ["Lost (2004 – 2010 )", "Lost", 2004],
  ["Heat (1995) x", "Heat (1995) x", null],
  ["Heat) (1995)", "Heat)", 1995],
  ["Heat ( ) (1995)", "Heat ( )", 1995],
  ["Heat (and more) (1995)", "Heat (and more)", 1995],
  ["Heat (Orson) (1995)", "Heat", 1995, "Orson"],
  ["Heat(s) (1995)", "Heat(s)", 1995],
  ["Heat (AKA Fire) (1995)", "Heat", 1995, "Fire"],
  ["Heat (Akakia) (1995)", "Heat", 1995, "Akakia"],
  ["Heat, The", "The Heat", null],
  ["Avventura, L’ (1960)", "L'Avventura", 1960],
  [", The", ", The", null],
  ["1984", "1984", null],
  ["Hyena Road", "Hyena Road", null],
  ["(1995)", "(1995)", null],
  ["", "", null],
] as const)("%s", (text, title, year, ...alternativeTitles) => {
  expect(parseTitle(text)).toEqual({ title, year, alternativeTitles });
});

it.each([
  ["Smoke &amp; Mirrors", "Smoke & Mirrors"],
  ["&LT;3 &gt; &quot;&apos;&nbsp;", "<3 > \"' "],
  ["&#233;&#xE9;", "éé"],
  ["&#0; &foo; & &#1234567;", "&#0; &foo; & &#1234567;"],
  ['=HYPERLINK("https://example.org/1","Heat")', "Heat"],
  [' =hyperlink("https://example.org/1"; "Heat") ', "Heat"],
  ["[[Films/Heat.md|Heat]]", "Heat"],
  [" [[Heat]] ", "Heat"],
  ["[[a|b|c]]", "c"],
  ["x [[Heat]]", "x [[Heat]]"],
  ["[[Heat]] x", "[[Heat]] x"],
  ['<a href="/1">Heat</a> ', "Heat"],
  ["<3 Heat", "<3 Heat"],
  ["AmÃ©lie", "Amélie"],
])("%j is shown as %j", (written, shown) => {
  expect(decodeTitle(written)).toBe(shown);
});
