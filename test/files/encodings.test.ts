import { expect, test } from "vitest";
import { decode } from "../../src/files/text/decoding.ts";
import { guessEncoding, possibleEncodings, utf16Of } from "../../src/files/text/encodings.ts";
import { tellingSamples } from "../../src/files/text/samples.ts";

const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

test("Windows' quotes and dashes are read in versions of Node that take them for signs of control, too", () => {
  expect(decode(bytes("\x93H\x94\x96\x80\xe9"), "Latin-1")).toBe("“H”–€é");
});

test("letters may be chosen to be read otherwise, each reading once, that in use first", () => {
  const cafe = bytes("\xe9 Modern;4\nna\xefve;3\n");
  const possible = possibleEncodings(cafe, "Latin-1");
  expect(possible[0]).toBe("Latin-1");
  expect(possible).toContain("Windows-1251");
  expect(possible).not.toContain("UTF-8");
  // "é" and "ï" are the same there.
  expect(possible).not.toContain("Windows-1254");
});

test("what was chosen leads, with UTF-8 among the others where the bytes are so", () => {
  const twice = new TextEncoder().encode("Amélie;5\nLéon;4\n");
  expect(guessEncoding(twice).encoding).toBe("UTF-8");
  const possible = possibleEncodings(twice, "Latin-1");
  expect(possible.slice(0, 2)).toEqual(["Latin-1", "UTF-8"]);
});

test("signs that touch no letters are those of the West, whatever letters they would be elsewhere", () => {
  expect(guessEncoding(bytes("PAPER TIGERS \xa3 5;4\n")).encoding).toBe("Latin-1");
  expect(guessEncoding(bytes("Pawe\xb3;4\nZ\xb3oto;3\n")).encoding).toBe("Windows-1250");
});

test("encodings are shown by the cells that they read differently", () => {
  // "Żona", "Łódź" and "Miś" in Latin-2, where "Ż", "Ł" and "ó" are as in Windows-1250.
  const polish = bytes('\xafona,5\nMa\xb3a,4\n"\xa3\xf3d\xbc";3\nMi\xb6\tR\xf3\xbfa\n');
  expect(tellingSamples(polish, ["Latin-2", "Windows-1250"])).toEqual([
    { encoding: "Latin-2", sample: "Łódź, Miś, Żona, Mała" },
    { encoding: "Windows-1250", sample: "ŁódĽ, Mi¶, Żona, Mała" },
  ]);
});

test.each([
  ["by its mark", "\xff\xfea\0", "UTF-16"],
  ["by its mark, the other way round", "\xfe\xff\0a", "UTF-16 (big-endian)"],
  ["by its zeros", "a\0,\0b\0\n\0", "UTF-16"],
  ["by its zeros in front", "\0a\0,\0b\0\n", "UTF-16 (big-endian)"],
  ["by half of its mark", "\xff\xff", null],
  ["by half of its mark, the other way round", "\xfe\xfe", null],
  ["by the other half of its mark", "a\xfe", null],
  ["by the other half of its mark, the other way round", "a\xff", null],
  ["by its zeros, with a letter too many", "a\0,\0b\0\n\0c", "UTF-16"],
  ["by zeros at one end of a line only", "a\0,\0b\0\n,", null],
  ["of few bytes", "a\0\n\0b\0", null],
  ["of zeros without a line's end", "a\0b\0c\0d\0", null],
  ["of zeros on both sides", "a\0\0b\n\0\0\n", null],
  ["of none", "abcdefgh\n\n", null],
  ["of one zero in forty", `${"ab".repeat(40)}\n\0`, null],
])("UTF-16 %s", (_, text, encoding) => {
  expect(utf16Of(bytes(text))).toBe(encoding);
});
