import { excerpt } from "../../files/excerpt.ts";
import type { TableHead } from "../../files/TableHead.ts";
import type { Assumption } from "../Assumption.ts";
import { cellsAt } from "../cells/cellAt.ts";
import { isUnrated } from "../cells/ratingOf.ts";
import { signScale } from "../cells/signScale.ts";
import { verbalScale } from "../cells/verbalScale.ts";
import { isKnownName, mayBeAnybodys, roleNamed } from "./columnNames.ts";
import { placeOf, type Role, type TableForm } from "./TableForm.ts";
import type { Table } from "./understand.ts";

/** What was taken for granted of a table of ratings, a sentence each. */
export function assumedOf({ head, form }: Table): Assumption[] {
  const { name } = head.source;
  const place = placeOf(form.columns, "rating");
  const rating = form.columns[place];
  const said: Assumption[] = [];
  const guessed = guessedSides(head, form);
  if (guessed) said.push({ sentence: guessed, instead: null });
  if (rating && form.hasHeader && !form.ratings && !isKnownName(rating.name))
    said.push({ sentence: `${excerpt(rating.name)} in ${name} is read as the rating.`, instead: null });
  const unused = form.columns.filter(({ role }) => role === "unused").map((column) => excerpt(column.name));
  if (!rating && form.hasHeader && unused.length > 0)
    said.push({
      sentence: `${name} has no column of ratings, so each row counts as a like; not used: ${unused.slice(0, 4).join(", ")}${unused.length > 4 ? ", …" : ""}.`,
      instead: null,
    });
  if (form.ratings === "events") {
    said.push({
      sentence: `Each row of ${name} counts as a like, unless something was skipped or taken back. ${excerpt(rating.name)} says how much: 1 for a view, 2 for a cart or a wish, 3 for a purchase.`,
      instead: { label: "Only count purchases", choices: { likedFrom: 3 } },
    });
  } else if (form.ratings === "counts") {
    said.push({
      sentence: `${excerpt(rating.name)} in ${name} is read as how much somebody wanted it; the upper half counts as liked.`,
      instead: null,
    });
  }
  const body = head.rows.slice(Number(form.hasHeader));
  const cells = cellsAt(body, place);
  const signs = signScale(cells);
  const words = signs ?? verbalScale(cells.filter((cell) => !isUnrated(cell)));
  if (words && form.ratings !== "events")
    said.push({
      sentence: `The ${signs ? "signs" : "words"} of ${excerpt(rating.name)} in ${name} are read as points out of 5: ${words.told}.`,
      instead: null,
    });
  if (head.isOfGrades)
    said.push({ sentence: `The grades in ${name} are reversed: 1 is the best.`, instead: null });
  if (head.format.includes("matrix"))
    said.push({
      sentence: `${name} was read as ${/^[EO]/.test(head.format) ? "an" : "a"} ${head.format}.`,
      instead: null,
    });
  return said;
}

/** Which columns say who and what, where their names do not; null where they do. */
function guessedSides({ source, format }: TableHead, { columns, hasHeader }: TableForm): string | null {
  const [user, item] = (["user", "item"] as const).map((role) => columns[placeOf(columns, role)]?.name);
  if (!hasHeader || !user || !item || format.includes("matrix")) return null;
  const isGuessed = (name: string, roles: readonly Role[]) => {
    const role = roleNamed(name);
    return role === null || !roles.includes(role) || mayBeAnybodys(name);
  };
  const isWho = isGuessed(user, ["user"]);
  const isWhat = isGuessed(item, ["item", "title", "imdb", "tmdb"]);
  if (isWho && isWhat)
    return `${excerpt(user)} in ${source.name} is read as who rated, and ${excerpt(item)} as what.`;
  if (isWho) return `${excerpt(user)} in ${source.name} is read as who rated.`;
  return isWhat ? `${excerpt(item)} in ${source.name} is read as what was rated.` : null;
}
