import { expect, it } from "vitest";
import { textTable } from "../support/textTable.ts";

const LISTS = "one user and their items a line: user|item";
it.each<[string, string, string]>([
  [
    "a name with a colon",
    "ann: 501 502 503\nb.b: 501\nc-c: 503\n",
    `${LISTS} / ann|501 / ann|502 / ann|503 / b.b|501 / c-c|503`,
  ],
  ["names of which one has no colon", "ann: 501 502 503\nbob 501 502\ncid: 503 504\n", "no table"],
  [
    "a name with a colon and nothing behind",
    "ann: 501 502 503\nbob:\ncid: 503\ndan: 504\n",
    `${LISTS} / ann|501 / ann|502 / ann|503 / cid|503 / dan|504`,
  ],
  [
    "commas behind a tab",
    "ann\t501,502\nbob\t501\ncid\t502, 503,504 \n",
    `${LISTS} / ann|501 / ann|502 / bob|501 / cid|502 / cid|503 / cid|504`,
  ],
  [
    "commas behind a tab, of words",
    "ann\tx,y\nbob\tx\ncid\ty,z,x\n",
    "tab-separated: ann|x,y / bob|x / cid|y,z,x",
  ],
  [
    "words half of which have a digit",
    "ann: a1 b\nbob: a1\ncid: c2 d e f3\n",
    `${LISTS} / ann|a1 / ann|b / bob|a1 / cid|c2 / cid|d / cid|e / cid|f3`,
  ],
  ["words fewer of which have a digit", "ann: a b1\nbob: a1 g\ncid: c d e f3\n", "no table"],
  [
    "ids of letters and digits behind a space",
    "u1 i1 i2 i3\nu2 i1\nu3 i2 i4\n",
    `${LISTS} / u1|i1 / u1|i2 / u1|i3 / u2|i1 / u3|i2 / u3|i4`,
  ],
  [
    "ids of letters and digits, mostly as many",
    "u1 i1 i2 i3\nu2 i1 i3 i4\nu3 i2 i4\n",
    `${LISTS} / u1|i1 / u1|i2 / u1|i3 / u2|i1 / u2|i3 / u2|i4 / u3|i2 / u3|i4`,
  ],
  ["signs that are in no id", "1 501 502 50%\n2 501\n3 502 503\n", "no table"],
  ["two lines", "1 501 502 503\n2 501\n", "no table"],
  [
    "semicolons",
    "1;501;502;503\n2;501\n3;502;503\n",
    `${LISTS} / 1|501 / 1|502 / 1|503 / 2|501 / 3|502 / 3|503`,
  ],
  ["commas", "1,501,502,503\n2,501\n3,502,503\n", `${LISTS} / 1|501 / 1|502 / 1|503 / 2|501 / 3|502 / 3|503`],
  [
    "tabs",
    "1\t501\t502\t503\n2\t501\n3\t502\t503\n",
    `${LISTS} / 1|501 / 1|502 / 1|503 / 2|501 / 3|502 / 3|503`,
  ],
  [
    "ratings of half and below nothing",
    "1 501:4.5 502:-1\n2 501:3\n3 502:2\n",
    `${LISTS}|rating / 1|501|4.5 / 1|502|-1 / 2|501|3 / 3|502|2`,
  ],
  [
    "a rating that is missing",
    "1 501:4 502 503\n2 501:3\n3 502:2\n",
    `${LISTS}|rating / 1|501|4 / 1|502 / 1|503 / 2|501|3 / 3|502|2`,
  ],
  [
    "a line that is counted among others that are not",
    "2 501 502\n7 501 502 503\n9 502\n",
    `${LISTS} / 2|501 / 2|502 / 7|501 / 7|502 / 7|503 / 9|502`,
  ],
  ["a table of numbers of which one is short", "1,2,3\n1,3,4\n2,2\n", "comma-separated: 1|2|3 / 1|3|4 / 2|2"],
])("items: %s", async (_, text, expected) => {
  expect(await textTable(text)).toBe(expected);
});

const RATED = "one user and their items a line: user|item|rating";
it.each<[string, string, string]>([
  [
    "titles and ratings by turns",
    "Ann,Heat,5,Alien,3\nBob,Jaws,4.5\nCid,Big,-1\n",
    `${RATED} / Ann|Heat|5 / Ann|Alien|3 / Bob|Jaws|4.5 / Cid|Big|-1`,
  ],
  [
    "titles and ratings with spaces",
    "Ann, Heat, 5 , Alien, 3\nBob, Jaws, 10\nCid, Big, 12\n",
    `${RATED} / Ann| Heat| 5  / Ann| Alien| 3 / Bob| Jaws| 10 / Cid| Big| 12`,
  ],
  ["two lines of them", "Ann,Heat,5,Alien,3\nBob,Jaws,4\n", "no table"],
  [
    "lines of one length",
    "Ann,Heat,5\nBob,Jaws,4\nCid,Big,1\n",
    "comma-separated: Ann|Heat|5 / Bob|Jaws|4 / Cid|Big|1",
  ],
  [
    "a name that comes twice",
    "Ann,Heat,5,Alien,3\nBob,Jaws,4\nBob,Big,1\nCid,Big,1\n",
    "comma-separated: Ann|Heat|5|Alien|3 / Bob|Jaws|4 / Bob|Big|1 / Cid|Big|1",
  ],
  [
    "a title without a rating",
    "Ann,Heat,5,Alien\nBob,Jaws,4\nCid,Big,1\n",
    "comma-separated: Ann|Heat|5|Alien / Bob|Jaws|4 / Cid|Big|1",
  ],
  [
    "a rating in front of a title",
    "Ann,5,Heat,3,Alien\nBob,Jaws,4\nCid,Big,1\n",
    "comma-separated: Ann|5|Heat|3|Alien / Bob|Jaws|4 / Cid|Big|1",
  ],
  [
    "a mark that is no number",
    "Ann,Heat,5x,Alien,3\nBob,Jaws,4\nCid,Big,1\n",
    "comma-separated: Ann|Heat|5x|Alien|3 / Bob|Jaws|4 / Cid|Big|1",
  ],
  [
    "a title that ends in a number",
    "Ann,Alien 3,5,Heat,3\nBob,1 Jaws,4\nCid,Big,1\n",
    `${RATED} / Ann|Alien 3|5 / Ann|Heat|3 / Bob|1 Jaws|4 / Cid|Big|1`,
  ],
])("%s", async (_, text, expected) => {
  expect(await textTable(text)).toBe(expected);
});
