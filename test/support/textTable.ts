import { DataFileError } from "../../src/errors.ts";
import { type DataFile, fileSource } from "../../src/files/ByteSource.ts";
import { readTable } from "../../src/files/readTable.ts";
import { readHead } from "../../src/files/TableHead.ts";

const inLines = (rows: readonly string[][]) => rows.map((row) => row.join("|")).join(" / ");

export const headOfText = (text: string | Uint8Array<ArrayBuffer>, name = "notes.txt") =>
  readHead(fileSource(new File([text], name) as DataFile));

/**
 * What a text is read as, "comma-separated: user|item / ann|Heat"; or why it is refused.
 * @throws if its beginning shows something else, or a row is called broken
 */
export async function textTable(text: string, name?: string): Promise<string> {
  try {
    const head = await headOfText(text, name);
    const rows: string[][] = [];
    await readTable(head, false, (fields, line, broken) => {
      if (broken) throw new Error(`The row of line ${line} is called broken.`);
      rows.push([...fields]);
    });
    const [shown, read] = [inLines(head.rows), inLines(rows)];
    if (shown !== read) throw new Error(`Shown is ${shown}, read is ${read}.`);
    if (!head.dialect && head.hasHeader !== true) throw new Error("The names are not called names.");
    return `${head.format}: ${read}`;
  } catch (error) {
    if (error instanceof DataFileError)
      return error.message.includes("doesn't look like a table") ? "no table" : error.message;
    throw error;
  }
}
