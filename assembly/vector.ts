// The only file that says f32x4: everything else reads as arithmetic on four numbers at a time.

@inline
export function at(pointer: usize): v128 {
  return v128.load(pointer);
}

@inline
export function put(pointer: usize, value: v128): void {
  v128.store(pointer, value);
}

@inline
export function splat(value: f32): v128 {
  return f32x4.splat(value);
}

@inline
export function add(a: v128, b: v128): v128 {
  return f32x4.add(a, b);
}

@inline
export function sub(a: v128, b: v128): v128 {
  return f32x4.sub(a, b);
}

@inline
export function mul(a: v128, b: v128): v128 {
  return f32x4.mul(a, b);
}

@inline
export function div(a: v128, b: v128): v128 {
  return f32x4.div(a, b);
}

@inline
export function sqrt(a: v128): v128 {
  return f32x4.sqrt(a);
}

/** The larger of each two. */
@inline
export function noLess(a: v128, b: v128): v128 {
  return f32x4.max(a, b);
}

/** `value` where a and b differ, elsewhere `otherwise`. */
@inline
export function unlessEqual(a: v128, b: v128, value: v128, otherwise: v128): v128 {
  return v128.bitselect(otherwise, value, f32x4.eq(a, b));
}

/** The sum of the four. */
@inline
export function total(a: v128): f32 {
  const pairs = f32x4.add(a, v128.shuffle<f32>(a, a, 2, 3, 0, 1));
  return f32x4.extract_lane(pairs, 0) + f32x4.extract_lane(pairs, 1);
}

/** The sums of four fours, in their order. */
@inline
export function totals(a: v128, b: v128, c: v128, d: v128): v128 {
  const ab = f32x4.add(v128.shuffle<f32>(a, b, 0, 1, 4, 5), v128.shuffle<f32>(a, b, 2, 3, 6, 7));
  const cd = f32x4.add(v128.shuffle<f32>(c, d, 0, 1, 4, 5), v128.shuffle<f32>(c, d, 2, 3, 6, 7));
  return f32x4.add(v128.shuffle<f32>(ab, cd, 0, 2, 4, 6), v128.shuffle<f32>(ab, cd, 1, 3, 5, 7));
}

/** A bit for each of the four that is greater than `bar`. */
@inline
export function above(scores: v128, bar: v128): u32 {
  return i32x4.bitmask(f32x4.gt(scores, bar));
}

/** Minus one in each of the four places that is at least `bar`: subtract it to count. */
@inline
export function atLeast(scores: v128, bar: v128): v128 {
  return f32x4.ge(scores, bar);
}

/** Whether the four u32 numbers at a place are the same. */
@inline
export function allEqual(numbers: usize): bool {
  return i32x4.all_true(i32x4.eq(v128.load(numbers), v128.load32_splat(numbers)));
}

/** Minus one in each of the four places where the u32 number is below `bound`, else zero. */
@inline
export function below(numbers: v128, bound: u32): v128 {
  return i32x4.lt_u(numbers, i32x4.splat(bound));
}

/** Four numbers as one. */
@inline
export function four(a: f32, b: f32, c: f32, d: f32): v128 {
  return f32x4.replace_lane(f32x4.replace_lane(f32x4.replace_lane(f32x4.splat(a), 1, b), 2, c), 3, d);
}

// Rows are multiplied three vectors at a time, because ten components, the default, are three, and a loop
// costs as much as a vector does.

@inline
const THREE: u32 = 48;

/** `sum` and the products of twelve numbers of a row with x, y and z. */
@inline
function addThree(sum: v128, x: v128, y: v128, z: v128, row: usize): v128 {
  const products = f32x4.add(f32x4.mul(x, v128.load(row)), f32x4.mul(y, v128.load(row, 16)));
  return f32x4.add(sum, f32x4.add(products, f32x4.mul(z, v128.load(row, 32))));
}

@inline
function addOne(sum: v128, x: v128, row: usize): v128 {
  return f32x4.add(sum, f32x4.mul(x, v128.load(row)));
}

/** The products of two rows, summed up to four. */
@inline
export function products(a: usize, b: usize, bytes: u32): v128 {
  let sum = f32x4.splat(0);
  let left = bytes;
  for (; left >= THREE; left -= THREE) {
    sum = addThree(sum, v128.load(a), v128.load(a, 16), v128.load(a, 32), b);
    a += THREE;
    b += THREE;
  }
  for (; left; left -= 16) {
    sum = addOne(sum, v128.load(a), b);
    a += 16;
    b += 16;
  }
  return sum;
}

/** The dot product of two rows. */
@inline
export function dot(a: usize, b: usize, bytes: u32): f32 {
  return total(products(a, b, bytes));
}

/** The dot products of one row with two others, and two zeros. */
@inline
export function twoDots(row: usize, a: usize, b: usize, bytes: u32): v128 {
  let sumA = f32x4.splat(0);
  let sumB = f32x4.splat(0);
  let left = bytes;
  for (; left >= THREE; left -= THREE) {
    const x = v128.load(row);
    const y = v128.load(row, 16);
    const z = v128.load(row, 32);
    sumA = addThree(sumA, x, y, z, a);
    sumB = addThree(sumB, x, y, z, b);
    row += THREE;
    a += THREE;
    b += THREE;
  }
  for (; left; left -= 16) {
    const x = v128.load(row);
    sumA = addOne(sumA, x, a);
    sumB = addOne(sumB, x, b);
    row += 16;
    a += 16;
    b += 16;
  }
  const zero = f32x4.splat(0);
  return totals(sumA, sumB, zero, zero);
}

/** The dot products of one row with four others, in their order. */
@inline
export function fourDots(row: usize, a: usize, b: usize, c: usize, d: usize, bytes: u32): v128 {
  let sumA = f32x4.splat(0);
  let sumB = f32x4.splat(0);
  let sumC = f32x4.splat(0);
  let sumD = f32x4.splat(0);
  let left = bytes;
  for (; left >= THREE; left -= THREE) {
    const x = v128.load(row);
    const y = v128.load(row, 16);
    const z = v128.load(row, 32);
    sumA = addThree(sumA, x, y, z, a);
    sumB = addThree(sumB, x, y, z, b);
    sumC = addThree(sumC, x, y, z, c);
    sumD = addThree(sumD, x, y, z, d);
    row += THREE;
    a += THREE;
    b += THREE;
    c += THREE;
    d += THREE;
  }
  for (; left; left -= 16) {
    const x = v128.load(row);
    sumA = addOne(sumA, x, a);
    sumB = addOne(sumB, x, b);
    sumC = addOne(sumC, x, c);
    sumD = addOne(sumD, x, d);
    row += 16;
    a += 16;
    b += 16;
    c += 16;
    d += 16;
  }
  return totals(sumA, sumB, sumC, sumD);
}

@inline
export function clear(row: usize, bytes: u32): void {
  for (const end = row + bytes; row < end; row += 16) v128.store(row, f32x4.splat(0));
}

/** Adds `weight` times another row to a row. */
@inline
export function addRow(row: usize, weight: f32, other: usize, bytes: u32): void {
  const weights = f32x4.splat(weight);
  for (let offset: u32 = 0; offset < bytes; offset += 16) {
    v128.store(row + offset, f32x4.add(v128.load(row + offset), f32x4.mul(weights, v128.load(other + offset))));
  }
}
