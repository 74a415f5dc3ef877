/** What tells a row of findings from the others of its list, such as a genre or an attack; empty if nothing does. */
export function rowName(row: unknown): string {
  if (typeof row !== "object" || row === null) return "";
  const { name, guard, kind, goal, value } = row as Record<string, unknown>;
  return [name, guard, kind, goal, value].filter((part) => part !== undefined).join(" ");
}
