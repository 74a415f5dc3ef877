import { addSquare } from "../../matrix/addSquare.ts";
import { cholesky, invert } from "../../matrix/cholesky.ts";
import { SeededRandom } from "../../matrix/random.ts";
import type { Rows } from "../../matrix/rows.ts";
import { solveLower, timesLower } from "../../matrix/triangular.ts";
import { type Likes, meanLikes } from "./likes.ts";
import type { NeighbourRows } from "./NeighbourVectors.ts";
import { LARGEST_FACTOR } from "./RidgeNeighbours.ts";
import { shrinkageFor } from "./Shrinkage.ts";
import { turn } from "./turn.ts";

/** Numbers in a vector if no factor is small enough: lists change in places, and are no worse (`docs/quality.md`). */
const WIDTH = 256;
/** Passes over the likes after which the strongest directions stand out. */
const PASSES = 4;
/** The fewest people an item's vector may be about; fewer might be recognised by it. */
const FEWEST_LIKES = 3;
/** What rounding leaves of a pivot that is 0, as for items that nobody likes, must not be negative. */
const LEAST_PIVOT = 1e-9;

/** Likes that count by their item: the row's, or each entry's. */
interface WeighedRows extends Rows {
  ofRow: Float64Array | null;
  ofEntry: Float64Array | null;
}

/**
 * A vector to each item that three people or more like, such that the neighbour score of `RidgeNeighbours` is a
 * dot product: e(x)·weight of an item is that of its vector with the sum of the liked items' vectors. With
 * W = Zᵀ(ZZᵀ + λI)⁻¹Z = (ZᵀZ + λI)⁻¹ZᵀZ, the rows of F for F·Fᵀ = weight·W, or where both sides are large,
 * for W within the strongest directions of Z, found by subspace iteration (Halko, Martinsson and Tropp 2011,
 * arXiv:0909.4061). It takes seconds, in which others have their turns.
 * @param weight above 0
 * @param most numbers to a vector at most
 * @throws CancelledError if the signal stops it.
 */
export async function factorise(
  likes: Likes,
  weight: number,
  most = widthFor(likes),
  signal?: AbortSignal,
): Promise<NeighbourRows> {
  const { users, items: all, ofUser, ofItem } = likes;
  const { penalty, itemWeights } = shrinkageFor(likes);
  const byUsers = users <= all;
  const side = byUsers ? users : all;
  const weighedItems = { ...ofItem, ofRow: itemWeights, ofEntry: null };
  const other = byUsers ? weighedItems : { ...ofUser, ofRow: null, ofEntry: itemWeights };
  const width = Math.min(most, side);
  const isExact = width === side;
  const basis = isExact ? identity(side) : await strongest(other, side, width, meanLikes(likes), signal);
  // The side's own matrix, ZZᵀ + λI or ZᵀZ + λI, within the basis.
  const matrix = new Float64Array(width * width);
  await eachProduct(other, basis, width, (_, product) => addSquare(matrix, product), signal);
  for (let k = 0; k < width; k++) matrix[k * width + k] += penalty;
  const items = Int32Array.from({ length: all }, (_, item) => item).filter(
    (item) => ofItem.indptr[item + 1] - ofItem.indptr[item] >= FEWEST_LIKES,
  );
  const vectors = byUsers
    ? await throughUsers(items, weighedItems, basis, matrix, width, signal)
    : throughItems(items, basis, matrix, width, penalty);
  const root = Math.sqrt(weight);
  return { items, width, vectors: vectors.map((number) => root * number) };
}

/** W = (L⁻¹Z)ᵀ·(L⁻¹Z) for L·Lᵀ = ZZᵀ + λI, the matrix. */
async function throughUsers(
  items: Int32Array,
  ofItem: WeighedRows,
  basis: Float64Array,
  matrix: Float64Array,
  width: number,
  signal?: AbortSignal,
): Promise<Float32Array> {
  cholesky(matrix, width);
  const vectors = new Float32Array(items.length * width);
  let place = 0;
  const visit = (item: number, product: Float64Array) => {
    if (items[place] !== item) return;
    solveLower(matrix, width, product);
    vectors.set(product, place++ * width);
  };
  await eachProduct(ofItem, basis, width, visit, signal);
  return vectors;
}

