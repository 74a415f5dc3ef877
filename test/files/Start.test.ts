import { describe, expect, it } from "vitest";
import type { ByteSource } from "../../src/files/ByteSource.ts";
import { startOf } from "../../src/files/Start.ts";
import { alphabet, singleByte } from "../importers/kinds/sample.ts";

/** A file that is read in such pieces, and how many of them were asked for. */
function inPieces(...pieces: (string | Uint8Array)[]) {
  const all = pieces.map((piece) => (typeof piece === "string" ? new TextEncoder().encode(piece) : piece));
  const read = { pieces: 0 };
  const source: ByteSource = {
    name: "a.csv",
    size: all.reduce((sum, { length }) => sum + length, 0),
    async *pieces() {
      for (const piece of all) {
        read.pieces++;
        yield piece;
      }
    },
  };
  return { source, read };
}
const LINE = `${"x".repeat(99)}\n`;

describe("the beginning of a file", () => {
  it("is all of a small one", async () => {
    const { source } = inPieces("a,b\n", "1,2\n");
    expect(await startOf(source)).toMatchObject({
      text: "a,b\n1,2\n",
      isWhole: true,
      encoding: null,
      alternatives: [],
      possible: [],
    });
  });

  it("is as many pieces as have 64 kB", async () => {
    const { source } = inPieces(LINE.repeat(400), LINE.repeat(400), LINE.repeat(400));
    const { text, isWhole } = await startOf(source);
    expect([text.length, isWhole]).toEqual([80_000, false]);
  });

  it("is as many pieces as have twenty lines, which any sign may end", async () => {
    const long = (end: string) => `${"x".repeat(70_000)}${end}`;
    for (const end of ["\n", "\r"]) {
      const { source } = inPieces(...new Array<string>(22).fill(long(end)));
      expect((await startOf(source)).text).toHaveLength(20 * 70_001);
    }
  });

  it("is no more than 4 MB without a line's end", async () => {
    const { source } = inPieces(...new Array<string>(6).fill("x".repeat(2 ** 20)));
    expect((await startOf(source)).text).toHaveLength(2 ** 22);
  });

  it("is read on to the first letter beyond ASCII, 8 MB at most, and no further", async () => {
    const ascii = LINE.repeat(20_000);
    const found = inPieces(ascii, ascii, new Uint8Array([0xe9, 10]), ascii);
    expect((await startOf(found.source)).encoding).toBe("Latin-1");
    expect(found.read.pieces).toBe(3);
    const none = inPieces(...new Array<string>(7).fill(ascii));
    expect((await startOf(none.source)).encoding).toBeNull();
    expect(none.read.pieces).toBe(5);
  });

  it("is read no further than letters beyond ASCII in its first piece", async () => {
    const { source, read } = inPieces(`é${LINE.repeat(700)}`, LINE, LINE);
    expect((await startOf(source)).isWhole).toBe(false);
    expect(read.pieces).toBe(1);
  });
});

it.each<[string, string | Uint8Array, string]>([
  ["nothing", "", "a.csv is empty. Choose a file that holds ratings."],
  ["blanks", " \n\t\n", "a.csv is empty. Choose a file that holds ratings."],
  ["a PDF", "%PDF-1.4", "a.csv is a PDF. Open the file that holds the ratings, as CSV."],
])("a file of %s is refused", async (_, content, message) => {
  await expect(startOf(inPieces(content).source)).rejects.toThrow(message);
});

it("is of no kind but its own below its beginning", async () => {
  expect((await startOf(inPieces("a,b\n", "%PDF,1\n").source)).text).toBe("a,b\n%PDF,1\n");
});

it("has no text where it holds bytes", async () => {
  const parquet = await startOf(inPieces("PAR1 and more").source);
  expect(parquet).toMatchObject({ text: "", isWhole: true, encoding: null, alternatives: [], possible: [] });
  expect((await startOf(inPieces("PAR2 and more").source)).text).toBe("PAR2 and more");
  const zipped = { ...inPieces("PK\x03\x04").source, zipped: new Map() };
  expect(await startOf(zipped)).toMatchObject({ text: "" });
});

describe("letters beyond ASCII", () => {
  const turkish = singleByte(
    'ad,puan\nKış Uykusu,5\nAğır Roman,4\nŞekerpare;"Ağır"|Kış Son,3\n',
    alphabet("windows-1254"),
  );

  it("that can be read in two ways are shown in both, in their first cells", async () => {
    const croatian = singleByte("naslov,ocjena\nDivna noć,5\nVlak,4\n", alphabet("windows-1250"));
    const { encoding, alternatives } = await startOf(inPieces(croatian).source);
    expect(encoding).toBe("Windows-1250");
    expect(alternatives.slice(0, 2)).toEqual([
      { encoding: "Windows-1250", sample: "Divna noć" },
      { encoding: "Latin-1", sample: "Divna noæ" },
    ]);
  });

  it("are told by the letters in front of them, too", async () => {
    const polish = singleByte("Tytuł,Rok,Ocena\nRejs,1970,5\n", alphabet("windows-1250"));
    const { encoding, alternatives } = await startOf(inPieces(polish).source);
    expect([encoding, alternatives[0].sample]).toEqual(["Windows-1250", "Tytuł"]);
  });

  it("of long words are shown in sixty signs", async () => {
    const long = singleByte(`${"кино".repeat(20)}\n`, alphabet("windows-1251"));
    const { possible } = await startOf(inPieces(long).source);
    expect(possible[0]).toEqual({ encoding: "Windows-1251", sample: "кино".repeat(15) });
  });

  it("are read as a person says, and the others are there to choose from", async () => {
    const { encoding, text, alternatives, possible } = await startOf(inPieces(turkish).source, "Latin-1");
    expect([encoding, alternatives]).toEqual(["Latin-1", []]);
    expect(text).toContain("Kýþ Uykusu");
    expect(possible[0].encoding).toBe("Latin-1");
    expect(possible.map((one) => one.encoding)).toContain("Windows-1254");
  });

  it("in UTF-8 leave nothing to choose, until somebody has chosen", async () => {
    const { source } = inPieces("Amélie,5\n");
    expect(await startOf(source)).toMatchObject({ encoding: "UTF-8", alternatives: [], possible: [] });
    expect((await startOf(source, "Latin-1")).possible.map(({ encoding }) => encoding)).toContain("UTF-8");
  });

  it("in UTF-16 are known by their mark", async () => {
    const bytes = new Uint8Array(Buffer.from("\ufeffAmélie,5\n", "utf16le"));
    expect(await startOf(inPieces(bytes).source)).toMatchObject({
      encoding: "UTF-16",
      text: "Amélie,5\n",
      possible: [],
    });
  });
});
