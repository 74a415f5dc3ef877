/** The sheets of a workbook of Excel, in the order of their numbers. */
export function sheetPaths(entries: ReadonlyMap<string, unknown>): string[] {
  return [...entries.keys()].filter(isSheet).sort((a, b) => a.localeCompare(b, "en", { numeric: true }));
}

export function isSheet(path: string): boolean {
  return /^xl\/worksheets\/[^/]+\.xml$/.test(path);
}
