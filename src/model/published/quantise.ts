import type { Representations } from "../LightFM.ts";

const LARGEST = 127;

/** Item vectors in a quarter of the bytes. */
export interface Quantised {
  /** Row-major, one signed byte to a component. */
  vectors: Int8Array;
  /** Two to an item: what its bytes are multiplied by, and its bias in full. */
  scales: Float32Array;
}

/** Each row has a scale of its own, so that its largest component is ±127. */
export function quantise({ embeddings, biases }: Representations): Quantised {
  const noComponents = embeddings.length / biases.length;
  const vectors = new Int8Array(embeddings.length);
  const scales = new Float32Array(2 * biases.length);
  for (let item = 0; item < biases.length; item++) {
    const row = embeddings.subarray(item * noComponents, (item + 1) * noComponents);
    const largest = row.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    const scale = largest > 0 ? largest / LARGEST : 1;
    row.forEach((value, i) => {
      vectors[item * noComponents + i] = Math.round(value / scale);
    });
    scales[2 * item] = scale;
    scales[2 * item + 1] = biases[item];
  }
  return { vectors, scales };
}

/** @returns the representations as near as the bytes tell them: within half a scale a component */
export function dequantise({ vectors, scales }: Quantised): Representations {
  const items = scales.length / 2;
  const noComponents = vectors.length / items;
  return {
    embeddings: Float32Array.from(vectors, (byte, i) => byte * scales[2 * Math.floor(i / noComponents)]),
    biases: Float32Array.from({ length: items }, (_, item) => scales[2 * item + 1]),
  };
}
