import { plainName } from "../dataset/columns/columnNames.ts";
import { unguarded } from "../files/toCsv.ts";
import type { Importer } from "./Importer.ts";
import { ANSWER_COLUMN, MATINEE_COLUMNS } from "./matineeColumns.ts";

const [ID, TITLE, YEAR, STARS, RATED_AT] = MATINEE_COLUMNS.map(plainName);

export const matinee: Importer = {
  name: "Matinee",
  files: "what Matinee exports as your ratings",
  of: "films",
  signature: [ID, TITLE, STARS],
  title: [TITLE],
  year: [YEAR],
  rating: [STARS],
  date: [RATED_AT],
  id: [ID],
  answer: [plainName(ANSWER_COLUMN)],
  titleOf: unguarded,
  remedy: "Open the file that Matinee exported.",
};
