import type { Representations } from "../LightFM.ts";
import type { NeighbourRows } from "../neighbours/NeighbourVectors.ts";

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
  const { bytes, scales } = quantiseRows(embeddings, biases.length);
  const withBiases = new Float32Array(2 * biases.length);
  biases.forEach((bias, item) => {
    withBiases.set([scales[item], bias], 2 * item);
  });
  return { vectors: bytes, scales: withBiases };
}

/** @returns the representations as near as the bytes tell them: within half a scale a component */
export function dequantise({ vectors, scales }: Quantised): Representations {
  const items = scales.length / 2;
  return {
    embeddings: dequantiseRows(
      vectors,
      scales.filter((_, i) => i % 2 === 0),
    ),
    biases: Float32Array.from({ length: items }, (_, item) => scales[2 * item + 1]),
  };
}

/** Rows of the neighbour score in a quarter of the bytes. */
export interface QuantisedNeighbours {
  /** Row-major, for the items that have a row alone. */
  vectors: Int8Array;
  /** One to an item of all; 0 for an item without a row. */
  scales: Float32Array;
}

/** @param all how many items there are */
export function quantiseNeighbours({ items, vectors }: NeighbourRows, all: number): QuantisedNeighbours {
  const { bytes, scales } = quantiseRows(vectors, items.length);
  const ofAll = new Float32Array(all);
  items.forEach((item, row) => {
    ofAll[item] = scales[row];
  });
  return { vectors: bytes, scales: ofAll };
}

/** @returns null if the bytes and the scales are not of the same number of rows */
export function dequantiseNeighbours(
  { vectors, scales }: QuantisedNeighbours,
  width: number,
): NeighbourRows | null {
  const items = Int32Array.from(scales.keys()).filter((item) => scales[item] > 0);
  if (items.length * width !== vectors.length) return null;
  const own = Float32Array.from(items, (item) => scales[item]);
  return { items, width, vectors: dequantiseRows(vectors, own) };
}

function quantiseRows(numbers: Float32Array, rows: number): { bytes: Int8Array; scales: Float32Array } {
  const width = numbers.length / rows;
  const bytes = new Int8Array(numbers.length);
  const scales = new Float32Array(rows);
  for (let row = 0; row < rows; row++) {
    const own = numbers.subarray(row * width, (row + 1) * width);
    const largest = own.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    // Of nothing, and of what a scale of 32 bits is too coarse for, nothing is left.
    const scale = Math.fround(largest / LARGEST) || 1;
    own.forEach((value, i) => {
      bytes[row * width + i] = Math.round(value / scale);
    });
    scales[row] = scale;
  }
  return { bytes, scales };
}

function dequantiseRows(bytes: Int8Array, scales: Float32Array): Float32Array {
  const width = bytes.length / scales.length;
  return Float32Array.from(bytes, (byte, i) => byte * scales[Math.floor(i / width)]);
}
