import type { Nouns } from "../core/api/DatasetSummary.ts";
import type { Answer } from "../core/api/Film.ts";

/** What people say of a thing that they know: a film is seen, a book read. */
const KNOWING: Partial<Record<string, readonly [said: string, participle: string]>> = {
  film: ["Seen it", "seen"],
  anime: ["Seen it", "seen"],
  book: ["Read it", "read"],
  game: ["Played it", "played"],
  song: ["Heard it", "heard"],
  joke: ["Heard it", "heard"],
  beer: ["Tried it", "tried"],
  recipe: ["Tried it", "tried"],
  product: ["Tried it", "tried"],
};

/** Where people keep such things for later. */
const KEEPING: Partial<Record<string, string>> = {
  film: "watchlist",
  anime: "watchlist",
  book: "reading list",
};

/** The list for later: "watchlist", "reading list". */
export const keptList = ({ one }: Nouns): string => KEEPING[one] ?? "wishlist";

/** What a thing is that somebody knows: "seen", "read", "known". */
export const known = ({ one }: Nouns): string => KNOWING[one]?.[1] ?? "known";

/** "Seen it", "Read it", "Know it". */
export const knowsIt = ({ one }: Nouns): string => KNOWING[one]?.[0] ?? "Know it";

/** What was answered, in a word or two: "seen", "not for you", "watchlist". */
export function answered(answer: Answer, nouns: Nouns): string {
  if (answer === "notForMe") return "not for you";
  return answer === "seen" ? known(nouns) : keptList(nouns);
}
