/** Letters that Unicode does not take apart into a plain one and an accent. */
const LETTERS: Record<string, string> = {
  æ: "ae",
  œ: "oe",
  ø: "o",
  ß: "ss",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ı: "i",
};

/** Text for comparing, case, accents and ligatures aside: "Léon" is "leon", "Alien³" is "alien3". */
export function fold(text: string): string {
  // Most titles need no more, and a catalogue has many words.
  if (/^[\x20-\x7e]*$/.test(text)) return text.toLowerCase();
  return text
    .normalize("NFKD")
    .replace(/[\p{M}\u2044]/gu, "")
    .toLowerCase()
    .replace(/[æœøßłđðþı]/g, (letter) => LETTERS[letter]);
}
