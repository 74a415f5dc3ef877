import { useMemo } from "react";
import type { ReplayPoint } from "../../../../experiment/hitRates.ts";
import { RECENT } from "../../../../experiment/RecentHits.ts";
import { PlotFigure } from "../../../../ui/plot/PlotFigure.tsx";
import { count } from "../../../../ui/words.ts";
import { hitRateColumns, hitRateOptions } from "./hitRateOptions.ts";

interface Props {
  points: readonly ReplayPoint[];
  total: number;
  sentence: string;
}

/** The hit rates over the replay. What it shows is also said in words, and in a table. */
export function HitRatePlot({ points, total, sentence }: Props) {
  const shown = useMemo(() => ({ points, total }), [points, total]);
  return (
    <PlotFigure
      title="Hit rate at 10"
      unit={`of the last ${count(RECENT)} liked films, the share that was in the top 10 just before being rated`}
      axis="new ratings replayed"
      shown={shown}
      columns={hitRateColumns}
      options={hitRateOptions}
    >
      {sentence}
    </PlotFigure>
  );
}
