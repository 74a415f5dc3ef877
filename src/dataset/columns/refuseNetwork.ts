import { DataFileError } from "../../errors.ts";
import type { TableHead } from "../../files/TableHead.ts";
import { cellAt } from "../cells/cellAt.ts";
import { namedColumn, plainName } from "./columnNames.ts";

/** How both ends of a link are called. */
const ENDS =
  /^(?:source (?:target|destination|dest)|src (?:dst|dest|target)|from to|follower (?:followee|following|followed)|trustor trustee|truster trusted|user friend|user followee|user following|user trusted|user trustee)$/;
/** "source_id", "FromNodeId", "userID" */
const OF_END = /(?:node|user)?(?:id|name|index|idx|key)?$/;
/** Files of links without a header, as they come beside ratings. */
const FILE = /trust(?!ed)|friend|follow|edges|network|social/i;

/**
 * A table as it is, unless it says who is linked with whom: who trusts, follows or knows others.
 * @throws DataFileError if it does: nobody likes those whom it names as one likes a film.
 */
export function refuseNetwork(head: TableHead): TableHead {
  const { source, rows } = head;
  if (!isNetwork(head)) return head;
  const [first = []] = rows;
  const names = /\d/.test(first.join("")) ? "" : ` (${first.slice(0, 2).join(", ")})`;
  throw new DataFileError(
    `${source.name} says who is linked with whom${names}, not who liked what. Open the file that holds the ratings. If it does hold likes, call its columns user and item.`,
  );
}

function isNetwork({ source: { name }, rows, hasHeader }: TableHead): boolean {
  const [first = [], ...body] = rows;
  if (first.length < 2 || hasHeader === false || namedColumn(first, "rating") >= 0) return false;
  const ends = first.slice(0, 2).map((cell) => plainName(cell).replace(OF_END, "") || "user");
  if (ENDS.test(ends.join(" "))) return true;
  const isPlain =
    first.length < 4 && [first, ...body].every((row) => row.every((cell) => /^\d+$/.test(cell)));
  const areAlike = new Set(rows.map((row) => cellAt(row, 2))).size === 1;
  return isPlain && areAlike && FILE.test(name) && !/rating|review|like/i.test(name);
}
