import { type Interval, verdictOn } from "../../../../evaluation/intervals.ts";
import { decimals } from "../../../../ui/plot/curveOptions.ts";

/** "0.942", or a dash where there was nobody to evaluate it on. */
const figure = (value: number) => (Number.isNaN(value) ? "–" : decimals(value));

/** "0.942 (0.931 to 0.952)", or without brackets where too few were evaluated to say. */
export function withInterval({ mean, low, high }: Interval): string {
  return Number.isNaN(low) ? figure(mean) : `${figure(mean)} (${figure(low)} to ${figure(high)})`;
}

/** Differences that all lie below this are told with a digit more: drift is often a matter of thousandths. */
const SMALL = 0.01;

/** "+0.0034 (−0.0012 to +0.0071), within noise", "+0.024 (+0.012 to +0.036)". */
export function difference(of: Interval): string {
  const { mean, low, high } = of;
  const known = [mean, low, high].filter(Number.isFinite).map(Math.abs);
  const digits = Math.max(...known) < SMALL ? 4 : 3;
  if (Number.isNaN(low)) return signed(mean, digits);
  const noise = verdictOn(of) === "within noise" && !(low === 0 && high === 0) ? ", within noise" : "";
  return `${signed(mean, digits)} (${signed(low, digits)} to ${signed(high, digits)})${noise}`;
}

function signed(value: number, digits: number): string {
  if (Number.isNaN(value)) return "–";
  const rounded = Math.abs(value).toFixed(digits);
  if (Number(rounded) === 0) return rounded;
  return `${value > 0 ? "+" : "\u2212"}${rounded}`;
}
