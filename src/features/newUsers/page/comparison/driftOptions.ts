import type uPlot from "uplot";
import { axes } from "../../../../ui/plot/axes.ts";
import type { Inks } from "../../../../ui/plot/inks.ts";
import { write } from "../../../../ui/plot/write.ts";
import type { DriftPoint } from "../../api.ts";

/** Room for "−0.0075", in CSS pixels. */
const SIGNED = 64;

interface Shown {
  course: readonly DriftPoint[];
  /** The loss from which on one should retrain, above 0. */
  limit: number;
}

/** New ratings, the upper and the lower edge of the band, and on top of it the change in precision; none at the start. */
export function driftColumns({ course }: Pick<Shown, "course">): uPlot.AlignedData {
  const column = (edge: "mean" | "low" | "high") => [
    0,
    ...course.map(({ drift }) => {
      const value = drift.precisionAt10[edge];
      return Number.isNaN(value) ? null : value;
    }),
  ];
  return [
    [0, ...course.map(({ interactions }) => interactions)],
    column("high"),
    column("low"),
    column("mean"),
  ];
}

/** uPlot's options for the drift; the limit and inks are read at every drawing. */
export function driftOptions(
  size: { width: number; height: number },
  shown: () => Shown,
  inks: () => Inks,
): uPlot.Options {
  const [across, upwards] = axes(inks, { space: 70 });
  const edge = { stroke: () => "transparent", points: { show: false } };
  return {
    ...size,
    padding: [16, 92, 0, 0],
    legend: { show: false },
    cursor: { show: false },
    scales: {
      x: { time: false },
      y: { range: (_plot, low, high) => verticalRange(low, high, shown().limit) },
    },
    axes: [across, { ...upwards, size: SIGNED }],
    series: [{}, edge, edge, { stroke: () => inks().ink, width: 2.5, points: { show: true, size: 6 } }],
    bands: [{ series: [1, 2], fill: () => inks().line }],
    hooks: {
      draw: [
        (plot) => {
          level(plot, 0, "no change", inks());
          level(plot, -shown().limit, "your limit", inks());
        },
      ],
    },
  };
}

/** Both lines stay in sight. */
function verticalRange(low: number, high: number, limit: number): [number, number] {
  const from = Math.min(low ?? 0, -limit);
  const to = Math.max(high ?? 0, 0);
  const room = (to - from) * 0.1;
  return [from - room, to + room];
}

function level(plot: uPlot, value: number, name: string, inks: Inks): void {
  const { ctx, bbox } = plot;
  const y = plot.valToPos(value, "y", true);
  ctx.save();
  ctx.strokeStyle = inks.secondary;
  ctx.lineWidth = 1.5 * devicePixelRatio;
  ctx.setLineDash(value === 0 ? [] : [6 * devicePixelRatio, 5 * devicePixelRatio]);
  ctx.beginPath();
  ctx.moveTo(bbox.left, y);
  ctx.lineTo(bbox.left + bbox.width, y);
  ctx.stroke();
  write(plot, name, {
    x: bbox.left + bbox.width + 8 * devicePixelRatio,
    y,
    align: "left",
    colour: inks.secondary,
    ground: inks.ground,
  });
  ctx.restore();
}
