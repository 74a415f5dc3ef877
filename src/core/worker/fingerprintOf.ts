import type { Interactions } from "../../matrix/Interactions.ts";

const [BASIS, PRIME] = [0x811c9dc5, 0x01000193];

/** FNV-1a over all numbers, a word at a time: 32 bits, which other interactions are unlikely to share. */
export function fingerprintOf({ users, items, userIds, itemIds, values, weights }: Interactions): number {
  let hash = BASIS;
  for (const numbers of [Int32Array.of(users, items), userIds, itemIds, values, weights]) {
    if (numbers instanceof Int8Array) hash = hashFloats(hash, numbers);
    else if (numbers !== null) hash = hashWords(hash, numbers);
  }
  return hash >>> 0;
}

function hashWords(before: number, { buffer, byteOffset, length }: Int32Array | Float32Array): number {
  const words = new Int32Array(buffer, byteOffset, length);
  let hash = before;
  for (let i = 0; i < length; i++) hash = Math.imul(hash ^ words[i], PRIME);
  return hash;
}

/** Hashes bytes as the floats they used to be stored as, because fingerprints are saved. */
function hashFloats(before: number, bytes: Int8Array): number {
  const words = new Int32Array(Float32Array.from({ length: 256 }, (_, i) => (i << 24) >> 24).buffer);
  const { length } = bytes;
  let hash = before;
  for (let i = 0; i < length; i++) hash = Math.imul(hash ^ words[bytes[i] & 255], PRIME);
  return hash;
}
