import { describe, expect, it } from "vitest";
import { gradesQuestion, withoutGrades } from "../../src/dataset/columns/schoolGrades.ts";
import { headOfText } from "../support/textTable.ts";

const BEST_FIRST = { "grades:notes.txt": "best first" };

describe("whether 1 is the best is asked of", () => {
  it.each<[string, string]>([
    ["Note", "Titel,Note\nHeat,1\nAlien,6\n"],
    ["Noten", "Titel,Noten\nHeat,1\nAlien,6\n"],
    [" Note ", " Titel , Note \nHeat, 6 \nAlien,\n"],
    ["Note", "Note,Titel\n1,Heat\n6,Alien\n"],
  ])("%j in %j", async (name, text) => {
    expect(gradesQuestion(await headOfText(text), {})).toEqual({
      id: "grades:notes.txt",
      sentence: `notes.txt has a column ${name} of 1 to 6. Which is the best?`,
      choices: [
        { label: "1 is the best, as in school", answer: "best first" },
        { label: "6 is the best", answer: "best last" },
      ],
    });
  });

  it.each<[string, string]>([
    ["a header of English names", "title,Note\nHeat,1\nAlien,6\n"],
    ["another name", "Titel,Punkte\nHeat,1\nAlien,6\n"],
    ["points of 5", "Titel,Note\nHeat,1\nAlien,5\n"],
    ["points with a 6 behind", "Titel,Note\nHeat,1\nAlien,2.6\n"],
    ["one row", "Titel,Note\nAlien,6\n"],
    ["points of 10", "Titel,Note\nHeat,6\nAlien,10\n"],
    ["no points", "Titel,Note\nHeat,\nAlien,\n"],
    ["what says so", "Titel,Schulnote\nHeat,1\nAlien,6\n"],
    ["what says so in front", "Schulnote,Titel\n1,Heat\n6,Alien\n"],
    ["signs, which say so", "Titel,Note\nHeat,1\nAlien,2-\n"],
    ["signs with spaces around", "Titel,Note\nHeat,1\nAlien, 2+ \n"],
  ])("not of %s", async (_, text) => {
    expect(gradesQuestion(await headOfText(text), {})).toBeNull();
  });

  it("not once it was answered", async () => {
    expect(gradesQuestion(await headOfText("Titel,Note\nHeat,1\nAlien,6\n"), BEST_FIRST)).toBeNull();
  });
});

const linesOf = (rows: readonly string[][]) => rows.map((row) => row.join("|")).join(" / ");

it.each<[string, string, string]>([
  [
    "grades that say so",
    'Titel,Schulnote\nHeat,1\nAlien,2-\nFargo,2+\nTenet, 6 \nBig,"1,5"\nPi,1+\n',
    "Titel|Schulnote / Heat|6 / Alien|4.7 / Fargo|5.3 / Tenet|1 / Big|5.5 / Pi|6",
  ],
  ["blank ones", "Titel,Schulnote\nHeat,3\nAlien,\nBig,4\n", "Titel|Schulnote / Heat|4 / Alien| / Big|3"],
  ["grades in front", "Schulnote,Titel\n1,2\n6,3\n", "Schulnote|Titel / 6|2 / 1|3"],
  [
    "a matrix of them",
    "Schulnoten,Heat,Alien\nann, 1 ,2-\nbob,,6\n",
    "Schulnoten|Heat|Alien / ann|6|4.7 / bob||1",
  ],
])("%s become points", async (_, text, expected) => {
  const head = withoutGrades(await headOfText(text), {});
  expect(head.isOfGrades).toBe(true);
  expect(linesOf(head.rows)).toBe(expected);
  const read: string[][] = [];
  await head.read(
    (row) => read.push([...row]),
    () => {},
  );
  expect(linesOf(read)).toBe(expected);
});

it("become points where a person says so", async () => {
  const head = await headOfText("Titel,Note\nHeat,1\nAlien,6\n");
  expect(linesOf(withoutGrades(head, BEST_FIRST).rows)).toBe("Titel|Note / Heat|6 / Alien|1");
  expect(withoutGrades(head, { "grades:notes.txt": "best last" })).toBe(head);
  expect(withoutGrades(head, { "grades:others.txt": "best first" })).toBe(head);
});

it.each<[string, string]>([
  ["no grades", "Titel,Punkte\nHeat,1\nAlien,6\n"],
  ["points of 10 in a matrix", "Schulnoten,Heat,Alien\nann,1,7\nbob,2,6\n"],
  ["a matrix without marks", "Schulnoten,Heat,Alien\nann,,\nbob,,\n"],
  ["a matrix whose rows are numbered", "Schulnoten,Heat,Alien\n 7 ,1,7\n 2 ,2,6\n"],
  ["a matrix of one row", "Schulnoten,Heat,Alien\nann,1,6\n"],
])("%s stay", async (_, text) => {
  const head = await headOfText(text);
  expect(withoutGrades(head, BEST_FIRST)).toBe(head);
});
