import type uPlot from "uplot";
import type { Inks } from "./inks.ts";
import { SMALL } from "./write.ts";

/** The axes of every plot: its own ticks across, grid lines and decimals upwards. */
export function axes(inks: () => Inks, across: uPlot.Axis): uPlot.Axis[] {
  const axis = {
    font: SMALL,
    stroke: () => inks().secondary,
    grid: { stroke: () => inks().line, width: 1 },
    ticks: { show: false },
  };
  return [
    { ...axis, grid: { show: false }, size: 30, gap: 6, ...across },
    {
      ...axis,
      size: 52,
      gap: 8,
      space: 36,
      values: (_plot, ticks, _axis, _space, step) => labels(ticks, step),
    },
  ];
}

/** Ticks with as many decimals as their step needs, so that 0.85 lines up with 0.90. */
function labels(ticks: number[], step: number): string[] {
  const places = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  return ticks.map((tick) => tick.toFixed(step === 2.5 * 10 ** -places ? places + 1 : places));
}
