import type uPlot from "uplot";
import { axes } from "./axes.ts";
import type { Inks } from "./inks.ts";
import { write } from "./write.ts";

/** What one curve shows: a value for each epoch, and perhaps a line to beat. */
export interface CurveData {
  epochs: number[];
  values: number[];
  /** How far each value may be off: shaded, and what is highest is not called best. */
  band?: { low: number[]; high: number[] } | undefined;
  /** Where the x axis ends, so that a growing curve has room. */
  lastEpoch: number;
  baseline: { value: number; label: string } | null;
  better: "higher" | "lower";
}

export const decimals = (value: number) => value.toFixed(3);

/** The index of the best value; the first of equals. -1 if there is none. */
export function bestIndex(values: number[], better: CurveData["better"]): number {
  let best = values.length > 0 ? 0 : -1;
  for (let i = 1; i < values.length; i++) {
    if (better === "higher" ? values[i] > values[best] : values[i] < values[best]) best = i;
  }
  return best;
}

/**
 * uPlot's options for one curve. Data and inks are read at every drawing, so that neither a new epoch
 * nor another colour scheme needs a new plot.
 */
export function curveOptions(
  size: { width: number; height: number },
  data: () => CurveData,
  inks: () => Inks,
  readOut: (words: string) => void,
): uPlot.Options {
  return {
    ...size,
    padding: [26, 56, 0, 0],
    legend: { show: false },
    cursor: { y: false, drag: { x: false, y: false }, points: { size: 9, fill: () => inks().ink } },
    scales: {
      x: { time: false, range: () => [1, Math.max(2, data().lastEpoch)] },
      y: { range: () => verticalRange(data()) },
    },
    axes: axes(inks, { incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500] }),
    series: [
      {},
      { stroke: () => "transparent", points: { show: false } },
      { stroke: () => "transparent", points: { show: false } },
      { stroke: () => inks().ink, width: 2.5, points: { show: false } },
    ],
    bands: [{ series: [1, 2], fill: () => inks().line }],
    hooks: {
      drawAxes: [(plot) => drawBaseline(plot, data(), inks())],
      draw: [(plot) => drawPoints(plot, data(), inks())],
      setCursor: [({ cursor }) => readOut(pointAt(data(), cursor.idx ?? null))],
    },
  };
}

/** "epoch 12: 0.947"; nothing if there is no point. */
function pointAt({ epochs, values }: CurveData, index: number | null): string {
  if (index === null || index >= values.length) return "";
  return `epoch ${epochs[index]}: ${decimals(values[index])}`;
}

/** The columns of a plot: epochs, the upper and the lower edge of the band, and on top of it the values. */
export function columnsOf({ epochs, values, band }: CurveData): uPlot.AlignedData {
  const none = values.map(() => null);
  return [epochs, band?.high ?? none, band?.low ?? none, values];
}

function verticalRange({ values, band, baseline }: CurveData): [number, number] {
  const shown = [...values, ...(band ? [...band.low, ...band.high] : [])].filter(
    (value) => !Number.isNaN(value),
  );
  if (baseline !== null) shown.push(baseline.value);
  if (shown.length === 0) return [0, 1];
  const low = Math.min(...shown);
  const high = Math.max(...shown);
  const room = (high - low || high || 1) * 0.12;
  return [Math.max(0, low - room), high + room];
}

function drawBaseline(plot: uPlot, { values, baseline }: CurveData, inks: Inks) {
  if (baseline === null) return;
  const { ctx, bbox } = plot;
  const ratio = devicePixelRatio;
  const y = plot.valToPos(baseline.value, "y", true);
  const curveIsAbove = values.length === 0 || values[values.length - 1] >= baseline.value;
  ctx.save();
  ctx.strokeStyle = inks.secondary;
  ctx.lineWidth = 1.5 * ratio;
  ctx.setLineDash([6 * ratio, 5 * ratio]);
  ctx.beginPath();
  ctx.moveTo(bbox.left, y);
  ctx.lineTo(bbox.left + bbox.width, y);
  ctx.stroke();
  write(plot, `${baseline.label} ${decimals(baseline.value)}`, {
    x: bbox.left + bbox.width,
    y: y + (curveIsAbove ? 13 : -13) * ratio,
    align: "right",
    colour: inks.secondary,
    ground: inks.ground,
  });
  ctx.restore();
}

function drawPoints(plot: uPlot, { epochs, values, band, better }: CurveData, inks: Inks) {
  const last = values.length - 1;
  if (last < 0) return;
  const { ctx, bbox } = plot;
  const ratio = devicePixelRatio;
  const at = (i: number) => ({
    x: plot.valToPos(epochs[i], "x", true),
    y: plot.valToPos(values[i], "y", true),
  });
  const label = { colour: inks.ink, ground: inks.ground };
  ctx.save();
  const end = at(last);
  disc(ctx, end.x, end.y, 4 * ratio, inks.ink);
  write(plot, decimals(values[last]), { ...label, x: end.x + 9 * ratio, y: end.y, align: "left" });
  if (last > 0) {
    const best = bestIndex(values, better);
    const { x, y } = at(best);
    disc(ctx, x, y, 6.5 * ratio, inks.ink);
    disc(ctx, x, y, 4.5 * ratio, inks.mark);
    const word = better === "lower" ? "lowest" : band ? "highest" : "best";
    const across = (x - bbox.left) / bbox.width;
    // A curve that still falls comes from the left, above its last point.
    const clearOfCurve = best === last && better === "lower" ? "left" : "right";
    write(plot, best === last ? word : `${word} ${decimals(values[best])}, epoch ${epochs[best]}`, {
      ...label,
      x,
      y: y - 18 * ratio,
      align: across < 0.3 ? "left" : across > 0.7 ? clearOfCurve : "center",
    });
  }
  ctx.restore();
}

function disc(ctx: CanvasRenderingContext2D, x: number, y: number, radius: number, colour: string) {
  ctx.fillStyle = colour;
  ctx.beginPath();
  ctx.arc(x, y, radius, 0, 2 * Math.PI);
  ctx.fill();
}
