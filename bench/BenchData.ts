import { FeatureMatrix } from "../src/matrix/FeatureMatrix.ts";
import { Interactions } from "../src/matrix/Interactions.ts";

export interface BenchData {
  interactions: Interactions;
  itemFeatures: FeatureMatrix;
}

/**
 * What data is made of once it is handed to Python, a browser or another process: a folder with one
 * little-endian array a file, and `shape.i32` with the numbers of users, items and item features.
 */
export function toFiles({ interactions, itemFeatures }: BenchData): Map<string, Int32Array | Float32Array> {
  const { users, items, userIds, itemIds, values } = interactions;
  const { features, indptr, indices, data } = itemFeatures;
  return new Map<string, Int32Array | Float32Array>([
    ["shape.i32", Int32Array.of(users, items, features)],
    ["users.i32", userIds],
    ["items.i32", itemIds],
    ["values.f32", Float32Array.from(values)],
    ["featureIndptr.i32", indptr],
    ["featureIndices.i32", indices],
    ["featureWeights.f32", data],
  ]);
}

export async function fromFiles(read: (file: string) => Promise<ArrayBuffer>): Promise<BenchData> {
  const ints = async (file: string) => new Int32Array(await read(file));
  const floats = async (file: string) => new Float32Array(await read(file));
  const [users, items, features] = await ints("shape.i32");
  return {
    interactions: new Interactions(
      users,
      items,
      await ints("users.i32"),
      await ints("items.i32"),
      await floats("values.f32"),
    ),
    itemFeatures: new FeatureMatrix(
      items,
      features,
      await ints("featureIndptr.i32"),
      await ints("featureIndices.i32"),
      await floats("featureWeights.f32"),
    ),
  };
}
