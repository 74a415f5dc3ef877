import { add, at, sub, splat, total } from "./vector";

/** Whether all of `bytes` bytes of f32 are finite: x - x is zero for a finite x and NaN for any other. */
export function allFinite(pointer: usize, bytes: usize): bool {
  let sum = splat(0);
  for (const end = pointer + bytes; pointer < end; pointer += 16) {
    const four = at(pointer);
    sum = add(sum, sub(four, four));
  }
  return total(sum) == 0;
}
