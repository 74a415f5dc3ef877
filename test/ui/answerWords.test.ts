import { expect, it } from "vitest";
import { answered, keptList, known, knowsIt } from "../../src/ui/answerWords.ts";

it.each([
  ["film", "Seen it", "seen", "watchlist"],
  ["book", "Read it", "read", "reading list"],
  ["game", "Played it", "played", "wishlist"],
  ["item", "Know it", "known", "wishlist"],
])("fits its words to a %s", (one, said, participle, list) => {
  const nouns = { one, many: `${one}s` };
  expect([knowsIt(nouns), known(nouns), keptList(nouns)]).toEqual([said, participle, list]);
  expect(answered("seen", nouns)).toBe(participle);
  expect(answered("watchlist", nouns)).toBe(list);
  expect(answered("notForMe", nouns)).toBe("not for you");
});
