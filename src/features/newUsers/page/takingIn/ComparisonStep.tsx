import { hindranceOf } from "../../../../core/page/session/hindrance.ts";
import { useActions, useSession } from "../../../../core/page/session/SessionProvider.tsx";
import { ProgressBar } from "../../../../ui/ProgressBar.tsx";
import { RunBar } from "../../../../ui/RunBar.tsx";
import { Step } from "../../../../ui/Step.tsx";
import { duration } from "../../../training/page/sentences.ts";
import type { ComparisonProgress, Way } from "../../api.ts";
import { movedSince } from "../movedSince.ts";
import { nextStep } from "../nextStep.ts";
import styles from "./ComparisonStep.module.css";
import { WhenToRetrain } from "./WhenToRetrain.tsx";
import { aboutWays, change, figure } from "./words.ts";

const PHASES: Record<ComparisonProgress["phase"], string> = {
  current: "Learning from the current part",
  fitPartial: "Going on with the new part",
  foldIn: "Folding the new users in",
  retrain: "Training anew, fold by fold",
  drift: "Looking at those who did nothing new",
};

/** Going on, folding in and training anew, side by side. */
export function ComparisonStep() {
  const session = useSession();
  const { compareWays, stop } = useActions();
  const { running, progress, stopped, outcome, ground } = session.newUsers.comparison;
  const words = progress === null ? ["Making ready"] : [PHASES[progress.phase]];
  if (progress !== null && progress.secondsLeft !== null)
    words.push(`${duration(progress.secondsLeft)} left`);

  return (
    <Step
      title="Three ways, compared"
      about="A model can go on with the new ratings (fitPartial), find a place for each new user and leave all else as it is (fold-in), or be trained anew on everything. Each is examined on a fifth of the new ratings at a time."
    >
      <RunBar
        label={outcome === null ? "Compare the ways" : "Compare again"}
        primary={nextStep(session) === "compare"}
        running={running}
        hindrance={hindranceOf(session)}
        standing={
          stopped
            ? "Stopped before the end."
            : outcome === null
              ? "Not compared yet. Training anew five times takes longest."
              : movedSince(ground, session.newUsers.cut)
        }
        onRun={compareWays}
        onStop={stop}
      />
      {running && <ProgressBar name="Comparing the ways" done={progress?.done ?? 0} words={words} />}
      {outcome !== null && (
        <>
          <div className={styles.scroll}>
            <table>
              <caption className="visuallyHidden">The three ways compared</caption>
              <thead>
                <tr>
                  <td />
                  <th scope="col">Going on</th>
                  <th scope="col">Fold-in</th>
                  <th scope="col">Training anew</th>
                </tr>
              </thead>
              <tbody>
                {ROWS.map(({ label, of }) => (
                  <tr key={label}>
                    <th scope="row">{label}</th>
                    <td>{of(outcome.fitPartial)}</td>
                    <td>{of(outcome.foldIn)}</td>
                    <td>{of(outcome.retrain)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <p className={styles.verdict}>{aboutWays(outcome)}</p>
          <WhenToRetrain course={outcome.course} />
        </>
      )}
    </Step>
  );
}

const ROWS: { label: string; of: (way: Way) => string }[] = [
  { label: "New users, AUC", of: ({ newUsers }) => figure(newUsers.auc) },
  { label: "New users, precision at 10", of: ({ newUsers }) => figure(newUsers.precisionAt10) },
  { label: "Old users, AUC", of: ({ oldUsers }) => figure(oldUsers.auc) },
  { label: "Old users, precision at 10", of: ({ oldUsers }) => figure(oldUsers.precisionAt10) },
  { label: "Learning takes", of: ({ seconds }) => duration(seconds) },
  { label: "Drift of others’ AUC", of: ({ drift }) => change(drift.auc) },
  { label: "Drift of others’ precision", of: ({ drift }) => change(drift.precisionAt10) },
];
