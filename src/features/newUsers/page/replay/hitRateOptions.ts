import type uPlot from "uplot";
import type { ReplayPoint } from "../../../../experiment/hitRates.ts";
import type { Hits } from "../../../../experiment/replay.ts";
import { axes } from "../../../../ui/plot/axes.ts";
import type { Inks } from "../../../../ui/plot/inks.ts";
import { write } from "../../../../ui/plot/write.ts";

export const LINES = [
  { of: "learning", name: "keeps learning", width: 2.5, dash: [] },
  { of: "foldIn", name: "folded in", width: 1.5, dash: [2, 3] },
  { of: "frozen", name: "frozen model", width: 1.5, dash: [] },
  { of: "popularity", name: "popularity", width: 1.5, dash: [6, 5] },
] satisfies { of: keyof Hits; name: string; width: number; dash: number[] }[];
/** The line with a band; four would hide each other. */
const BANDED = LINES[0].of;
/** A line's place among the series; before it come the new ratings and the band's edges. */
const FIRST_LINE = 3;
/** Space for a label, in CSS pixels. */
const LABEL = 17;

interface Shown {
  points: readonly ReplayPoint[];
  /** New ratings in all. */
  total: number;
}

/** New ratings, the edges of the first line's band, and on top of it the lines; points without a prediction are left out. */
export function hitRateColumns({ points }: Pick<Shown, "points">): uPlot.AlignedData {
  const known = points.flatMap(({ replayed, recent }) => (recent ? { replayed, rates: recent.rates } : []));
  const column = (of: keyof Hits, edge: "mean" | "low" | "high" = "mean") =>
    known.map(({ rates }) => {
      const value = rates[of][edge];
      return Number.isNaN(value) ? null : value;
    });
  return [
    known.map(({ replayed }) => replayed),
    column(BANDED, "high"),
    column(BANDED, "low"),
    ...LINES.map(({ of }) => column(of)),
  ];
}

/** uPlot's options for the hit rates; inks and the end of the axis are read at every drawing. */
export function hitRateOptions(
  size: { width: number; height: number },
  shown: () => Shown,
  inks: () => Inks,
): uPlot.Options {
  const edge = { stroke: () => "transparent", points: { show: false } };
  return {
    ...size,
    padding: [16, 104, 0, 0],
    legend: { show: false },
    cursor: { show: false },
    scales: {
      x: { time: false, range: () => [0, Math.max(1, shown().total)] },
      y: { range: (_plot, _low, high) => [0, (high || 0.1) * 1.15] },
    },
    axes: axes(inks, { space: 70 }),
    series: [
      {},
      edge,
      edge,
      ...LINES.map(({ width, dash }, i) => ({
        stroke: () => (i === 0 ? inks().ink : inks().secondary),
        width,
        dash,
        points: { show: false },
      })),
    ],
    bands: [{ series: [1, 2], fill: () => inks().line }],
    hooks: { draw: [(plot) => labelEnds(plot, inks())] },
  };
}

/** Each line is named at its end; names of lines that end close together are stacked. */
function labelEnds(plot: uPlot, inks: Inks): void {
  const last = plot.data[0].length - 1;
  if (last < 0) return;
  const x = plot.valToPos(plot.data[0][last], "x", true) + 8 * devicePixelRatio;
  const ends = LINES.map(({ name }, i) => ({
    name,
    colour: i === 0 ? inks.ink : inks.secondary,
    y: plot.valToPos(plot.data[FIRST_LINE + i][last] ?? 0, "y", true),
  })).sort((a, b) => b.y - a.y);
  // Upwards from the foot: most people's next film is in nobody's ten, so the lines are low.
  let highest = plot.bbox.top + plot.bbox.height;
  plot.ctx.save();
  for (const { name, colour, y } of ends) {
    const clear = Math.min(y, highest);
    highest = clear - LABEL * devicePixelRatio;
    write(plot, name, { x, y: clear, align: "left", colour, ground: inks.ground });
  }
  plot.ctx.restore();
}
