import { expect, it } from "vitest";
import { looseJson } from "../../src/files/json/looseJson.ts";

it.each<[string, unknown]>([
  ["{'a': 1, 'b': [True, False, None]}", { a: 1, b: [true, false, null] }],
  ["(1, 2.5, -3e2)", [1, 2.5, -300]],
  ["[1, 2,]", [1, 2]],
  ["{'a': 1,}", { a: 1 }],
  ["[1 2]", undefined],
  ["{'a' 1}", undefined],
  ["{'a': 1 'b': 2}", undefined],
  ["[u'x', b\"y\", U'z', B'w']", ["x", "y", "z", "w"]],
  ["'it\\'s \\n \\t \\r \\b \\f \\0 \\u00e9 \\xe9 \\q'", "it's \n \t \r \b \f  é é q"],
  ["'open", undefined],
  ["[", undefined],
  ["[1", undefined],
  ["{", undefined],
  ["[1] x", undefined],
  [" [ 1 ] ", [1]],
  ["[nan, NaN, Infinity, true, false, null]", [null, null, null, true, false, null]],
  ["[foo]", undefined],
  ["[]", []],
  ["()", []],
  ["{}", {}],
  ["[1_000]", undefined],
  ["[0x10]", [16]],
  ["[1.5.2]", undefined],
  ["{1: 2}", { "1": 2 }],
  ["{(1, 2): 3}", { "1,2": 3 }],
  ["{'a': {'b': (1,)}}", { a: { b: [1] } }],
  ["['a' , 'b']", ["a", "b"]],
  ["{'a' : 'b'}", { a: "b" }],
  ["['\\u12']", ["u12"]],
  ["['x'", undefined],
])("%s", (text, expected) => {
  expect(looseJson(text)).toEqual(expected);
});

it("reads a hundred lists within each other, and no more", () => {
  const nested = (depth: number) => `${"[".repeat(depth)}None${"]".repeat(depth)}`;
  expect(looseJson(nested(100))).toBeDefined();
  expect(looseJson(nested(101))).toBeUndefined();
  expect(looseJson(`[${"[None],".repeat(101)}]`)).toHaveLength(101);
});
