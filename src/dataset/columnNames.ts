import type { Role } from "./TableForm.ts";

/** Names of columns as data sets have them, without case, spaces and signs. The first that occurs has the role. */
const NAMES: readonly (readonly [Role, readonly string[]])[] = [
  [
    "user",
    words(
      "userid user uid username reviewerid reviewer customerid customer memberid member personid person profilename reviewprofilename visitorid accountid player reader listener",
    ),
  ],
  [
    "item",
    words(
      "movieid movie filmid film itemid item iid bookid isbn book gameid game bggid beerid beerbeerid beer productid parentasin asin product songid trackid song track artistid artist animeid anime recipeid recipe businessid",
    ),
  ],
  [
    "rating",
    words(
      "rating ratings userrating bookrating myrating reviewoverall overall score stars star grade points vote value",
    ),
  ],
  ["timestamp", words("timestamp unixreviewtime datetime date time ratedat reviewtime createdat when ts")],
  ["title", words("title movietitle booktitle filmtitle gametitle beername productname name")],
  ["year", words("year releaseyear yearofpublication yearpublished publicationyear")],
  ["labels", words("genres genre categories category tags")],
  ["age", words("age")],
];

/** The place of the column that is called as a role's columns usually are; -1 where there is none. */
export function namedColumn(names: readonly string[], role: Role): number {
  const known = NAMES.find(([name]) => name === role)?.[1] ?? [];
  const plain = names.map(plainName);
  for (const name of known) {
    const place = plain.indexOf(name);
    if (place >= 0) return place;
  }
  return -1;
}

/** Whether any role's columns are called so. */
export function isKnownName(name: string): boolean {
  return NAMES.some(([, known]) => known.includes(plainName(name)));
}

/** A column's name without case, spaces and signs. */
export function plainName(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}

function words(text: string): string[] {
  return text.split(" ");
}
