/** How lines end, once `plainLineEnds` has made one sign of the two that Windows writes. */
export type LineEnd = "\n" | "\r";

/** Text with a line feed alone at the end of each line: some files have lines of both kinds. */
export function plainLineEnds(text: string): string {
  return text.includes("\r\n") ? text.replaceAll("\r\n", "\n") : text;
}

/** How the first line ends; null as long as the text does not show it. */
export function firstLineEnd(text: string, isEnd: boolean, quotes: boolean): LineEnd | null {
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    if (quotes && text[i] === '"') quoted = !quoted;
    if (quoted) continue;
    if (text[i] === "\n") return "\n";
    if (text[i] === "\r" && (isEnd || i + 1 < text.length)) return "\r";
  }
  return isEnd ? "\n" : null;
}
