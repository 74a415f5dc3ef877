import { exchange } from "./copies";
import { PLAN_ITEMS, PLAN_ROW_BYTES, PLAN_USERS, SIDE_FEATURES, SIDE_FROZEN, SIDE_SCALE, SIDE_VALUES } from "./layout";
import { at, div, put, splat } from "./vector";

// L2 is lazy, as in LightFM: a step multiplies the parameters it touches by what the whole table's
// scale is about to gain, and the division by that scale is put off to the end of the epoch.

@inline
const LARGEST_SCALE: f64 = 1e6;

@inline
function settle(side: usize, rowBytes: u32): void {
  const scale = load<f64>(side, SIDE_SCALE);
  if (scale == 1 || load<u32>(side, SIDE_FROZEN)) return;
  const values: usize = load<u32>(side, SIDE_VALUES);
  const end = values + (<usize>load<u32>(side, SIDE_FEATURES)) * rowBytes;
  for (let pointer = values; pointer < end; pointer += 16) {
    put(pointer, div(at(pointer), splat(<f32>scale)));
  }
  store<f64>(side, 1, SIDE_SCALE);
}

/** Divides all parameters by their side's scale: every epoch ends with this. */
export function regularize(plan: usize): void {
  const rowBytes = load<u32>(plan, PLAN_ROW_BYTES);
  settle(plan + PLAN_USERS, rowBytes);
  settle(plan + PLAN_ITEMS, rowBytes);
}

/** The same within an epoch, before a scale grows beyond what 32 bits bear. */
@inline
export function keepInBounds(plan: usize): void {
  if (load<f64>(plan + PLAN_ITEMS, SIDE_SCALE) > LARGEST_SCALE || load<f64>(plan + PLAN_USERS, SIDE_SCALE) > LARGEST_SCALE) {
    exchange(plan);
    regularize(plan);
    exchange(plan);
  }
}
