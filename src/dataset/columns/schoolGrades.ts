import type { Answers, Question } from "../../files/Question.ts";
import type { TableHead } from "../../files/TableHead.ts";
import type { OnRow } from "../../files/text/CsvDecoder.ts";
import { cellAt } from "../cells/cellAt.ts";
import { isUnrated } from "../cells/ratingOf.ts";
import { guessHeader } from "./guessForm.ts";

/** Grades of German and Austrian schools, of which 1 is the best: "2", "2-", "1,5". */
const GRADE = /^([1-6])(?:[.,](\d))?([+-])?$/;
const WORST = 6;
/** A name that says so, alone or in brackets behind another. */
const SAYS = /schulnoten?|zensur|\b1\s*=\s*(?:sehr gut|beste?|best)|notenskala/i;
const MAY_SAY = /^note[n]?$/i;
/** French and Italian tables call points of 20 and 10 "note" as well; these names stand beside German ones. */
const GERMAN =
  /^(?:titel|filmtitel|jahr|nutzer|nutzerin|benutzer|schüler|schülerin|buch|spiel|datum|bewertet am|regie)$/i;

/** Asks whether 1 is the best where a column may hold grades; null where none does, or it is plain. */
export function gradesQuestion(head: TableHead, answers: Answers): Question | null {
  const id = `grades:${head.source.name}`;
  const place = gradesPlace(head);
  if (place < 0 || id in answers || isSaid(head, place)) return null;
  return {
    id,
    sentence: `${head.source.name} has a column ${head.rows[0][place]} of 1 to 6. Which is the best?`,
    choices: [
      { label: "1 is the best, as in school", answer: "best first" },
      { label: "6 is the best", answer: "best last" },
    ],
  };
}

/** The table with grades turned into points, 6 for the best and 1 for the worst. */
export function withoutGrades(head: TableHead, answers: Answers): TableHead {
  const place = gradesPlace(head);
  const isReversed = isSaid(head, place) || answers[`grades:${head.source.name}`] === "best first";
  const isMatrix = isMatrixOfGrades(head);
  if (!isMatrix && (place < 0 || !isReversed)) return head;
  const isGrade = (at: number) => (isMatrix ? at > 0 : at === place);
  const turned = (row: string[]) => row.map((cell, at) => (isGrade(at) ? pointsOf(cell) : cell));
  return {
    ...head,
    isOfGrades: true,
    plain: undefined,
    rows: [head.rows[0], ...head.rows.slice(1).map(turned)],
    read: (take: OnRow, onBytes) =>
      head.read((row, line, broken) => take(turned(row), line, broken), onBytes),
  };
}

function gradesPlace({ rows, hasHeader }: TableHead): number {
  if (rows.length < 3 || !(hasHeader ?? guessHeader(rows))) return -1;
  const [header, ...body] = rows;
  const isGerman = header.some((name) => GERMAN.test(name.trim()));
  return header.findIndex((name, place) => {
    if (!SAYS.test(name) && !(MAY_SAY.test(name.trim()) && isGerman)) return false;
    const cells = body.map((row) => cellAt(row, place).trim()).filter((cell) => cell !== "");
    if (cells.length === 0 || !cells.every((cell) => GRADE.test(cell))) return false;
    // Points of 5 are called so, too.
    return SAYS.test(name) || cells.some((cell) => /^6|[+-]$/.test(cell));
  });
}

/** Whether the corner of a matrix says so, and all behind the names of its rows are grades or blank. */
function isMatrixOfGrades({ rows }: TableHead): boolean {
  const [header, ...body] = rows;
  if (body.length < 2 || header.length < 3 || !SAYS.test(header[0])) return false;
  const cells = body.flatMap((row) => row.slice(1)).filter((cell) => !isUnrated(cell));
  return (
    cells.length > 0 &&
    cells.every((cell) => GRADE.test(cell.trim())) &&
    !body.some(([label]) => GRADE.test(label.trim()))
  );
}

/** Whether the name of the column says so, or signs behind the grades do. */
function isSaid({ rows }: TableHead, place: number): boolean {
  if (place < 0) return false;
  return (
    SAYS.test(rows[0][place]) || rows.slice(1).some((row) => /^[1-6][+-]$/.test(cellAt(row, place).trim()))
  );
}

/** "1" is 6 of 6, "2-" is 4.7; what is not a grade stays. */
function pointsOf(text: string): string {
  const [, grade, tenths = "0", sign] = GRADE.exec(text.trim()) ?? [];
  if (grade === undefined) return text;
  const worse = sign === "-" ? 0.3 : sign === "+" ? -0.3 : 0;
  return String(Math.round(Math.min(WORST, WORST + 1 - Number(`${grade}.${tenths}`) - worse) * 10) / 10);
}
