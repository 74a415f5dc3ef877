import { useMemo } from "react";
import { type CurveData, columnsOf, curveOptions } from "./curveOptions.ts";
import { PlotFigure } from "./PlotFigure.tsx";

interface Props extends CurveData {
  title: string;
  /** What the vertical axis counts. */
  unit: string;
  /** What the curve shows, in a sentence true to its state. */
  sentence: string;
}

/** One curve over the epochs, drawn as it goes. What it shows is also said in words and in a table. */
export function Curve({ title, unit, sentence, epochs, values, band, lastEpoch, baseline, better }: Props) {
  const shown = useMemo(
    () => ({ epochs, values, band, lastEpoch, baseline, better }),
    [epochs, values, band, lastEpoch, baseline, better],
  );
  return (
    <PlotFigure
      title={title}
      unit={unit}
      axis="epoch"
      shown={shown}
      columns={columnsOf}
      options={curveOptions}
    >
      {sentence}
    </PlotFigure>
  );
}
