import { expect, it } from "vitest";
import { withOneHeader } from "../../src/dataset/columns/headerRow.ts";
import { fileSource } from "../../src/files/ByteSource.ts";
import { readTable } from "../../src/files/readTable.ts";
import { readHead } from "../../src/files/TableHead.ts";

async function readBelowHeader(text: string): Promise<{ header: string[]; rows: string[][] }> {
  const head = withOneHeader(await readHead(fileSource(new File([text], "films.csv"))));
  const rows: string[][] = [];
  await readTable({ ...head, skip: head.skip + 1 }, false, (fields) => rows.push([...fields]));
  return { header: head.rows[0], rows };
}

it("keeps rows of data that sorting has put above the header, and leaves out notes", async () => {
  const sorted = await readBelowHeader(
    "Alien;1979;9/10\nEmma;1996;6,5/10\nTitle;Year;Rating\nVertigo;1958;8/10\nZodiac;2007;7/10\n",
  );
  expect(sorted.header).toEqual(["Title", "Year", "Rating"]);
  expect(sorted.rows.map(([title]) => title).sort()).toEqual(["Alien", "Emma", "Vertigo", "Zodiac"]);
  const noted = await readBelowHeader(
    "My films;;\nUpdated;2024;\nTitle;Year;Rating\nVertigo;1958;8/10\nZodiac;2007;7/10\nAlien;1979;9/10\n",
  );
  expect(noted.rows.map(([title]) => title)).toEqual(["Vertigo", "Zodiac", "Alien"]);
});
