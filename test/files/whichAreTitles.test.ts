import { expect, it } from "vitest";
import { whichAreTitles } from "../../src/files/whichAreTitles.ts";

it.each<[string[], string[], string | null]>([
  [["The Last Emperor", "Heat"], ["Ann", "Bob"], "first"],
  [["Ann", "Bob"], ["The Last Emperor", "Heat"], "second"],
  [["Ann Smith", "Bob Jones"], ["Heat (1995)", "Alien"], "second"],
  [["ann", "bob"], ["The Ring", "Heat"], "second"],
  [["The Ring", "Heat"], ["ann", "bob"], "first"],
  [["u1", "u2"], ["i1", "i2"], null],
  [["1", "2"], ["Blue Lantern", "Red Moon"], null],
  [["u1", "u2"], ["Blue Lantern", "Red Moon"], "second"],
  [["u1", "u2"], ["Blue Lantern", "Moon", "Sun", "Sea", "Sky"], "second"],
  [["u1", "u2"], ["Blue Lantern", "Red Moon", "Big Sun", "Far Sea", "Wide Sky"], null],
  [["Ann", "Bob"], ["Blue", "Red"], "either"],
  [
    ["Ann Smith", "Bob Jones", "Cid Lee", "Dan Poe", "Eve Ray"],
    ["Blue", "Red Moon", "Sun", "Sea", "Sky"],
    "second",
  ],
  [
    ["Blue", "Red Moon", "Sun", "Sea", "Sky"],
    ["Ann Smith", "Bob Jones", "Cid Lee", "Dan Poe", "Eve Ray"],
    "first",
  ],
  [["Ann", "Bob"], ["X 7", "Y 8"], null],
  [["Vincent van Gogh", "Mary-Jane O'Neil"], ["Die Welle", "Heat"], "second"],
  [["Ann", "bob"], ["Heat", "Jaws"], null],
  [["Child 1", "Child 2"], ["Heat", "The End of It"], "second"],
  [[], [], null],
  [["Ann", "Bob", "Cid", "Dan", "eve"], ["Heat", "Jaws"], null],
  [["11", "u2"], ["Blue  Lantern", "Moon"], "second"],
  [["u1", "u2"], ["X Lantern", "Moon"], "second"],
  [["u1", "u2"], ["Moon", "Sun"], null],
  [["u1", "u2"], ["The Ring of It", "Sun", "Moon", "Sea", "Sky"], "second"],
  [["Ann", "Bob", "Cid", "Dan", "Die Welle"], ["Blue", "Red", "Sun", "Das Boot", "Der Pass"], null],
  [["Ann", "Bob", "Cid", "Dan", "Eve"], ["Blue", "Red", "Sun", "Sea", "Der Pass"], "second"],
])("of %j and %j", (first, second, expected) => {
  expect(whichAreTitles(first, second)).toBe(expected);
});
