import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { DataFileError, MatineeError } from "../../src/errors.ts";
import { CsvDecoder } from "../../src/files/text/CsvDecoder.ts";

interface Row {
  fields: string[];
  line: number;
  broken: boolean;
}

/** Reads bytes cut at these places. */
function read(bytes: Uint8Array, ...cuts: number[]): Row[] {
  const csv = new CsvDecoder("some.csv");
  const rows: Row[] = [];
  const take = (fields: string[], line: number, broken: boolean) => rows.push({ fields, line, broken });
  const places = [0, ...cuts, bytes.length];
  for (let i = 1; i < places.length; i++) csv.push(bytes.subarray(places[i - 1], places[i]), take);
  csv.end(take);
  return rows;
}

const bytesOf = (text: string) => new TextEncoder().encode(text);
const cell = fc.oneof(
  fc.string(),
  fc.string({ unit: "binary" }),
  fc.constantFrom('"', '""', ",", "\n", "\r\n", "\r", " ", 'a "b" c', "Léon", "\ufeffx", "🎬"),
);
/** Text that has no NUL, which no text file has, and no lone surrogate, which UTF-8 cannot write. */
const text = cell.map((value) => Buffer.from(value.replaceAll("\0", "")).toString());

describe("CsvDecoder", () => {
  it("reads the same wherever the bytes are cut", () => {
    const source = '\ufeffid,title\r\n1,"Léon, ""the\r\n best"""\r\n2,🎬\r\n"3" ,"\r"\r\n,\r\n';
    const bytes = bytesOf(source);
    const whole = read(bytes);
    expect(whole.map(({ fields }) => fields)).toEqual([
      ["id", "title"],
      ["1", 'Léon, "the\n best"'],
      ["2", "🎬"],
      ["3", "\r"],
      ["", ""],
    ]);
    expect(whole.map(({ line }) => line)).toEqual([1, 2, 4, 5, 7]);
    for (let i = 0; i <= bytes.length; i++) {
      for (let j = i; j <= bytes.length; j++) expect(read(bytes, i, j)).toEqual(whole);
    }
    expect(read(bytes, ...bytes.keys())).toEqual(whole);
  });

  it("gives back any table that PapaParse writes, with any line end, cut anywhere", () => {
    const table = fc
      .integer({ min: 2, max: 4 })
      .chain((width) =>
        fc.array(fc.array(text, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }),
      );
    fc.assert(
      fc.property(
        table,
        fc.constantFrom("\r\n", "\n", "\r"),
        fc.nat(),
        fc.boolean(),
        (rows, newline, at, quotes) => {
          const written = Papa.unparse(rows, { newline, quotes });
          // What begins with the mark is taken for one, unless a quote stands before it.
          fc.pre(!written.startsWith("\ufeff"));
          const bytes = bytesOf(at % 2 === 0 ? written + newline : written);
          const back = read(bytes, at % (bytes.length + 1));
          // Of two signs that Windows ends a line with, one is left, within cells too.
          const plain = rows.map((row) => row.map((cell) => cell.replaceAll("\r\n", "\n")));
          expect(back.map(({ fields }) => fields)).toEqual(plain);
          expect(back.every(({ broken }) => !broken)).toBe(true);
        },
      ),
    );
  });

  it("meets any bytes with rows or with an error of its own", () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 60 }),
      fc.string({ unit: fc.constantFrom('"', ",", "\n", "\r", " ", "a", "é") }).map(bytesOf),
    );
    fc.assert(
      fc.property(bytes, fc.nat(), (some, at) => {
        const attempt = (...cuts: number[]) => {
          try {
            return read(some, ...cuts);
          } catch (error) {
            expect(error).toBeInstanceOf(MatineeError);
            return "refused";
          }
        };
        expect(attempt(at % (some.length + 1))).toEqual(attempt());
      }),
      { numRuns: 500 },
    );
  });

  it("counts lines as an editor does where they end in different ways, with quotes about or without", () => {
    const mixed = 'a\n\r\n\nb,"x\r\ny"\nc\n';
    const lines = (rows: Row[]) => rows.map(({ line }) => line);
    expect(lines(read(bytesOf(mixed)))).toEqual([1, 2, 3, 4, 6]);
    expect(lines(read(bytesOf(mixed), 3, 5))).toEqual([1, 2, 3, 4, 6]);
  });

  it("marks the row in which a quote is broken, and no other", () => {
    const rows = read(bytesOf('a,b\n1,"x"y",2\n3,4\n'));
    expect(rows.map(({ broken }) => broken)).toEqual([false, true, false]);
  });

  it.each([
    ["a picture", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10), /not UTF-8 text/],
    ["UTF-16", Uint8Array.of(0xff, 0xfe, 97, 0, 44, 0), /not UTF-8 text/],
    ["UTF-16 without a mark", Uint8Array.of(97, 0, 44, 0), /not UTF-8 text/],
    ["text cut within a letter", bytesOf("a,é").subarray(0, 3), /cut off/],
    ["a quote that never closes", bytesOf('a,b\n1,"x\n2,y\n'), /unclosed quote on line 2/],
  ])("refuses %s", (_, bytes, message) => {
    expect(() => read(bytes)).toThrow(DataFileError);
    expect(() => read(bytes)).toThrow(message);
  });

  it("stops at a row that is longer than any row is", () => {
    const csv = new CsvDecoder("some.csv");
    const piece = bytesOf("2,y\n".repeat(2 ** 16));
    csv.push(bytesOf('a,b\n1,"x\n'), () => {});
    expect(() => {
      for (let i = 0; i < 40; i++) csv.push(piece, () => {});
    }).toThrow(/unclosed quote on line 2/);
  });
});
