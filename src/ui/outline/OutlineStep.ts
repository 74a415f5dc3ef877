import type { ComponentType } from "react";
import type { Standing } from "./Standing.ts";

/** Where a step stands in its story. */
export interface StepPlace {
  /** The id of its section, also used in the address. */
  id: string;
  title: string;
  /** From 1. */
  number: number;
}

/** A step of a story that has an outline. */
export interface OutlineStep extends Omit<StepPlace, "number"> {
  View: ComponentType<StepPlace>;
  useStanding: () => Standing;
}
