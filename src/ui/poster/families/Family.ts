import type { Shape } from "../geometry.ts";
import type { Traits } from "../traits.ts";

/** A way to compose a poster; the ground is already laid. */
export type Family = (traits: Traits) => Shape[];
