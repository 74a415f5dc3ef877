import { hindranceOf } from "../../../core/page/session/hindrance.ts";
import type { TrainingState } from "../../../core/page/session/Session.ts";
import { useActions, useSession } from "../../../core/page/session/SessionProvider.tsx";
import { useNouns } from "../../../core/page/useNouns.ts";
import { ProgressBar } from "../../../ui/ProgressBar.tsx";
import { decimals } from "../../../ui/plot/curveOptions.ts";
import { Figures } from "./Figures.tsx";
import { SettingsForm } from "./SettingsForm.tsx";
import { duration, standing } from "./sentences.ts";
import styles from "./Training.module.css";

/** The place where one sees the model learn, and tells it how. */
export function Training() {
  const session = useSession();
  const { training } = session;
  const { train, stop } = useActions();
  const nouns = useNouns();
  const hindrance = training.running ? null : hindranceOf(session);

  return (
    <>
      <h1>Training</h1>
      <p className="lede">
        A model learns which {nouns.many} each person liked. Here you see how well, and you can change how.
      </p>
      <div className={styles.columns}>
        <section className={styles.settings} aria-label="Settings">
          <SettingsForm
            settings={training.settings}
            epochsDone={training.epochsDone}
            running={training.running}
            hindrance={hindrance}
            onTrain={train}
            onStop={stop}
          />
        </section>
        <section className={styles.course} aria-label="Course of training">
          <p className={styles.standing}>{standing(training)}</p>
          {training.running && <Course {...training} />}
          <Figures training={training} />
        </section>
      </div>
    </>
  );
}

function Course({ progress, history }: TrainingState) {
  if (progress === null) return <ProgressBar name="Training" done={0} words={["Making ready"]} />;
  const { done, epoch, lastEpoch, secondsLeft } = progress;
  const words = [`Epoch ${epoch} of ${lastEpoch}`];
  if (secondsLeft !== null) words.push(`${duration(secondsLeft)} left`);
  const last = history.at(-1);
  if (last !== undefined) words.push(`mean loss ${decimals(last.meanLoss)}`);
  return <ProgressBar name="Training" done={done} words={words} />;
}
