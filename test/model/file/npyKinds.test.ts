import { describe, expect, it } from "vitest";
import { NpyArray, widthOfTexts, writeNpy } from "../../../src/model/file/npy.ts";
import { Npz, writeNpz } from "../../../src/model/file/npz.ts";
import { readMapping } from "../../../src/model/file/savedMapping.ts";

const encode = (text: string) => new TextEncoder().encode(text);

/** A .npy by hand, of either version of the format. */
function npyBytes(dtype: string, shape: string, content: Uint8Array, isFortran = false, version = 1) {
  const order = isFortran ? "True" : "False";
  const header = encode(`{'descr': '${dtype}', 'fortran_order': ${order}, 'shape': ${shape}, }\n`);
  const length = [header.length % 256, header.length >> 8, ...(version === 1 ? [] : [0, 0])];
  return Uint8Array.of(0x93, ...encode("NUMPY"), version, 0, ...length, ...header, ...content);
}

/** Writes numbers as NumPy does in each of its types. */
const WRITERS: Record<
  string,
  [bytes: number, write: (view: DataView, at: number, value: number, little: boolean) => void]
> = {
  f4: [4, (view, at, value, little) => view.setFloat32(at, value, little)],
  f8: [8, (view, at, value, little) => view.setFloat64(at, value, little)],
  i4: [4, (view, at, value, little) => view.setInt32(at, value, little)],
  u4: [4, (view, at, value, little) => view.setUint32(at, value, little)],
  i8: [8, (view, at, value, little) => view.setBigInt64(at, BigInt(value), little)],
  u8: [8, (view, at, value, little) => view.setBigUint64(at, BigInt(value), little)],
};

describe.each(Object.entries(WRITERS))("numbers of type %s", (type, [width, write]) => {
  it("are the same in either order of bytes, by rows or by columns, wherever they begin", () => {
    const numbers = [1, 258, 3, 70_000, 5, 6];
    const byColumns = [0, 3, 1, 4, 2, 5].map((i) => numbers[i]);
    for (const sign of ["<", ">"]) {
      for (const [shape, isFortran] of [
        ["(6,)", false],
        ["(6,)", true],
        ["(2, 3)", false],
        ["(2, 3)", true],
      ] as const) {
        const inFile = isFortran && shape === "(2, 3)" ? byColumns : numbers;
        const content = new DataView(new ArrayBuffer(width * 6));
        for (const [i, value] of inFile.entries()) write(content, i * width, value, sign === "<");
        for (const version of [1, 2]) {
          const bytes = npyBytes(sign + type, shape, new Uint8Array(content.buffer), isFortran, version);
          const array = new NpyArray("a", Uint8Array.of(7, ...bytes).subarray(1));
          expect([...array.float64()]).toEqual(numbers);
          expect([...array.float32()]).toEqual(numbers);
          expect(array.isText).toBe(false);
        }
      }
    }
  });
});

it("texts are read in either order of bytes, to their last letter, which may be the last of all", () => {
  for (const little of [true, false]) {
    const letters = new DataView(new ArrayBuffer(24));
    for (const [i, letter] of [0x41, 0, 0x42, 0x43, 0, 0x10ffff].entries())
      letters.setUint32(i * 4, letter, little);
    const array = new NpyArray(
      "a",
      npyBytes(`${little ? "<" : ">"}U2`, "(3,)", new Uint8Array(letters.buffer)),
    );
    expect(array.texts()).toEqual(["A", "BC", "\0\u{10ffff}"]);
    expect(array.isText).toBe(true);
  }
});

