import type { Nouns } from "./Catalogue.ts";

export const FILMS: Nouns = { one: "film", many: "films" };
export const ITEMS: Nouns = { one: "item", many: "items" };

const KINDS: readonly (readonly [RegExp, Nouns])[] = [
  [
    /movie|film|pel[ií]cula|elokuva|電影|电影|映画|영화|фильм|филм|фільм|ταινία|סרט|فيلم|ภาพยนตร์|फिल्म|फ़िल्म/i,
    FILMS,
  ],
  [
    /book(?!mark)|isbn|livre|libro|buch(?!ung)|książk|книг|书籍|書籍|圖書|图书/i,
    { one: "book", many: "books" },
  ],
  [
    /game|appid|steam|spiel(?!film)|juego|jogo|gioco|jeu(?!ne|di)|игр[аы]|游戏|ゲーム|게임/i,
    { one: "game", many: "games" },
  ],
  [/anime/i, { one: "anime", many: "anime" }],
  [/joke/i, { one: "joke", many: "jokes" }],
  [/beer/i, { one: "beer", many: "beers" }],
  [/song|track/i, { one: "song", many: "songs" }],
  [/artist/i, { one: "artist", many: "artists" }],
  [/recipe/i, { one: "recipe", many: "recipes" }],
  [/product|asin/i, { one: "product", many: "products" }],
];

/** What items may be called. */
export const NOUNS: readonly Nouns[] = [...KINDS.map(([, nouns]) => nouns), ITEMS];

/** What the items are called, by the names of columns and files, the most telling first. */
export function guessNouns(names: readonly string[]): Nouns {
  for (const name of names) {
    const kind = KINDS.find(([pattern]) => pattern.test(name));
    if (kind) return kind[1];
  }
  return ITEMS;
}
