import { useEffect } from "react";
import { hindranceOf } from "../../../core/page/session/hindrance.ts";
import type { ServingState } from "../../../core/page/session/Session.ts";
import { useActions, useSession } from "../../../core/page/session/SessionProvider.tsx";
import { ProgressBar } from "../../../ui/ProgressBar.tsx";
import { RunBar } from "../../../ui/RunBar.tsx";
import { Step } from "../../../ui/Step.tsx";
import { nextStep } from "../../newUsers/page/nextStep.ts";
import { duration } from "../../training/page/sentences.ts";
import { LookUpForm } from "./LookUpForm.tsx";
import styles from "./ServingStep.module.css";
import { TwoWays } from "./TwoWays.tsx";
import { aboutServing, standingOf } from "./words.ts";

/** The article's two ways to serve, both at work: a database made beforehand, and the model asked on demand. */
export function ServingStep() {
  const session = useSession();
  const { openBatch, makeBatch, stop } = useActions();
  const { dataset, training, serving } = session;
  const { batch, measure, running } = serving;
  useEffect(() => {
    if (dataset !== null) openBatch();
  }, [dataset, openBatch]);
  const untaught = training.epochsDone === 0 ? "The model has to learn first." : null;

  return (
    <Step
      title="Serving"
      about="Two ways to bring recommendations to people. In batch, everybody’s list is made beforehand and looked up in a database. On demand, the model answers when somebody asks."
    >
      <RunBar
        label={batch === null ? "Make the database" : "Make it anew"}
        primary={nextStep(session) === "serve"}
        running={running}
        hindrance={hindranceOf(session) ?? untaught}
        standing={standingOf(serving)}
        onRun={makeBatch}
        onStop={stop}
      />
      {running && <Course {...serving} />}
      {batch !== null && (
        <div className={styles.outcome}>
          <TwoWays batch={batch} measure={measure} learningSeconds={training.seconds} />
          <p className={styles.verdict}>{aboutServing(batch, measure)}</p>
          {batch.notKept !== null && (
            <p role="alert">
              {batch.notKept} The database works and can be downloaded, but lasts only as long as this tab.
            </p>
          )}
          <LookUpForm />
        </div>
      )}
    </Step>
  );
}

const PHASES = { fill: "Scoring everybody and filling the database", keep: "Keeping the file" };

function Course({ progress }: ServingState) {
  if (progress === null)
    return <ProgressBar name="Making the database" done={0} words={["Loading SQLite"]} />;
  const { phase, done, secondsLeft } = progress;
  const words = [PHASES[phase]];
  if (secondsLeft !== null) words.push(`${duration(secondsLeft)} left`);
  return <ProgressBar name="Making the database" done={done} words={words} />;
}
