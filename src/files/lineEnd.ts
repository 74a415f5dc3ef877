export type LineEnd = "\r\n" | "\n" | "\r";

/** How the first line ends; null as long as the text does not show it. */
export function firstLineEnd(text: string, isEnd: boolean, quotes: boolean): LineEnd | null {
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    if (quotes && text[i] === '"') quoted = !quoted;
    if (quoted) continue;
    if (text[i] === "\n") return "\n";
    if (text[i] === "\r" && text[i + 1] === "\n") return "\r\n";
    if (text[i] === "\r" && (isEnd || i + 1 < text.length)) return "\r";
  }
  return isEnd ? "\n" : null;
}
