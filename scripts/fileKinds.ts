import { FORMATS } from "../src/files/formats.ts";
import { OTHER_KINDS } from "../src/files/otherKind.ts";
import { IMPORTERS } from "../src/importers/importers.ts";

/** The tables of docs/files.md, from the lists that the readers use; `npm run files -- --kinds` prints them. */
export function fileKinds(): string {
  const formats = FORMATS.map(({ name, files }) => `| ${name} | ${files} |`);
  const services = IMPORTERS.map(({ name, files, of }) => `| ${name} | ${files} | ${of} |`);
  const refused = [...new Set(OTHER_KINDS.map(({ is, remedy }) => `| ${is} | ${remedy} |`))];
  return [
    "| written as | files |",
    "| --- | --- |",
    ...formats,
    "",
    "| service | files | of |",
    "| --- | --- | --- |",
    ...services,
    "",
    "| refused: the file is … | what to do |",
    "| --- | --- |",
    ...refused,
  ].join("\n");
}
