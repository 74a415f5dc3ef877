import { defaultSettings } from "../../../core/page/defaultSettings.ts";
import { useSelected, useStore } from "../../../core/page/stores.tsx";
import { useJob, useNouns } from "../../../core/page/useWorkspace.ts";
import { WorkspaceStore } from "../../../core/page/WorkspaceStore.ts";
import { ProgressBar } from "../../../ui/ProgressBar.tsx";
import { decimals } from "../../../ui/plot/curveOptions.ts";
import { timeLeft } from "../../../ui/words.ts";
import { Figures } from "./Figures.tsx";
import { SettingsForm } from "./SettingsForm.tsx";
import { chosenFor, neighboursFor, standing, training } from "./sentences.ts";
import styles from "./Training.module.css";
import { TRAINING, type TrainingRun, TrainingStore } from "./TrainingStore.ts";

/** Where one sees the model train, and chooses how. */
export function Training() {
  const run = useSelected(TrainingStore, (state) => state.run);
  const model = useSelected(WorkspaceStore, (state) => state.model);
  const dataset = useSelected(WorkspaceStore, (state) => state.dataset);
  const { train, setPaused } = useStore(TrainingStore);
  const nouns = useNouns();
  const job = useJob(TRAINING);
  const shown = run ?? model;

  return (
    <>
      <h1>Training</h1>
      <p className="lede">
        See how well the model predicts which {nouns.many} people like, and change its settings.
      </p>
      <div className={styles.columns}>
        <section className={styles.settings} aria-label="Settings">
          <SettingsForm
            settings={shown?.settings ?? defaultSettings(dataset)}
            epochsDone={job.running ? 0 : (model?.epochsDone ?? 0)}
            job={job}
            pauseAsked={run?.pauseAsked ?? null}
            onPause={setPaused}
            onTrain={train}
          />
          {dataset !== null && (
            <>
              <p className={styles.chosen}>{chosenFor(dataset)}</p>
              <p className={styles.chosen}>{neighboursFor(dataset)}</p>
            </>
          )}
        </section>
        <section className={styles.course} aria-label="Training progress">
          <p className={styles.standing}>{job.running ? training(run) : standing(model)}</p>
          {run !== null && <Progress run={run} />}
          <Figures
            history={shown?.history ?? []}
            popularity={shown?.popularity ?? null}
            lastEpoch={(run?.progress?.lastEpoch || shown?.history.at(-1)?.epoch) ?? 0}
            isSampled={dataset?.isSampled ?? false}
          />
        </section>
      </div>
    </>
  );
}

function Progress({ run: { progress, history } }: { run: TrainingRun }) {
  if (progress === null || progress.epoch === 0) {
    return <ProgressBar name="Training" done={progress?.done ?? 0} words={["Preparing…"]} />;
  }
  const { done, epoch, lastEpoch } = progress;
  const words = progress.isPaused
    ? [`${epoch} of ${lastEpoch} epochs`, "paused"]
    : [`Epoch ${epoch} of ${lastEpoch}`, ...timeLeft(progress)];
  const last = history.at(-1);
  if (last !== undefined) words.push(`mean loss ${decimals(last.meanLoss)}`);
  return <ProgressBar name="Training" done={done} words={words} isPaused={progress.isPaused} />;
}
