/** About how many bytes a value takes where it is kept: its numbers and the letters of its texts. */
export function sizeOf(value: unknown): number {
  if (typeof value === "string") return value.length;
  if (typeof value !== "object" || value === null) return 8;
  if (ArrayBuffer.isView(value)) return value.byteLength;
  let size = 0;
  for (const part of Object.values(value)) size += sizeOf(part);
  return size;
}
