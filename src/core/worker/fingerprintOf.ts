import type { Interactions } from "../../matrix/Interactions.ts";

const [BASIS, PRIME] = [0x811c9dc5, 0x01000193];

/** FNV-1a over all numbers, a word at a time: 32 bits that other interactions hardly share. */
export function fingerprintOf({ users, items, userIds, itemIds, values, weights }: Interactions): number {
  let hash = BASIS;
  const float = new Float32Array(1);
  const word = new Int32Array(float.buffer);
  for (const numbers of [Int32Array.of(users, items), userIds, itemIds, values, weights]) {
    if (numbers === null) continue;
    if (numbers instanceof Int8Array) {
      // As the floats that they once were: fingerprints are saved.
      for (let i = 0; i < numbers.length; i++) {
        float[0] = numbers[i];
        hash = Math.imul(hash ^ word[0], PRIME);
      }
      continue;
    }
    const words = new Int32Array(numbers.buffer, numbers.byteOffset, numbers.length);
    for (let i = 0; i < words.length; i++) hash = Math.imul(hash ^ words[i], PRIME);
  }
  return hash >>> 0;
}
