/** What stands in front of an entry of a zip. */
export interface LocalHeader {
  flags: number;
  method: number;
  crc: number;
  packedSize: number;
  size: number;
  nameBytes: number;
  extraBytes: number;
}

/** What the header in front of an entry begins with. */
export const LOCAL = 0x04034b50;
const DESCRIPTOR = 0x08074b50;
const ZIP64 = 1;
/** Marks a number too large for its field: a zip64 field holds it. */
export const MARK32 = 0xffffffff;

/** Null if this is none. */
export function localHeader(view: DataView): LocalHeader | null {
  if (view.getUint32(0, true) !== LOCAL) return null;
  return {
    flags: view.getUint16(6, true),
    method: view.getUint16(8, true),
    crc: view.getUint32(14, true),
    packedSize: view.getUint32(18, true),
    size: view.getUint32(22, true),
    nameBytes: view.getUint16(26, true),
    extraBytes: view.getUint16(28, true),
  };
}

/**
 * Numbers of a header, those too large for their fields from its zip64 field.
 * @param numbers in the order in which that field holds them
 * @returns null if it lacks one.
 */
export function sizes64(extra: DataView, numbers: readonly number[]): number[] | null {
  if (!numbers.includes(MARK32)) return [...numbers];
  let [at, end] = fieldOf(extra, ZIP64);
  const found: number[] = [];
  for (const number of numbers) {
    if (number !== MARK32) found.push(number);
    else if (at + 8 > end) return null;
    else {
      found.push(Number(extra.getBigUint64(at, true)));
      at += 8;
    }
  }
  return found;
}

/** Where a field of a header stands; nowhere if it has none of this kind. */
function fieldOf(extra: DataView, kind: number): [from: number, to: number] {
  let at = 0;
  while (at + 4 <= extra.byteLength) {
    const end = at + 4 + extra.getUint16(at + 2, true);
    if (extra.getUint16(at, true) === kind) return [at + 4, Math.min(end, extra.byteLength)];
    at = end;
  }
  return [0, 0];
}

/**
 * How long the description behind an entry's contents is, where its writer did not know the sizes beforehand: with a
 * signature or without, in numbers of 32 or 64 bits. 0 if nothing there says what the list of contents says.
 */
export function descriptorBytes(
  view: DataView,
  { crc, packedSize, size }: { crc: number; packedSize: number; size: number },
): number {
  for (const head of view.byteLength >= 4 && view.getUint32(0, true) === DESCRIPTOR ? [4, 0] : [0]) {
    for (const width of [4, 8]) {
      const bytes = head + 4 + 2 * width;
      if (bytes > view.byteLength || view.getUint32(head, true) !== crc) continue;
      const number = (at: number) =>
        width === 4 ? view.getUint32(at, true) : Number(view.getBigUint64(at, true));
      if (number(head + 4) === packedSize && number(head + 4 + width) === size) return bytes;
    }
  }
  return 0;
}
