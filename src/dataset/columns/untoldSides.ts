import { UNTOLD } from "../../files/json/jsonByKey.ts";
import type { Answers, Question } from "../../files/Question.ts";
import type { TableHead } from "../../files/TableHead.ts";
import type { OnRow } from "../../files/text/CsvDecoder.ts";

const WHO_FIRST = "people first";

/** Asks which names are people's where those of two kinds stand within each other in JSON, and either could be. */
export function sidesQuestion({ source, rows }: TableHead, answers: Answers): Question | null {
  const id = `sides:${source.name}`;
  if (!areUntold(rows) || id in answers) return null;
  const [outer, inner] = rows[1];
  return {
    id,
    sentence: `${source.name} has ${inner} within ${outer}. Who rated what?`,
    choices: [
      { label: `${outer} rated ${inner}`, answer: WHO_FIRST },
      { label: `${inner} rated ${outer}`, answer: "people last" },
    ],
  };
}

/** The table with its sides called as they were chosen. */
export function withSides(head: TableHead, answers: Answers): TableHead {
  const answer = answers[`sides:${head.source.name}`];
  if (!areUntold(head.rows) || answer === undefined) return head;
  const [user, item] = answer === WHO_FIRST ? UNTOLD : UNTOLD.toReversed();
  const named = (row: string[]) =>
    row.map((name) => (name === user ? "user" : name === item ? "item" : name));
  return {
    ...head,
    rows: head.rows.with(0, named(head.rows[0])),
    read: (take: OnRow, onBytes) =>
      head.read((row, line, broken) => take(line === 0 ? named(row) : row, line, broken), onBytes),
  };
}

function areUntold([header = []]: readonly string[][]): boolean {
  return UNTOLD.every((name, place) => header[place] === name);
}
