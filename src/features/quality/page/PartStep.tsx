import { type ComponentType, useMemo } from "react";
import { useSelected, useStore } from "../../../core/page/stores.tsx";
import { useJob } from "../../../core/page/useWorkspace.ts";
import { HEADS } from "../../../experiment/report/heads.ts";
import { sectionsOf } from "../../../experiment/report/sections.ts";
import type { StepPlace } from "../../../ui/outline/OutlineStep.ts";
import { Result } from "../../../ui/Result.tsx";
import { Step } from "../../../ui/Step.tsx";
import { DotPlotFigure } from "./DotPlotFigure.tsx";
import { FigureTable } from "./FigureTable.tsx";
import { LinePlot } from "./LinePlot.tsx";
import styles from "./Quality.module.css";
import { MEASURING, outdatedBy, type Part, QualityStore } from "./QualityStore.ts";

interface Props {
  part: Part;
  place: StepPlace;
  /** The fields of its own settings, if it has any. */
  Settings: ComponentType | undefined;
}

/** What one part of a measurement asks, and what it found: a sentence, pictures and tables. */
export function PartStep({ part, place, Settings }: Props) {
  const result = useSelected(QualityStore, ({ found }) => found[part]?.result);
  const outdated = useSelected(QualityStore, (state) => outdatedBy(state.found, part, state.settings));
  const { measure } = useStore(QualityStore);
  const job = useJob(MEASURING);
  const section = useMemo(() => sectionsOf({ [part]: result })[0], [part, result]);
  return (
    <Step {...place} claim={HEADS[part].question} about={section?.about}>
      {Settings && <Settings />}
      {!section && !job.running && job.waiting === null && job.blocked === null && (
        <button className={styles.alone} type="button" onClick={() => void measure([part])}>
          Run this part
        </button>
      )}
      {section && (
        <Result outdated={outdated} job={job} onRunAgain={() => void measure([part])}>
          <p className={styles.summary}>{section.sentence}</p>
          <div className={styles.pictures}>
            {section.plots.map((plot) => (
              <LinePlot key={plot.title} plot={plot} />
            ))}
            {section.dotPlots.map((plot) => (
              <DotPlotFigure key={plot.title} plot={plot} />
            ))}
          </div>
          {section.tables.map((table) => (
            <FigureTable key={table.caption} {...table} />
          ))}
        </Result>
      )}
    </Step>
  );
}
