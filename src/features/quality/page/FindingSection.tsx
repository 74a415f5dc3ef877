import type { FoundSection } from "../../../experiment/report/sections.ts";
import { Result } from "../../../ui/Result.tsx";
import type { JobStanding } from "../../../ui/RunBar.tsx";
import { Step } from "../../../ui/Step.tsx";
import { DotPlotFigure } from "./DotPlotFigure.tsx";
import { FigureTable } from "./FigureTable.tsx";
import { LinePlot } from "./LinePlot.tsx";
import styles from "./Quality.module.css";

interface Props {
  section: FoundSection;
  /** That it was measured with other settings than those chosen now; empty if it is current. */
  outdated: string;
  job: JobStanding;
  onRunAgain: () => void;
}

/** What one part of a measurement found: a sentence, pictures and tables. */
export function FindingSection({ section, outdated, job, onRunAgain }: Props) {
  const { number, title, about, sentence, plots, dotPlots, tables } = section;
  return (
    <Step title={`${number}. ${title}`} about={about}>
      <Result outdated={outdated} job={job} onRunAgain={onRunAgain}>
        <p className={styles.summary}>{sentence}</p>
        <div className={styles.pictures}>
          {plots.map((plot) => (
            <LinePlot key={plot.title} plot={plot} />
          ))}
          {dotPlots.map((plot) => (
            <DotPlotFigure key={plot.title} plot={plot} />
          ))}
        </div>
        {tables.map((table) => (
          <FigureTable key={table.caption} {...table} />
        ))}
      </Result>
    </Step>
  );
}
