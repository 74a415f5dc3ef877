import type { OwnStars } from "../../../core/worker/ownStars.ts";
import { FIRST_FILMS } from "../firstFilms.ts";
import type { PersonalList } from "./PersonalList.ts";
import { whatKeeps } from "./whatKeeps.ts";

/** The answers that are left out in turn to explain one film. */
const MOST_EXPLAINED = 60;

interface Carrying {
  one: OwnStars;
  share: number;
  placeWithout: number;
}

/** What each answer does to a film, those that count most first. */
export async function carriersOf(list: PersonalList, item: number): Promise<Carrying[]> {
  const carriers: Carrying[] = [];
  for (const one of list.nearest(item, MOST_EXPLAINED)) {
    const { score, place } = await list.without([one], item);
    carriers.push({ one, share: list.score(item) - score, placeWithout: place });
  }
  return carriers.filter(({ share }) => share !== 0).sort((a, b) => Math.abs(b.share) - Math.abs(a.share));
}

/** The answers that together keep a film among the first; null if it would be there without them too, or is not there. */
export async function keptBy(
  list: PersonalList,
  item: number,
  carriers: readonly Carrying[],
): Promise<OwnStars[] | null> {
  if (list.place(item) > FIRST_FILMS) return null;
  const lifting = carriers.filter(({ share }) => share > 0).map(({ one }) => one);
  return whatKeeps(lifting, async (left) => (await list.without(left, item)).place > FIRST_FILMS);
}
