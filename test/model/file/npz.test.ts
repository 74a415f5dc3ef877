import { zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { ModelFileError } from "../../../src/errors.ts";
import { crc32 } from "../../../src/files/archives/crc32.ts";
import { SeededRandom } from "../../../src/matrix/random.ts";
import { NpyArray, type NpyData, writeNpy } from "../../../src/model/file/npy.ts";
import { Npz, packNpz, writeNpz } from "../../../src/model/file/npz.ts";

const encode = (text: string) => new TextEncoder().encode(text);

/** A .npy by hand, with any header. */
function npy(dtype: string, shape: string, content: Uint8Array, isFortran = "False"): NpyArray {
  const header = `{'descr': '${dtype}', 'fortran_order': ${isFortran}, 'shape': ${shape}, }\n`;
  const start = Uint8Array.of(0x93, ...encode("NUMPY"), 1, 0, header.length, 0, ...encode(header));
  return new NpyArray("a", Uint8Array.of(...start, ...content));
}

const again = (data: NpyData, shape?: number[]) => new NpyArray("a", writeNpy(data, shape));

describe("an array", () => {
  it("is what NumPy writes, byte by byte", () => {
    const header = "{'descr': '<f4', 'fortran_order': False, 'shape': (2, 1), }".padEnd(117);
    const expected = [
      0x93,
      ...encode("NUMPY"),
      1,
      0,
      118,
      0,
      ...encode(`${header}\n`),
      0,
      0,
      128,
      63,
      0,
      0,
      0,
      192,
    ];
    expect([...writeNpy(Float32Array.of(1, -2), [2, 1])]).toEqual(expected);
  });

  it("comes back as it was", () => {
    const floats = Float32Array.of(1.5, -0, 1e-45, 3e38);
    expect(again(floats, [2, 2]).float32()).toEqual(floats);
    expect(again(floats, [2, 2]).shape).toEqual([2, 2]);
    expect(again(Float64Array.of(0.1), []).single().float64()).toEqual(Float64Array.of(0.1));
    expect([...again(BigInt64Array.of(-(2n ** 53n) + 1n)).ids()]).toEqual([Number.MIN_SAFE_INTEGER]);
    expect([...again(Uint32Array.of(2 ** 32 - 1)).wholeNumbers(0, 2 ** 32)]).toEqual([2 ** 32 - 1]);
    const texts = ["", "Amélie", "a\0b", "映画 🎬", "\ud800"];
    expect(again(texts).texts()).toEqual(texts);
    expect(again([]).texts()).toEqual([]);
  });

  it("may be big-endian, and lie by columns", () => {
    expect([...npy(">i4", "(2,)", Uint8Array.of(0, 0, 1, 0, 255, 255, 255, 254)).float64()]).toEqual([
      256, -2,
    ]);
    const columns = new Uint8Array(Float64Array.of(1, 4, 2, 5, 3, 6).buffer);
    expect([...npy("<f8", "(2, 3)", columns, "True").float32()]).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it("is refused where it is of another kind or size", () => {
    expect(() => npy("|O", "()", new Uint8Array(8))).toThrow(/a holds Python objects \(a pickle\)/);
    expect(() => npy("<c8", "(1,)", new Uint8Array(8))).toThrow(/dtype <c8/);
    expect(() => npy("<U0", "(1000000000,)", new Uint8Array())).toThrow(/dtype <U0/);
    expect(() => npy("<f4", "(3,)", new Uint8Array(8))).toThrow(/8 bytes, not those of shape \(3\)/);
    expect(() => npy("<f4", "(1, 1, 1)", new Uint8Array(4))).toThrow(/3 dimensions/);
    expect(() => npy("<f4", `(0, 1${"0".repeat(400)})`, new Uint8Array())).toThrow(ModelFileError);
    expect(() => npy("<f8", "(1,)", new Uint8Array(Float64Array.of(1e39).buffer)).float32()).toThrow(
      /not finite/,
    );
    expect(() => again(BigInt64Array.of(2n ** 53n)).ids()).toThrow(/2\^53/);
    expect(() => again(["x"]).float32()).toThrow(/numbers/);
    expect(() => again(Int32Array.of(1)).texts()).toThrow(/text/);
    expect(() => npy("<U1", "(1,)", Uint8Array.of(0, 0, 17, 0)).texts()).toThrow(/not text/);
    expect(() => new NpyArray("a", encode("nothing like it"))).toThrow(/not a NumPy array/);
    expect(() => writeNpy(["ends\0"])).toThrow(/NUL/);
  });
});

describe("an .npz", () => {
  const bytes = zipSync({ "a.npy": writeNpy(new Float32Array(100)) });
  const read = (file: Uint8Array) => new Npz(file).read("a").float32();
  /** With one 16-bit field of the list of contents changed, and the same field in front of the array. */
  const changed = (offset: number, value: number) => {
    const file = bytes.slice();
    const view = new DataView(file.buffer);
    view.setUint16(view.getUint32(file.length - 6, true) + offset, value, true);
    view.setUint16(offset - 2, value, true);
    return file;
  };

  it("is the same, written whole or in pieces", () => {
    const random = new SeededRandom(1);
    const learnt = Float32Array.from({ length: 300_000 }, () => random.float());
    const arrays = new Map([
      ["a", writeNpy(learnt)],
      ["zeros", writeNpy(new Float32Array(300_000))],
      ["empty", writeNpy(new Float32Array())],
    ]);
    const written = writeNpz(arrays);
    const packed: Uint8Array[] = [];
    function* oneByOne() {
      for (const [at, array] of [...arrays].entries()) {
        expect(packed.length).toBe(at);
        yield array;
      }
    }
    const pieces = Array.from(
      packNpz(oneByOne(), (array) => packed.push(array)),
      (piece) => piece.slice(),
    );
    expect(Buffer.compare(Buffer.concat(pieces), written)).toBe(0);
    expect(packed.every((array, i) => array === [...arrays.values()][i])).toBe(true);
    expect(read(written).every((number, i) => number === learnt[i])).toBe(true);
    expect(new Npz(written).read("empty").shape).toEqual([0]);
    // Zeros take next to nothing, and learnt numbers are not packed.
    expect(written.length - learnt.byteLength).toBeLessThan(20_000);
  });

  it("has the check sums of zip", () => {
    expect(crc32(encode("123456789"))).toBe(0xcbf43926);
  });

  it("is read where its arrays are stored, and where they are deflated", () => {
    const array = writeNpy(Float32Array.of(1, 2));
    for (const level of [0, 9] as const) {
      expect([...read(zipSync({ "a.npy": array, other: encode("no array") }, { level }))]).toEqual([1, 2]);
    }
  });

  it("is refused by its fault", () => {
    expect(() => read(encode("no zip at all, but long enough for one"))).toThrow(/not a zip/);
    expect(() => read(new Uint8Array())).toThrow(/not a zip/);
    expect(() => read(bytes.subarray(0, -1))).toThrow(/cut short/);
    expect(() => new Npz(bytes).read("b")).toThrow(/b is missing/);
    expect(() => read(changed(8, 1))).toThrow(/encrypted/);
    expect(() => read(changed(10, 12))).toThrow(/does not use \(12\)/);
    expect(() => read(changed(16, 0))).toThrow(/check sum/);
    expect(() => read(changed(24, 529))).toThrow(/check sum/);
    expect(() => read(changed(26, 0x7fff))).toThrow(/larger than it can be/);
    const damaged = bytes.slice();
    damaged.fill(0xff, 35, 60);
    expect(() => read(damaged)).toThrow(/a is damaged/);
  });

  it("is refused before it unpacks more than its budget", () => {
    const name = encode("a.npy");
    const deflated = new Uint8Array(2 ** 22);
    const end = 30 + name.length + deflated.length;
    const file = new Uint8Array(end + 46 + name.length + 22);
    const view = new DataView(file.buffer);
    view.setUint32(0, 0x04034b50, true);
    view.setUint16(26, name.length, true);
    view.setUint16(8, 8, true);
    view.setUint32(18, deflated.length, true);
    view.setUint32(22, 2 ** 31 + 1, true);
    file.set(name, 30);
    view.setUint32(end, 0x02014b50, true);
    view.setUint16(end + 10, 8, true);
    view.setUint32(end + 20, deflated.length, true);
    view.setUint32(end + 24, 2 ** 31 + 1, true);
    view.setUint16(end + 28, name.length, true);
    file.set(name, end + 46);
    view.setUint32(file.length - 22, 0x06054b50, true);
    view.setUint16(file.length - 14, 1, true);
    view.setUint16(file.length - 12, 1, true);
    view.setUint32(file.length - 10, 46 + name.length, true);
    view.setUint32(file.length - 6, end, true);
    expect(() => read(file)).toThrow(/too large/);
  });
});
