import { expect, it } from "vitest";
import { type Part, PlainScanner } from "../../src/files/text/PlainScanner.ts";

/** The rows that are scanned, how many lines these are with blank ones, and how many bytes are left. */
function scanned(
  text: string,
  hasReturn = false,
  parts: readonly Part[] = ["user", null, "item", "rating", "time"],
) {
  const bytes = new TextEncoder().encode(text);
  const scanner = new PlainScanner(",", parts, hasReturn);
  const rows: number[][] = [];
  const { at, isPlain } = scanner.scan(bytes, 0, ({ length, users, items, ratings, times }) => {
    for (let i = 0; i < length; i++) rows.push([users[i], items[i], ratings[i], times[i]]);
  });
  return { rows, lines: scanner.lines, left: bytes.length - at, isPlain };
}

it.each<[string, number[]]>([
  ["1,x,2,4,7\n", [1, 2, 4, 7]],
  ["1,x,2,4.5,7\n", [1, 2, 4.5, 7]],
  ["1,,2,-1.25,7\n", [1, 2, -1.25, 7]],
  ["0,a b,0,0,0\n", [0, 0, 0, 0]],
  ["1,x,2,4,7,more,8,\n", [1, 2, 4, 7]],
  ["90,x,19,10,99\n", [90, 19, 10, 99]],
  ["123456789012345,x,2,4,7\n", [123456789012345, 2, 4, 7]],
  ["1,x,2,0.023999999999999994,7\n", [1, 2, Math.fround(0.024), 7]],
  ["1,x,2,123456789012345,7\n", [1, 2, Math.fround(123456789012345), 7]],
  ["1,x,2,4,8640000000000\n", [1, 2, 4, 8640000000000]],
  ["1,x,2,4,7\r\n", [1, 2, 4, 7]],
])("%j is plain", (text, row) => {
  expect(scanned(text)).toEqual({ rows: [row], lines: 1, left: 0, isPlain: true });
});

it.each([
  '1,"x",2,4,7\n',
  "1,é,2,4,7\n",
  "1,\0,2,4,7\n",
  "007,x,2,4,7\n",
  "-1,x,2,4,7\n",
  "1:,x,2,4,7\n",
  "1/,x,2,4,7\n",
  ",x,2,4,7\n",
  "1,x,2,,7\n",
  "1,x,2,-,7\n",
  "1,x,2,4.,7\n",
  "1,x,2,.5,7\n",
  "1,x,2,4.5.1,7\n",
  "1,x,2,1e3,7\n",
  "1,x,2,4,7.5\n",
  "1,x,2,4\n",
  "1,x\n",
  "1,x,2,4 ,7\n",
  "1234567890123456,x,2,4,7\n",
  "1,x,2,1234567890123456,7\n",
  "1,x,2,4,8640000000001\n",
  '1,x,2,4,7,"more"\n',
  "1,x,2,4,7\rx\n",
])("%j is not plain, nor is what follows looked at", (text) => {
  const before = "5,y,6,3,8\n";
  expect(scanned(`${before}${text}1,x,2,4,7\n`)).toEqual({
    rows: [[5, 6, 3, 8]],
    lines: 1,
    left: new TextEncoder().encode(text).length + 10,
    isPlain: false,
  });
});

it("passes blank lines, and leaves a row that is not whole", () => {
  expect(scanned("1,x,2,4,7\n\n3,x,4,5,6\n8,x,9")).toEqual({
    rows: [
      [1, 2, 4, 7],
      [3, 4, 5, 6],
    ],
    lines: 3,
    left: 5,
    isPlain: true,
  });
});

it("leaves lines that end otherwise than the first", () => {
  expect(scanned("1,x,2,4,7\r\n3,x,4,5,6\n", true)).toMatchObject({ lines: 1, left: 10, isPlain: false });
});

it("gives rows whenever there are 4096", () => {
  expect(scanned("1,x,2,4,7\n".repeat(5000))).toMatchObject({ lines: 5000, left: 0 });
});

// Of these four columns alone, rows are scanned in a way of their own, and passed on to the other.
const USUAL: readonly Part[] = ["user", "item", "rating", "time"];

it.each<[string, number[]]>([
  ["1,2,4,7", [1, 2, 4, 7]],
  ["1,2,4.5,1322051573", [1, 2, 4.5, 1322051573]],
  ["123456789,987654321,0,8640000000000", [123456789, 987654321, 0, 8640000000000]],
  ["1234567890,2,4,7", [1234567890, 2, 4, 7]],
  ["0,2,4,7", [0, 2, 4, 7]],
  ["1,2,10,7", [1, 2, 10, 7]],
  ["1,2,-4.25,0", [1, 2, -4.25, 0]],
  ["1,2,4,7,more", [1, 2, 4, 7]],
])("%j is plain among usual rows", (text, row) => {
  const usual = [[5, 6, 3, 8]];
  for (const end of ["\n", "\r\n"]) {
    const lines = ["5,6,3,8", text, "5,6,3,8", ""].join(end);
    expect(scanned(lines, end === "\r\n", USUAL)).toEqual({
      rows: [...usual, row, ...usual],
      lines: 3,
      left: 0,
      isPlain: true,
    });
  }
});

it.each([
  ",2,4,7",
  "1,,4,7",
  "1,2,,7",
  "1,2,4,",
  "01,2,4,7",
  "1,2,4.,7",
  "1,2,4,07",
  "1,2,4,8640000000001",
  "1,2,4",
])("%j is not plain among usual rows", (text) => {
  for (const end of ["\n", "\r\n"]) {
    const lines = `5,6,3,8${end}${text}${end}`;
    expect(scanned(lines, end === "\r\n", USUAL)).toMatchObject({
      rows: [[5, 6, 3, 8]],
      lines: 1,
      isPlain: false,
    });
  }
});

it("stops at a usual row whose line ends in another way", () => {
  expect(scanned("5,6,3,8\r\n1,2,4,7\n", true, USUAL)).toMatchObject({
    rows: [[5, 6, 3, 8]],
    isPlain: false,
  });
});
