import { expect, it } from "vitest";
import {
  checkMapped,
  idsOf,
  joined,
  leftOutBy,
  rankedIds,
  refuseIds,
  type Selection,
  selectionByRow,
} from "../../src/model/selection.ts";

const rows = new Map([
  ["b", 1],
  ["a", 0],
]);

it.each<[Selection, number[]]>([
  [{}, []],
  [{ exclude: [3, 1] }, [3, 1]],
  [{ among: [0, 1, 2] }, [3]],
  [{ exclude: [1], among: [0, 1, 2] }, [1, 3]],
  [{ where: (row) => row % 2 === 0 }, [1, 3]],
  [{ exclude: [0], where: Uint8Array.of(1, 0, 7, 0) }, [0, 1, 3]],
  [{ among: [2, 3], where: Uint8Array.of(1, 1, 0, 1) }, [0, 1, 2]],
])("of four rows, %o leaves these out", (selection, leftOut) => {
  expect([...leftOutBy(selection, 4)]).toEqual(leftOut);
});

it("a rule is asked only for rows that nothing else leaves out", () => {
  const asked: number[] = [];
  leftOutBy({ exclude: [1], among: [1, 2], where: (row) => asked.push(row) > 0 }, 4);
  expect(asked).toEqual([2]);
});

it.each<[unknown, string]>([
  [Uint8Array.of(1), "where must hold a number for each of 4 rows, not 1."],
  [new Uint8Array(5), "where must hold a number for each of 4 rows, not 5."],
  ["all", 'where must be a function or a Uint8Array, not "all".'],
  [async () => true, "where must give true or false, not a value of type Promise."],
])("a rule of another kind is refused: %o", (where, message) => {
  expect(() => leftOutBy({ where } as Selection, 4)).toThrow(message);
});

it("ids are turned into rows and back", () => {
  const where = (id: string) => id === "a";
  const selection = selectionByRow({ exclude: ["b"], among: ["b", "a"], where }, rows);
  expect(selection).toMatchObject({ exclude: [1], among: [1, 0] });
  const rule = selection.where as (row: number) => boolean;
  expect([rule(0), rule(1)]).toEqual([true, false]);
  expect(selectionByRow({}, rows)).toEqual({});
  const mask = Uint8Array.of(1, 0);
  expect(selectionByRow({ where: mask }, rows)).toEqual({ where: mask });
  const scores = Float32Array.of(2, 1);
  expect(rankedIds({ items: Int32Array.of(1, 0), scores }, rows)).toEqual({ items: ["b", "a"], scores });
  expect(() => selectionByRow({ among: ["c"] }, rows)).toThrow('among: "c" is not in the mapping.');
  expect(() => selectionByRow({ exclude: "ab" }, rows)).toThrow('exclude must be a list, not "ab".');
});

it("ids are read again when there are more", () => {
  const growing = new Map([["a", 0]]);
  expect(idsOf(growing)).toEqual(["a"]);
  expect(idsOf(growing)).toBe(idsOf(growing));
  growing.set("b", 1);
  expect(idsOf(growing)).toEqual(["a", "b"]);
});

it("ids without a mapping, and a mapping of less than the model, are refused", () => {
  refuseIds("user", [1, 2]);
  expect(() => refuseIds("items", [1, "Heat"])).toThrow(
    'items: "Heat" is not a row. To use ids, give the option mapping as well.',
  );
  checkMapped("users", { users: rows }, 2);
  expect(() => checkMapped("items", { items: rows }, 3)).toThrow(
    "mapping.items is of 2 items, but the model was trained with 3.",
  );
  expect(() => checkMapped("items", { items: {} as never }, 3)).toThrow("mapping.items must be of type Map");
  expect(() => checkMapped("items", { item: rows } as never, 3)).toThrow('Did you mean "items"?');
  expect([...joined(Int32Array.of(1, 2), Int32Array.of(3))]).toEqual([1, 2, 3]);
});
