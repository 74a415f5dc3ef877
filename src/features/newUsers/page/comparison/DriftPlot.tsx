import { useMemo } from "react";
import { PlotFigure } from "../../../../ui/plot/PlotFigure.tsx";
import type { DriftPoint } from "../../api.ts";
import { driftColumns, driftOptions } from "./driftOptions.ts";

/** The drift with its noise band, losses below zero. What it shows is also in a table. */
export function DriftPlot({ course, limit }: { course: DriftPoint[]; limit: number }) {
  const shown = useMemo(() => ({ course, limit }), [course, limit]);
  return (
    <PlotFigure
      title="Drift of precision at 10"
      unit="change for inactive users since the last full training, with its 95% interval"
      axis="new ratings learnt"
      shown={shown}
      columns={driftColumns}
      options={driftOptions}
    />
  );
}
