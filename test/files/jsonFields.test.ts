import { expect, it } from "vitest";
import { cellOf, fieldsOf } from "../../src/files/json/jsonFields.ts";

const told = (text: string) =>
  fieldsOf(JSON.parse(text))
    .map((row) => [...row].map(([name, value]) => `${name}=${value}`).join(" "))
    .join(" / ");
const nested = (depth: number, inner: string) => `${'{"a":'.repeat(depth)}${inner}${"}".repeat(depth)}`;

it.each<[string, string, string]>([
  ["a list of no ratings", '{"name":"Ann","ratings":[]}', "name=Ann ratings="],
  ["a list of objects and a word", '{"name":"Ann","items":[{"a":1},"x"]}', "name=Ann items=1|x"],
  [
    "two lists, of the second some entries rated",
    '{"plays":[{"at":1}],"items":[{"rating":4},{"at":2}]}',
    "rating=4 / at=2",
  ],
  ["what is called the same within and around", '{"title":"Ann","items":[{"title":"Heat"}]}', "title=Heat"],
  ["ratings by film of somebody", '{"user":"ann","ratings":{"Heat":5}}', "item=Heat rating=5 user=ann"],
  ["ratings of nothing", '{"user":"ann","scores":{}}', "user=ann"],
  [
    "ratings and words",
    '{"user":"ann","scores":{"Heat":5,"Jaws":"x"}}',
    "user=ann scores.Heat=5 scores.Jaws=x",
  ],
  [
    "ratings of a film by movieId",
    '{"name":"x","movieId":1,"scores":{"imdb":5}}',
    "name=x movieId=1 scores.imdb=5",
  ],
  [
    "ratings of an item_name",
    '{"name":"x","item_name":"y","scores":{"imdb":5}}',
    "name=x item_name=y scores.imdb=5",
  ],
  ["ratings of a film", '{"name":"x","film":"y","scores":{"imdb":5}}', "name=x film=y scores.imdb=5"],
  [
    "ratings beside a bookshelf and a subtitle",
    '{"name":"x","bookshelf":"y","subtitle":"z","ratings":{"Heat":5}}',
    "item=Heat rating=5 name=x bookshelf=y subtitle=z",
  ],
  [
    "ratings deeper within",
    '{"user":"ann","x":{"name":"y","scores":{"Heat":5}}}',
    "user=ann x.name=y x.scores.Heat=5",
  ],
  ["a value of MongoDB and another", '{"at":{"$date":"7","zone":"x"}}', "at.$date=7 at.zone=x"],
  ["objects seven deep", nested(7, "1"), "a.a.a.a.a.a.a=1"],
  ["objects eight deep", nested(8, "1"), "a.a.a.a.a.a.a=1"],
])("%s", (_, text, expected) => {
  expect(told(text)).toBe(expected);
});

it.each([
  ["[1,null,[2,[3]],{}]", "1|2|3"],
  ['{"x":1,"title":"Heat","name":"Ran"}', "Ran"],
  [`${"[".repeat(7)}1${"]".repeat(7)}`, ""],
  [`${"[".repeat(6)}1${"]".repeat(6)}`, "1"],
  [nested(7, "1"), ""],
  [nested(6, "1"), "1"],
])("%s in one cell is %j", (text, cell) => {
  expect(cellOf(JSON.parse(text))).toBe(cell);
});
