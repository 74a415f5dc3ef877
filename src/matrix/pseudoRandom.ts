// Numbers from 0 to 1, 1 excluded, that look drawn at random and are the same for the same thing on every visit.

/** Of a text (FNV-1a, finished as in MurmurHash3: on their own, the last letters hardly reach the high bits). */
export function ofText(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return finished(hash);
}

/** Of two whole numbers of 32 bits. */
export function ofPair(a: number, b: number): number {
  return finished(Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca77));
}

function finished(hash: number): number {
  let word = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  word = Math.imul(word ^ (word >>> 13), 0xc2b2ae35);
  return ((word ^ (word >>> 16)) >>> 0) / 2 ** 32;
}
