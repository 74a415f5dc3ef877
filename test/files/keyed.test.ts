import { expect, it } from "vitest";
import { readTable } from "../../src/files/readTable.ts";
import { headOfText, textTable } from "../support/textTable.ts";

it.each<[string, string, string]>([
  [
    "spaces around names and values",
    "user : ann\n  item:  Heat \nuser : bob\n  item: Jaws\nuser : cid\n  item: Big\n",
    "user|item / ann|Heat / bob|Jaws / cid|Big",
  ],
  [
    "a list of YAML, with quotes",
    "- user: 'ann'\n  item: \"Say 'Cheese'\"\n- user: bob's\n  item: Jaws\n- user: cid\n  item: 'Big' 'Ran\n",
    "user|item / ann|Say 'Cheese' / bob's|Jaws / cid|'Big' 'Ran",
  ],
  [
    "two colons",
    "- user:: ann\n  item:: Heat\n- user:: bob\n  item:: Jaws\n- user:: cid\n  item:: Big\n",
    "user|item / ann|Heat / bob|Jaws / cid|Big",
  ],
  [
    "values that are blank",
    "user: ann\nitem:\nuser: bob\nitem: Jaws\nuser: cid\nitem: Big\n",
    "user|item / ann| / bob|Jaws / cid|Big",
  ],
  [
    "one line in ten that has none",
    `user: ann\nitem: Heat\nuser: bob\nitem: Jaws\nuser: cid\nitem: Big\nuser: dan\nitem: Ran\nhello\nuser: eve\n`,
    "user|item / ann|Heat / bob|Jaws / cid|Big / dan|Ran / eve|",
  ],
  [
    "lines as old Macs ended them",
    "user: ann\ritem: Heat\ruser: bob\ritem: Jaws\ruser: cid\ritem: Big\r",
    "user|item / ann|Heat / bob|Jaws / cid|Big",
  ],
])("names and values with %s", async (_, text, expected) => {
  expect(await textTable(text)).toBe(`names and values: ${expected}`);
});

it.each<[string, string]>([
  [
    "one line in nine that has none",
    "user: ann\nitem: Heat\nuser: bob\nitem: Jaws\nhello\nuser: cid\nitem: Big\nuser: dan\nitem: Ran\n",
  ],
  ["one name", "user: ann\nuser: bob\nuser: cid\n"],
  [
    "a first line without a name",
    "My films\nuser: ann\nitem: Heat\nuser: bob\nitem: Jaws\nuser: cid\nitem: Big\nuser: dan\nitem: Ran\nuser: eve\nitem: Aliens\n",
  ],
  [
    "names of which most stand once",
    "Ann: hello\nBob: hi\nCid: yes\nAnn: no\nDan: well\nEve: so\nFay: ah\nAnn: bye\n",
  ],
])("no names and values with %s", async (_, text) => {
  expect(await textTable(text)).not.toMatch(/^names and values/);
});

it("reads on below the beginning that was looked at, the lines of each record counted from its first", async () => {
  const records = 4000;
  const text = Array.from({ length: records }, (_, i) => `user: ${i}\nitem: Heat\n\n`).join("");
  const head = await headOfText(text);
  expect(head.rows.length).toBeGreaterThan(600);
  expect(head.rows[0]).toEqual(["user", "item"]);
  const lines: number[] = [];
  await readTable(head, true, (_, line) => void lines.push(line));
  expect([lines.length, lines[1], lines.at(-1)]).toEqual([records, 4, 3 * records - 2]);
});