it.each<[what: string, bytes: Uint8Array, read: (array: NpyArray) => unknown, problem: string]>([
  ["cut short", npyBytes("<f4", "(1,)", new Uint8Array(4)).subarray(0, 11), () => {}, "is not a NumPy array"],
  [
    "one wrong letter",
    npyBytes("<f4", "(1,)", new Uint8Array(4)).with(3, 0x6d),
    () => {},
    "is not a NumPy array",
  ],
  [
    "a header beyond the end",
    npyBytes("<f4", "(1,)", new Uint8Array(4)).with(9, 1),
    () => {},
    "has a header that is too long",
  ],
  [
    "a header of 64 kB",
    npyBytes("<f4", `(1${" ".repeat(65_600)},)`, new Uint8Array(4), false, 2).with(10, 1),
    () => {},
    "has a header that is too long",
  ],
  [
    "another header",
    npyBytes("<f4'x", "(1,)", new Uint8Array(4)),
    () => {},
    "has a header that cannot be read",
  ],
  [
    "a type within another",
    npyBytes("x<f4", "(1,)", new Uint8Array(4)),
    () => {},
    "is of dtype x<f4, which Matinee does not read",
  ],
  [
    "text within another",
    npyBytes("x<U1", "(1,)", new Uint8Array(4)),
    () => {},
    "is of dtype x<U1, which Matinee does not read",
  ],
  [
    "text with more behind it",
    npyBytes("<U1x", "(1,)", new Uint8Array(4)),
    () => {},
    "is of dtype <U1x, which Matinee does not read",
  ],
  [
    "too few bytes",
    npyBytes("<f4", "(2, 3)", new Uint8Array(20)),
    () => {},
    "holds 20 bytes, not those of shape (2, 3)",
  ],
  [
    "another shape",
    writeNpy(new Float32Array(6), [2, 3]),
    (array) => array.shaped(2, 2),
    "is of shape (2, 3), not (2, 2)",
  ],
  [
    "more dimensions",
    writeNpy(new Float32Array(6), [2, 3]),
    (array) => array.shaped(6),
    "is of shape (2, 3), not (6)",
  ],
  [
    "fewer dimensions",
    writeNpy(new Float32Array(2)),
    (array) => array.shaped(2, 1),
    "is of shape (2), not (2, 1)",
  ],
  ["several values", writeNpy(new Float32Array(2)), (array) => array.single(), "must hold one value, not 2"],
  ["no value", writeNpy(new Float32Array(0)), (array) => array.single(), "must hold one value, not 0"],
  [
    "a large id",
    writeNpy(BigInt64Array.of(1n, 2n ** 53n)),
    (array) => array.ids(),
    "holds whole numbers beyond 2^53: save them as text",
  ],
  [
    "a fraction",
    writeNpy(Float64Array.of(0.5)),
    (array) => array.wholeNumbers(0, 9),
    "must hold whole numbers from 0 to 9, not 0.5",
  ],
  [
    "less",
    writeNpy(Int32Array.of(0, -1)),
    (array) => array.wholeNumbers(0, 9),
    "must hold whole numbers from 0 to 9, not -1",
  ],
  [
    "more",
    writeNpy(Int32Array.of(9, 10)),
    (array) => array.wholeNumbers(0, 9),
    "must hold whole numbers from 0 to 9, not 10",
  ],
  [
    "a value that is none",
    writeNpy(Float32Array.of(1, 2, Number.NaN)),
    (array) => array.float32(),
    "holds a value that is not finite, NaN, at 2",
  ],
  [
    "numbers for text",
    writeNpy(Int32Array.of(1)),
    (array) => array.texts(),
    "must be of text of at most 65536 letters, not of dtype <i4",
  ],
  [
    "letters beyond Unicode",
    npyBytes("<U1", "(1,)", Uint8Array.of(0, 0, 17, 0)),
    (array) => array.texts(),
    "holds something that is not text",
  ],
])("is refused: %s", (_, bytes, read, problem) => {
  expect(() => read(new NpyArray("users", bytes))).toThrow(`This model cannot be read: users ${problem}.`);
});

it("at the limits, it is read", () => {
  expect([...new NpyArray("a", writeNpy(Int32Array.of(0, 9))).wholeNumbers(0, 9)]).toEqual([0, 9]);
  expect(new NpyArray("a", writeNpy(new Float32Array(1), [1, 1])).single().shaped(1, 1).length).toBe(1);
  expect([...new NpyArray("a", writeNpy(Float64Array.of(2 ** 60))).ids()]).toEqual([2 ** 60]);
  expect(widthOfTexts(["x".repeat(2 ** 16)])).toBe(2 ** 16);
  expect(() => widthOfTexts(["x".repeat(2 ** 16 + 1)])).toThrow(/^1 names, the longest of 65537 letters,/);
  const most = ["x".repeat(2 ** 16), ...new Array(2 ** 13 - 1).fill("")];
  expect(widthOfTexts(most)).toBe(2 ** 16);
  expect(() => widthOfTexts([...most, ""])).toThrow(/^8193 names, the longest of 65536 letters,/);
});

describe("ids of a file", () => {
  const mappingOf = (arrays: Record<string, Uint8Array>) =>
    readMapping(new Npz(writeNpz(new Map(Object.entries(arrays)))));

  it("are none without any of their arrays, and are read if there is one", () => {
    expect(mappingOf({ loss: writeNpy(["warp"], []) })).toBeUndefined();
    const names = writeNpy(["a", "b"]);
    for (const name of ["users", "items", "user_features", "item_features"]) {
      expect(mappingOf({ [name]: names })).toBeDefined();
    }
  });

  it("have the first columns where these are called as they are, as LightFM's have", () => {
    const users = writeNpy(["a", "b"]);
    const first = mappingOf({ users, user_features: writeNpy(["a", "b", "old"]) });
    expect([first?.userIdentities, first?.userFeatures]).toEqual([
      new Map([
        ["a", 0],
        ["b", 1],
      ]),
      new Map([["old", 2]]),
    ]);
    const others = mappingOf({ users, user_features: writeNpy(["a", "old", "b"]) });
    expect([others?.userIdentities.size, others?.userFeatures.size]).toEqual([0, 3]);
  });

  it("are refused where their columns are too few or one is there twice", () => {
    const arrays = { users: writeNpy(["a", "b"]), user_features: writeNpy(["a", "b", "old"]) };
    const withColumns = (...columns: number[]) =>
      mappingOf({ ...arrays, user_identity_columns: writeNpy(Int32Array.from(columns)) });
    expect(() => withColumns(1)).toThrow("user_identity_columns has 1 columns for 2 ids.");
    expect(() => withColumns(1, 1)).toThrow("user_identity_columns holds a column twice.");
    expect(withColumns(2, 0)?.userIdentities).toEqual(
      new Map([
        ["a", 2],
        ["b", 0],
      ]),
    );
    expect(() => mappingOf({ ...arrays, user_features: writeNpy(["x", "x"]) })).toThrow(
      "user_features holds a name twice.",
    );
    const numbered = { ...arrays, user_number_rows: writeNpy(Int32Array.of(2)) };
    expect(() => mappingOf(numbered)).toThrow("user_number_rows must hold whole numbers from 0 to 1, not 2.");
  });
});
