import { type Interval, verdictOn } from "../../../../evaluation/intervals.ts";
import { decimals } from "../../../../ui/plot/curveOptions.ts";

/** "0.942", or a dash where there was nobody to evaluate it on. */
export const figure = (value: number) => (Number.isNaN(value) ? "–" : decimals(value));

/** "0.942 (0.931 to 0.952)", or without brackets where too few were evaluated to say. */
export function withInterval({ mean, low, high }: Interval): string {
  return Number.isNaN(low) ? figure(mean) : `${figure(mean)} (${figure(low)} to ${figure(high)})`;
}

/** "+0.003", "−0.012", "0.000". */
export function change(value: number): string {
  if (Number.isNaN(value)) return "–";
  const rounded = decimals(Math.abs(value));
  if (Number(rounded) === 0) return rounded;
  return `${value > 0 ? "+" : "\u2212"}${rounded}`;
}

/** "+0.003 (−0.001 to +0.007), within noise". */
export function difference(of: Interval): string {
  const { mean, low, high } = of;
  if (Number.isNaN(low)) return change(mean);
  const noise = verdictOn(of) === "within noise" && !(low === 0 && high === 0) ? ", within noise" : "";
  return `${change(mean)} (${change(low)} to ${change(high)})${noise}`;
}
