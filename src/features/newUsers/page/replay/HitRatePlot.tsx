import { useMemo } from "react";
import { PlotFigure } from "../../../../ui/plot/PlotFigure.tsx";
import { hitRateColumns, hitRateOptions } from "./hitRateOptions.ts";
import type { HitRates } from "./hitRates.ts";

interface Props {
  rates: HitRates;
  total: number;
  sentence: string;
}

/** The hit rates over the replay. What it shows is also said in words. */
export function HitRatePlot({ rates, total, sentence }: Props) {
  const shown = useMemo(() => ({ rates, total }), [rates, total]);
  return (
    <PlotFigure
      title="Hit rate at 10"
      unit="share of liked films that were in the top 10 just before being rated"
      axis="new ratings replayed"
      shown={shown}
      columns={hitRateColumns}
      options={hitRateOptions}
    >
      {sentence}
    </PlotFigure>
  );
}