/** W = L·Lᵀ = I − λ·(ZᵀZ + λI)⁻¹, the matrix's inverse. */
function throughItems(
  items: Int32Array,
  basis: Float64Array,
  matrix: Float64Array,
  width: number,
  penalty: number,
): Float32Array {
  invert(matrix, width);
  for (let i = 0; i < matrix.length; i++) matrix[i] *= -penalty;
  for (let k = 0; k < width; k++) matrix[k * width + k] += 1 + LEAST_PIVOT;
  cholesky(matrix, width);
  const vectors = new Float32Array(items.length * width);
  items.forEach((item, place) => {
    vectors.set(timesLower(basis.subarray(item * width), matrix, width), place * width);
  });
  return vectors;
}

function widthFor({ users, items }: Likes): number {
  const side = Math.min(users, items);
  return side <= LARGEST_FACTOR ? side : WIDTH;
}

/** An orthonormal basis, side × width, of the directions in which the side's matrix is largest. */
async function strongest(
  other: WeighedRows,
  side: number,
  width: number,
  shift: number,
  signal?: AbortSignal,
): Promise<Float64Array> {
  const random = new SeededRandom(0);
  let basis = Float64Array.from({ length: side * width }, () => random.float() - 0.5);
  await orthonormalise(basis, width, signal);
  for (let pass = 0; pass < PASSES; pass++) {
    // With something on its diagonal the matrix is never so flat that the columns become one.
    const image = basis.map((number) => shift * number);
    const addToImage = (row: number, product: Float64Array) => {
      for (let i = other.indptr[row]; i < other.indptr[row + 1]; i++) {
        const weight = weightAt(other, row, i);
        const to = other.indices[i] * width;
        for (let k = 0; k < width; k++) image[to + k] += weight * product[k];
      }
    };
    await eachProduct(other, basis, width, addToImage, signal);
    basis = image;
    await orthonormalise(basis, width, signal);
  }
  return basis;
}

/** What a like counts beside others. */
function weightAt({ indices, ofRow, ofEntry }: WeighedRows, row: number, i: number): number {
  return ofRow ? ofRow[row] : ofEntry ? ofEntry[indices[i]] : 1;
}

/** Each row's likes times a matrix, which is a view that the next row ends. */
async function eachProduct(
  rows: WeighedRows,
  matrix: Float64Array,
  width: number,
  visit: (row: number, product: Float64Array) => void,
  signal: AbortSignal | undefined,
): Promise<void> {
  const { indptr, indices } = rows;
  const product = new Float64Array(width);
  for (let row = 0; row < indptr.length - 1; row++) {
    if (indptr[row] === indptr[row + 1]) continue;
    await turn(signal);
    product.fill(0);
    for (let i = indptr[row]; i < indptr[row + 1]; i++) {
      const weight = weightAt(rows, row, i);
      const from = indices[i] * width;
      for (let k = 0; k < width; k++) product[k] += weight * matrix[from + k];
    }
    visit(row, product);
  }
}

function identity(n: number): Float64Array {
  const matrix = new Float64Array(n * n);
  for (let k = 0; k < n; k++) matrix[k * n + k] = 1;
  return matrix;
}

/** Columns of length 1 at right angles that span what these do: Q = A·L⁻ᵀ for AᵀA = L·Lᵀ. */
async function orthonormalise(
  matrix: Float64Array,
  width: number,
  signal: AbortSignal | undefined,
): Promise<void> {
  const gram = new Float64Array(width * width);
  const rows = matrix.length / width;
  const rowAt = (row: number) => matrix.subarray(row * width, (row + 1) * width);
  for (let row = 0; row < rows; row++) {
    await turn(signal);
    addSquare(gram, rowAt(row));
  }
  cholesky(gram, width);
  for (let row = 0; row < rows; row++) {
    await turn(signal);
    solveLower(gram, width, rowAt(row));
  }
}
