import { describe, expect, it } from "vitest";
import { CancelledError, DamagedFileError, DataFileError } from "../../src/errors.ts";
import type { ByteSource } from "../../src/files/ByteSource.ts";
import { type ReadProgress, readTable, scanTable } from "../../src/files/readTable.ts";
import { noTable, readHead } from "../../src/files/TableHead.ts";

function sourceOf(text: string, more: Partial<ByteSource> = {}): ByteSource {
  const bytes = new TextEncoder().encode(text);
  return {
    name: "a.csv",
    size: bytes.length,
    async *pieces() {
      yield bytes.subarray(0, 12);
      yield bytes.subarray(12);
    },
    ...more,
  };
}
const JOINED = "user,item\n1,2\n3,4\nuser,item\nuser,7\n5,6\n";

describe("reading a table", () => {
  it("leaves out the header, also where it comes again, but no row that only begins as it does", async () => {
    const rows: string[] = [];
    await readTable(
      await readHead(sourceOf(JOINED)),
      true,
      (fields, line) => void rows.push(`${line}: ${fields.join("|")}`),
    );
    expect(rows).toEqual(["2: 1|2", "3: 3|4", "5: user|7", "6: 5|6"]);
  });

  it("takes the first row too where it is no header", async () => {
    const rows: string[] = [];
    await readTable(
      await readHead(sourceOf("1,2\n1,2\n3,4\n")),
      false,
      (fields) => void rows.push(fields.join("|")),
    );
    expect(rows).toEqual(["1|2", "1|2", "3|4"]);
  });

  it("leaves out what stands above the header", async () => {
    const rows: string[] = [];
    await readTable(
      await readHead(sourceOf(`My ratings\n${JOINED}`)),
      true,
      (fields) => void rows.push(fields.join("|")),
    );
    expect(rows[0]).toBe("1|2");
  });

  it("tells after each piece how far it is, and never more bytes than there are", async () => {
    const told: ReadProgress[] = [];
    const head = await readHead(sourceOf(JOINED, { size: 30 }));
    await readTable(head, true, () => {}, { onProgress: (progress) => told.push(progress) });
    expect(told).toEqual([
      { file: "a.csv", rows: 0, bytes: 12, totalBytes: 30 },
      { file: "a.csv", rows: 4, bytes: 30, totalBytes: 30 },
    ]);
  });

  it("ends once it is stopped", async () => {
    const head = await readHead(sourceOf(JOINED));
    const stopped = readTable(head, true, () => {}, { signal: AbortSignal.abort() });
    await expect(stopped).rejects.toThrow(new CancelledError("Reading a.csv was stopped."));
  });
});

describe("scanning a table", () => {
  const scan = async (text: string, onProgress?: (progress: ReadProgress) => void) => {
    const counts = { plain: 0, rows: [] as string[] };
    await scanTable(
      await readHead(sourceOf(text)),
      true,
      {
        parts: ["user", "item"],
        takePlain: ({ length }) => {
          counts.plain += length;
        },
        take: (fields) => void counts.rows.push(fields.join("|")),
      },
      { onProgress },
    );
    return counts;
  };

  it("takes rows one by one where there is nothing to scan", async () => {
    expect(await scan("1 2 3\n4 5 6\n7 8 9\n")).toEqual({ plain: 0, rows: ["4|5|6", "7|8|9"] });
  });

  it("takes plain rows as columns, and counts them", async () => {
    const told: number[] = [];
    expect(await scan("user,item\n1,2\n3,4\n", ({ rows }) => told.push(rows))).toEqual({
      plain: 2,
      rows: [],
    });
    expect(told.at(-1)).toBe(2);
  });

  it("takes rows from the first on that is not plain one by one, the header left out where it comes again", async () => {
    const told: number[] = [];
    const { rows } = await scan('user,item\n1,"2"\nuser,item\n3,4\n', ({ rows }) => told.push(rows));
    expect(rows).toEqual(["1|2", "3|4"]);
    expect(told.at(-1)).toBe(2);
  });
});

describe("a beginning that is no table", () => {
  const NONE = "Hello.\nHow are you?\n";
  const message = (name: string) =>
    `${name} doesn't look like a table. Expected one rating per line: user, item, rating.`;

  it("is refused under the name of the file that the person knows", async () => {
    await expect(readHead(sourceOf(NONE))).rejects.toThrow(message("a.csv"));
    await expect(readHead(sourceOf(NONE, { packed: "a.zip" }))).rejects.toThrow(message("a.zip"));
    await expect(readHead(sourceOf(NONE, { packed: "a" }))).rejects.toThrow(message("a.csv"));
  });

  it("is called damaged where it is", async () => {
    const check = () => Promise.reject(new DamagedFileError("a.csv is damaged."));
    await expect(readHead(sourceOf(NONE, { check, packed: "a.zip" }))).rejects.toThrow("a.csv is damaged.");
  });

  it("keeps what else went wrong", async () => {
    const error = new TypeError("a.csv broke");
    const pieces = () => {
      throw error;
    };
    await expect(readHead(sourceOf("", { pieces, packed: "a.zip" }))).rejects.toBe(error);
    const damaged = new DamagedFileError("a.csv is damaged.");
    expect(noTable(new DataFileError("x")).message).toBe("x");
    expect(() => noTable(damaged)).toThrow(damaged);
    expect(() => noTable(error)).toThrow(error);
  });
});

it("says how many bytes a row has", async () => {
  expect((await readHead(sourceOf("12,34\n56,78\n"))).bytesARow).toBe(6);
  expect((await readHead(sourceOf("12,34\r\n56,78\r\n"))).bytesARow).toBe(7);
  expect((await readHead(sourceOf("12,34\r56,78\r"))).bytesARow).toBe(6);
  expect((await readHead(sourceOf("ann,7\n"))).encoding).toBe("UTF-8");
});
