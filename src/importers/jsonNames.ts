/** Of the name of a value in JSON, "title.userRating.value": with all around it, with less, and with nothing. */
export function partsOf(name: string): string[] {
  const parts = name.split(".");
  return parts.map((_, from) => parts.slice(from).join("."));
}

/** "value" of "title.userRating.value" */
export function lastOf(name: string): string {
  return name.slice(name.lastIndexOf(".") + 1);
}
