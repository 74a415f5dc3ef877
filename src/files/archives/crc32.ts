/** Of each byte, as it counts with none, one, two or three others behind it: four at a time take half the time. */
const TABLES = new Uint32Array(4 * 256);
for (let byte = 0; byte < 256; byte++) {
  let word = byte;
  for (let bit = 0; bit < 8; bit++) word = word & 1 ? (word >>> 1) ^ 0xedb88320 : word >>> 1;
  TABLES[byte] = word;
}
for (let i = 256; i < TABLES.length; i++) {
  const before = TABLES[i - 256];
  TABLES[i] = TABLES[before & 0xff] ^ (before >>> 8);
}

/**
 * The check sum of zip files, as an unsigned number.
 * @param before that of the bytes in front of these
 */
export function crc32(bytes: Uint8Array, before = 0): number {
  const { length } = bytes;
  const inFours = length - (length % 4);
  let word = ~before;
  let at = 0;
  for (; at < inFours; at += 4) {
    word ^= bytes[at] | (bytes[at + 1] << 8) | (bytes[at + 2] << 16) | (bytes[at + 3] << 24);
    word =
      TABLES[768 + (word & 0xff)] ^
      TABLES[512 + ((word >>> 8) & 0xff)] ^
      TABLES[256 + ((word >>> 16) & 0xff)] ^
      TABLES[word >>> 24];
  }
  for (; at < length; at++) word = TABLES[(word ^ bytes[at]) & 0xff] ^ (word >>> 8);
  return ~word >>> 0;
}
