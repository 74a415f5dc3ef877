import type { SavedWork } from "../../../core/api/SavedWork.ts";
import { titleOf } from "../../../core/api/titleOf.ts";
import { count } from "../../../ui/words.ts";

/** What each of them is called; files of one name are told apart by their sizes. */
export function titlesOf(works: readonly Pick<SavedWork, "name" | "source">[]): string[] {
  const titles = works.map(titleOf);
  return works.map(({ name }, place) => {
    const title = titles[place];
    const bytes = /, (\d+) bytes/.exec(name)?.[1];
    const isAlone = titles.indexOf(title) === titles.lastIndexOf(title);
    return isAlone || bytes === undefined ? title : `${title} (${count(Number(bytes), "byte")})`;
  });
}
