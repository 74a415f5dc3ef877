import { expect, it } from "vitest";
import { DataFileError } from "../../src/errors.ts";
import { type DataFile, fileSource } from "../../src/files/ByteSource.ts";
import { readTable } from "../../src/files/readTable.ts";
import { readHead } from "../../src/files/TableHead.ts";

const inLines = (rows: readonly string[][]) => rows.map((row) => row.join("|")).join(" / ");

it.each<[string, string, string]>([
  [
    "a list with years",
    "Heat (1995)\nJaws (1975)\nFargo (1996)\n",
    "a list of titles: title|listed / Heat (1995)| / Jaws (1975)| / Fargo (1996)|",
  ],
  ["two titles", "Heat (1995)\nJaws (1975)\n", "no table"],
  [
    "a list with points",
    "Heat - 9/10\nJaws: 8/10\nFargo [5/10]\nAlien (7/10)\n",
    "a list of titles: title|rating|listed / Heat|9/10| / Jaws|8/10| / Fargo|5/10| / Alien|7/10|",
  ],
  [
    "points in front",
    "9/10 Heat\n(8/10) Jaws\n5/10 - Fargo\n7/10: Alien\n",
    "a list of titles: title|rating|listed / Heat|9/10| / Jaws|8/10| / Fargo|5/10| / Alien|7/10|",
  ],
  ["points out of several", "Heat 9/10\nJaws 4/5\nFargo 5/10\n", "no table"],
  [
    "stars and halves",
    "★★★★ Heat\n★★½ Jaws\n½ Fargo\n",
    "a list of titles: title|rating|listed / Heat|★★★★| / Jaws|★★½| / Fargo|½|",
  ],
  [
    "numbers behind years",
    "Heat (1995) 9\nJaws (1975) - 8,5\nFargo (1996): 5\n",
    "a list of titles: title|rating|listed / Heat (1995)|9| / Jaws (1975)|8,5| / Fargo (1996)|5|",
  ],
  [
    "with remarks",
    "Heat (1995) 9/10 with Tom\nJaws (1975) 8/10, again\nFargo (1996) 5/10\n",
    "a list of titles: title|rating|listed / Heat (1995)|9/10| / Jaws (1975)|8/10| / Fargo (1996)|5/10|",
  ],
  [
    "bullets",
    "- Heat (1995)\n* Jaws (1975)\n3. Fargo (1996)\n4) Alien (1979)\n#5 Emma (1996)\n",
    "a list of titles: title|listed / Heat (1995)| / Jaws (1975)| / Fargo (1996)| / Alien (1979)| / Emma (1996)|",
  ],
  [
    "boxes",
    "- [x] Heat (1995)\n- [ ] Jaws (1975)\n- [✓] Fargo (1996)\n",
    "a list of titles: title|watched / Heat (1995)|yes / Jaws (1975)|no / Fargo (1996)|yes",
  ],
  [
    "headings",
    "# Seen\nHeat (1995)\n=====\nJaws (1975)\nSo far:\nFargo (1996)\n",
    "a list of titles: title|listed / Heat (1995)| / Jaws (1975)| / Fargo (1996)|",
  ],
  [
    "a heading that says what it is",
    "Films\nHeat (1995)\nJaws (1975)\nFargo (1996)\n",
    "a list of titles: title|listed / Heat (1995)| / Jaws (1975)| / Fargo (1996)|",
  ],
  [
    "films seen without years",
    "Films seen\nHeat\nJaws\nFargo\n",
    "a list of titles: title|listed / Heat| / Jaws| / Fargo|",
  ],
  ["anything without years", "Bread\nMilk\nButter\n", "no table"],
  ["one twice", "Heat (1995)\nHeat (1995)\nHeat (1995)\nJaws (1975)\n", "no table"],
  [
    "commas",
    "Heat, a film (1995)\nJaws, a fish (1975)\nFargo, a town (1996)\n",
    "comma-separated: Heat| a film (1995) / Jaws| a fish (1975) / Fargo| a town (1996)",
  ],
  [
    "tabs",
    "Heat\t(1995)\nJaws\t(1975)\nFargo\t(1996)\n",
    "tab-separated: Heat|(1995) / Jaws|(1975) / Fargo|(1996)",
  ],
  [
    "marks",
    '**Heat** (1995)\n[Jaws](https://x.org) (1975)\n[[Fargo]] (1996)\n_Alien_ (1979)\n"Emma (1996)"\nRan (1985, dir. Kurosawa)\n',
    "a list of titles: title|listed / Heat (1995)| / Jaws (1975)| / Fargo (1996)| / Alien (1979)| / Emma (1996)| / Ran (1985)|",
  ],
  [
    "a long line",
    "Heat (1995)\nJaws (1975)\nFargo (1996)\nAlien (1979)\nWord Word Word Word Word Word Word Word Word Word Word Word Word Word Word Word Word Word Word Word Word Word Word Word Word Word Word Word Word Word Word Word Word Word Word Word Word Word Word Word Word Word Word Word Word Word Word Word Word Word \n",
    "a list of titles: title|listed / Heat (1995)| / Jaws (1975)| / Fargo (1996)| / Alien (1979)| / Word Word Word Word Word Word Word Word Word Word Word Word Word Word Word Word Word Word Word Word Word Word Word Word Word Word Word Word Word Word Word Word Word Word Word Word Word Word Word Word Word Word Word Word Word Word Word Word Word Word|",
  ],
  [
    "tiers in front",
    "S: Heat, Jaws\nA: Fargo; Alien\nB: Emma\n",
    "tiers: title|tier / Heat|S / Jaws|S / Fargo|A / Alien|A / Emma|B",
  ],
  [
    "tiers as headings",
    "## S tier\n- Heat\n1. Jaws\n## A\nFargo\nB:\nAlien\n",
    "tiers: title|tier / Heat|S / Jaws|S / Fargo|A / Alien|B",
  ],
  [
    "tiers as columns",
    "S,A,B\nHeat,Fargo,Alien\nJaws,,Emma\n",
    "tiers: title|tier / Heat|S / Jaws|S / Fargo|A / Alien|B / Emma|B",
  ],
  ["grades in front", "A: Heat\nB: Jaws\nC: Fargo\n", "no table"],
  ["two tiers", "S: Heat\nA: Jaws\nS: Fargo\n", "no table"],
  [
    "names and values",
    'user: ann\nitem: Heat\nrating: 4\n\nuser: bob\nitem: "Jaws"\nrating: 5\n\nuser: cid\nitem: Alien\nrating: 3\n',
    "names and values: user|item|rating / ann|Heat|4 / bob|Jaws|5 / cid|Alien|3",
  ],
  [
    "names and values, one missing",
    "user: ann\nitem: Heat\nrating: 4\nuser: bob\nitem: Jaws\nuser: cid\nitem: Alien\nrating: 3\n",
    "names and values: user|item|rating / ann|Heat|4 / bob|Jaws| / cid|Alien|3",
  ],
  [
    "names and values of SNAP",
    "review/userId: A1\nreview/score: 5.0\nreview/userId: A2\nreview/score: 4.0\nreview/userId: A3\nreview/score: 1.0\n",
    "names and values: userId|score / A1|5.0 / A2|4.0 / A3|1.0",
  ],
  ["names and values, twice", "user: ann\nitem: Heat\nuser: bob\nitem: Jaws\n", "no table"],
  [
    "adjacency",
    "1 501 502 503\n2 501\n3 502 503\n",
    "one user and their items a line: user|item / 1|501 / 1|502 / 1|503 / 2|501 / 3|502 / 3|503",
  ],
  [
    "adjacency with ratings",
    "1 501:4 502:5\n2 501:3 502:1\n3 502:2 503:1\n",
    "one user and their items a line: user|item|rating / 1|501|4 / 1|502|5 / 2|501|3 / 2|502|1 / 3|502|2 / 3|503|1",
  ],
  [
    "adjacency, counted",
    "2 501 502\n3 501 502 503\n2 502 503\n",
    "one user and their items a line: user|item / 1|501 / 1|502 / 2|501 / 2|502 / 2|503 / 3|502 / 3|503",
  ],
  [
    "as long as each other",
    "1 501 502\n2 501 503\n3 502 503\n",
    "space-separated: 1|501|502 / 2|501|503 / 3|502|503",
  ],
  ["a user twice", "1 501 502 503\n1 501\n3 502 503\n", "no table"],
  [
    "remarks above",
    "# made by me\n% and me\n// too\n\nuser,item\n1,2\n3,4\n",
    "comma-separated: user|item / 1|2 / 3|4",
  ],
  [
    "remarks and a blank line above",
    "# by me\n\n\nuser,item\n1,2\n3,4\n",
    "comma-separated: user|item / 1|2 / 3|4",
  ],
  [
    "a remark alone behind a row",
    "user,item,rating\n1,2,4,# good\n1,3,5,# best\n2,3,1,# bad\n",
    "comma-separated: user|item|rating / 1|2|4 / 1|3|5 / 2|3|1",
  ],
  [
    "semicolons behind some rows",
    "user,item,rating;;\n1,2,4;;\n1,3,5\n2,3,1;;\n",
    "comma-separated: user|item|rating;; / 1|2|4;; / 1|3|5 / 2|3|1;;",
  ],
  ["spaces and tabs", "1 2 7\t4\n3 4 8\t5\n5 6 9\t1\n", "space-separated: 1|2|7|4 / 3|4|8|5 / 5|6|9|1"],
  ["a longest line of three", "1 501 502\n2 501\n3 502\n", "no table"],
  [
    "lists in rows of text",
    '"user","item"\n"ann","Heat"\n"bob","Jaws"\n',
    "comma-separated: user|item / ann|Heat / bob|Jaws",
  ],
  ["sep", "sep=;\nuser;item\n1;2\n3;4\n", "semicolon-separated: user|item / 1|2 / 3|4"],
  ["sep of tabs", "sep=\\t\nuser\titem\n1\t2\n3\t4\n", "tab-separated: user|item / 1|2 / 3|4"],
  ["an assignment", "const ratings = [\n(1, 2),\n(3, 4),\n];\n", "comma-separated: 1|2| / 3|4|"],
  [
    "Matrix Market",
    "%%MatrixMarket matrix coordinate\n% x\n3 3 2\n1 2 4\n2 3 5\n",
    "space-separated: 1|2|4 / 2|3|5",
  ],
  ["a hash that counts", "#,user,item\n1,2,3\n2,3,4\n", "comma-separated: #|user|item / 1|2|3 / 2|3|4"],
  [
    "remarks behind",
    "user,item,rating\n1,2,4 # good\n1,3,5 # best\n2,3,1 # bad\n",
    "comma-separated: user|item|rating / 1|2|4 / 1|3|5 / 2|3|1",
  ],
  [
    "semicolons behind",
    "user,item,rating;;\n1,2,4;;\n1,3,5;;\n2,3,1;;\n",
    "comma-separated: user|item|rating / 1|2|4 / 1|3|5 / 2|3|1",
  ],
  [
    "rows in first cells",
    "user;item;rating,,\n1;2;4,,\n1;3;5,,\n2;3;1,,\n",
    "comma-separated: user|item|rating / 1|2|4 / 1|3|5 / 2|3|1",
  ],
  ["single quotes", "'user','item'\n'1','2'\n'3','4'\n", "comma-separated: user|item / 1|2 / 3|4"],
  [
    "calls",
    "R(user=1, item=2)\nR(user=3, item=4)\nR(user=5, item=6)\n",
    "comma-separated: user|item / 1|2 / 3|4 / 5|6",
  ],
  [
    "labels",
    "user: 1, item: 2\nuser: 3, item: 4\nuser: 5, item: 6\n",
    "comma-separated: user|item / 1|2 / 3|4 / 5|6",
  ],
  [
    "Prolog",
    "rated(u1, f1, 4).\nrated(u2, f1, 3).\nrated(u2, f2, 3).\n",
    "comma-separated: u1|f1|4 / u2|f1|3 / u2|f2|3",
  ],
  ["tuples", "('ann', 1),\n('bob', 2),\n('cid', 3)\n", "comma-separated: ann|1| / bob|2| / cid|3"],
  [
    "bytes",
    "user,item\nb'ann',1\nb'bob',2\nb'cid',3\n",
    "comma-separated: user|item / ann|1 / bob|2 / cid|3",
  ],
  ["wrapped", '"user;item"\n"ann;1"\n"bob;2"\n', "semicolon-separated: user|item / ann|1 / bob|2"],
  [
    "a Markdown table",
    "| user | item |\n| --- | ---: |\n| ann | 1 |\n| bob | 2 |\n",
    "bar-separated: | user | item | / | ann | 1 | / | bob | 2 |",
  ],
  [
    "a grid",
    "+-----+------+\n| user | item |\n+=====+======+\n| ann | 1 |\n+-----+------+\n| bob | 2 |\n+-----+------+\n",
    "bar-separated: | user | item | / | ann | 1 | / | bob | 2 |",
  ],
  [
    "R's numbered rows",
    'user,item\n"1",ann,7\n"2",bob,8\n"3",cid,9\n',
    "comma-separated: user|item / 1|ann|7 / 2|bob|8 / 3|cid|9",
  ],
  ["spaces", "1  2   4\n3 4 5\n5 6 1\n", "space-separated: 1|2|4 / 3|4|5 / 5|6|1"],
  ["spaces in prose", "The cat sat\nA dog ran\nThe end was\n", "no table"],
  ["tilde and caret", "user~item\n1~2\n3~4\n", "separated by tildes: user|item / 1|2 / 3|4"],
  ["double colons", "1::2::4\n1::3::5\n", "separated by double colons: 1|2|4 / 1|3|5"],
  [
    "quotes with backslashes",
    'user,item\n1,"a \\"b\\", c"\n2,"d"\n',
    'comma-separated: user|item / 1|a "b", c / 2|d',
  ],
  ["quotes", 'user,item\n1,"a ""b"", c"\n2,"d"\n', 'comma-separated: user|item / 1|a "b", c / 2|d'],
  [
    "a title above",
    "My ratings\n\nuser,item,rating\n1,2,4\n1,3,5\n2,3,1\n",
    "comma-separated: user|item|rating / 1|2|4 / 1|3|5 / 2|3|1",
  ],
])("%s", async (name, text, expected) => {
  const opening = readHead(fileSource(new File([text], "notes.txt") as DataFile));
  if (expected === "no table") {
    await expect(opening).rejects.toBeInstanceOf(DataFileError);
    return;
  }
  const head = await opening;
  const rows: string[][] = [];
  await readTable(head, false, (fields) => void rows.push([...fields]));
  expect(`${head.format}: ${inLines(rows)}`).toBe(expected);
  // What the beginning shows is what is read; R has no name above its numbers of rows.
  if (name !== "R's numbered rows") expect(inLines(head.rows)).toBe(inLines(rows));
});
