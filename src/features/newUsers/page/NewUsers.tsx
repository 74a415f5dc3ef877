import { useEffect, useRef } from "react";
import type { DatasetSummary } from "../../../core/api.ts";
import { hindranceOf } from "../../../core/page/session/hindrance.ts";
import type { ArrivalsState } from "../../../core/page/session/Session.ts";
import { useActions, useSession } from "../../../core/page/session/SessionProvider.tsx";
import { ProgressBar } from "../../../ui/ProgressBar.tsx";
import { RunBar } from "../../../ui/RunBar.tsx";
import { Step } from "../../../ui/Step.tsx";
import { ServingStep } from "../../serving/page/ServingStep.tsx";
import { duration } from "../../training/page/sentences.ts";
import { ArrivalFigures } from "./ArrivalFigures.tsx";
import { ArrivalsStep } from "./arrivals/ArrivalsStep.tsx";
import styles from "./NewUsers.module.css";
import { nextStep } from "./nextStep.ts";
import { TimelineStep } from "./TimelineStep.tsx";
import { ComparisonStep } from "./takingIn/ComparisonStep.tsx";
import { TuningStep } from "./tuning/TuningStep.tsx";
import { UserPicker } from "./UserPicker.tsx";

/** The article's experiment: the model meets users it has never seen, without starting over. */
export function NewUsers() {
  const session = useSession();
  const { dataset, training, arrivals } = session;
  const { takeInNewUsers, stop } = useActions();
  const datable = dataset !== null && dataset.period !== null;
  const idle = datable && hindranceOf(session) === null;
  const trained = training.epochsDone > 0;
  const { outcome } = arrivals;

  // Once a visit and data set by itself: whoever stopped it does not want it to begin again.
  const begunWith = useRef<DatasetSummary>(null);
  useEffect(() => {
    if (!idle || !trained || outcome !== null || begunWith.current === dataset) return;
    begunWith.current = dataset;
    takeInNewUsers();
  }, [idle, trained, outcome, dataset, takeInNewUsers]);

  return (
    <>
      <h1>New users</h1>
      <p className="lede">
        What becomes of people who come after the model has learnt? It learns from what is current; then it
        takes in what is new, with users it has never seen, without starting over.
      </p>
      {dataset !== null && !datable && <NoTimestamps />}
      {datable && (
        <>
          <TimelineStep />
          <TuningStep />
          <Step
            title="Take in new users"
            about="A model learns from the current ratings alone. Then it goes on with the new ones, and everybody in them has recommendations."
          >
            <RunBar
              label={outcome === null ? "Take in new users" : "Take in new users again"}
              primary={nextStep(session) === "takeIn"}
              running={arrivals.running}
              hindrance={hindranceOf(session)}
              standing={outcome === null ? "Not taken in yet. It takes a few seconds." : ""}
              onRun={takeInNewUsers}
              onStop={stop}
            />
            {arrivals.running && <Course {...arrivals} />}
            {outcome !== null && (
              <>
                <ArrivalFigures outcome={outcome} />
                {outcome.newUsers.length > 0 && (
                  <UserPicker key={outcome.boundary} users={outcome.newUsers} />
                )}
              </>
            )}
          </Step>
          <ComparisonStep />
          <ArrivalsStep />
        </>
      )}
      {dataset !== null && <ServingStep />}
    </>
  );
}

const PHASES = { fit: "Learning from the current part", fitPartial: "Taking in the new part" };

function Course({ progress }: ArrivalsState) {
  const { phase, done, secondsLeft } = progress ?? { phase: "fit" as const, done: 0, secondsLeft: null };
  const words = [PHASES[phase]];
  if (secondsLeft !== null) words.push(`${duration(secondsLeft)} left`);
  return <ProgressBar name="Taking in new users" done={done} words={words} />;
}

function NoTimestamps() {
  return (
    <div className={styles.panel}>
      <h2>These ratings have no dates</h2>
      <p>
        Without timestamps nobody can say which ratings came last, so this experiment cannot be made with
        them. Everything else works: recommendations, your own ratings, training and its figures. A column
        named <code>timestamp</code>, in seconds since 1970, would bring it back.
      </p>
    </div>
  );
}
