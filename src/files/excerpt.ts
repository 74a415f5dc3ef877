/** Text of a file in quotation marks, short enough for a message. */
export function excerpt(text: string): string {
  const shown = text.trim().replace(/\s+/g, " ");
  return shown.length > 40 ? `"${shown.slice(0, 39)}…"` : `"${shown}"`;
}
