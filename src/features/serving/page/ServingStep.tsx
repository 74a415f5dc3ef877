import { useEffect } from "react";
import { useSelected, useStore } from "../../../core/page/stores.tsx";
import { useDataset, useJob } from "../../../core/page/useWorkspace.ts";
import { WorkspaceStore } from "../../../core/page/WorkspaceStore.ts";
import type { OutlineStep, StepPlace } from "../../../ui/outline/OutlineStep.ts";
import { type Standing, standingOf } from "../../../ui/outline/Standing.ts";
import { ProgressBar } from "../../../ui/ProgressBar.tsx";
import { RunBar } from "../../../ui/RunBar.tsx";
import { Step } from "../../../ui/Step.tsx";
import { timeLeft } from "../../../ui/words.ts";
import type { BatchProgress } from "../api.ts";
import { LookUpForm } from "./LookUpForm.tsx";
import styles from "./ServingStep.module.css";
import { BUILDING, ServingStore } from "./ServingStore.ts";
import { TwoWays } from "./TwoWays.tsx";
import { servingChoice, servingClaim, statusOf } from "./words.ts";

export const SERVING: OutlineStep = {
  id: "serving",
  title: "Serving",
  View: ServingStep,
  useStanding,
};

/** The article's two ways to serve: a database built in advance, and the model asked on demand. */
function ServingStep(place: StepPlace) {
  const serving = useSelected(ServingStore, (state) => state);
  const { open, build } = useStore(ServingStore);
  const dataset = useDataset();
  const model = useSelected(WorkspaceStore, (state) => state.model);
  const job = useJob(BUILDING);
  const { batch, measure, progress } = serving;
  useEffect(() => {
    if (dataset !== null) void open();
  }, [dataset, open]);

  return (
    <Step
      {...place}
      claim={servingClaim(batch, measure)}
      about="Precompute everyone’s list (batch) or ask the model live (on demand)?"
    >
      <RunBar
        label={batch === null ? "Build the database" : "Rebuild the database"}
        primary={false}
        job={{ ...job, blocked: job.blocked ?? (model === null ? "Train the model first." : null) }}
        status={statusOf(serving)}
        onRun={() => void build()}
      />
      {job.running && <Course progress={progress} />}
      {batch !== null && (
        <div className={styles.outcome}>
          <TwoWays batch={batch} measure={measure} trainingSeconds={model?.seconds ?? null} />
          {measure !== null && <p className={styles.verdict}>{servingChoice(measure)}</p>}
          {batch.notSaved !== null && (
            <p role="alert">{batch.notSaved} You can download it; it will be gone when you close the tab.</p>
          )}
          <LookUpForm />
        </div>
      )}
    </Step>
  );
}

function useStanding(): Standing {
  const { batch, measure, stopped } = useSelected(ServingStore, (state) => state);
  const outdated = measure !== null && measure.stale > 0 ? "The model has been trained since." : "";
  return standingOf({ ...useJob(BUILDING), isFound: batch !== null, stopped, outdated });
}

const PHASES = { fill: "Scoring all users", save: "Saving" };

function Course({ progress }: { progress: BatchProgress | null }) {
  const words = progress === null ? ["Loading SQLite"] : [PHASES[progress.phase], ...timeLeft(progress)];
  return <ProgressBar name="Building the database" done={progress?.done ?? 0} words={words} />;
}
