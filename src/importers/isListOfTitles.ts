import { namedColumn, plainName } from "../dataset/columns/columnNames.ts";

/** What a list says of its films beside titles and years. */
const BESIDES =
  /^(?:|position|pos|rank|nr?o?|number|director|directedby|regie|regisseur|realisateur|regista|notes?|comments?|url|link|uri|letterboxduri|const|imdb(?:id|url)?|tmdb(?:id)?)$/;

/** Whether a table is of titles and years and of nothing that a data set's items have beside them, such as ids or genres. */
export function isListOfTitles(header: readonly string[], title: number): boolean {
  const year = namedColumn(header, "year");
  return (
    year >= 0 &&
    header.every((name, place) => place === title || place === year || BESIDES.test(plainName(name)))
  );
}
