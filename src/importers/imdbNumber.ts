/** "tt0113277", "https://www.imdb.com/title/tt0113277/" */
const NUMBER = /(?:^|\/)(tt\d{6,9})\/?$/;

/** IMDb's number of a title, alone or at the end of an address; null if this is neither. */
export function imdbNumberOf(text: string): string | null {
  return NUMBER.exec(text.trim())?.[1] ?? null;
}
