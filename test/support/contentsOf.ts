import type { LightFM } from "../../src/model/LightFM.ts";

/** All that a model is, as plain data. */
export function contentsOf(model: LightFM) {
  const { random, ...state } = model.state;
  return { ...state, random: [...random.state] };
}
