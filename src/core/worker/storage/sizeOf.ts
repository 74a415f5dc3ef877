/** Approximate bytes of a stored value: its numbers and the characters of its texts. */
export function sizeOf(value: unknown): number {
  if (typeof value === "string") return value.length;
  if (typeof value !== "object" || value === null) return 8;
  if (ArrayBuffer.isView(value)) return value.byteLength;
  let size = 0;
  for (const part of Object.values(value)) size += sizeOf(part);
  return size;
}
