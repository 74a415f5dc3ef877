import { useSelected, useStore } from "../../../../core/page/stores.tsx";
import { useJob } from "../../../../core/page/useWorkspace.ts";
import type { StepPlace } from "../../../../ui/outline/OutlineStep.ts";
import { ProgressBar } from "../../../../ui/ProgressBar.tsx";
import { Result } from "../../../../ui/Result.tsx";
import { Step } from "../../../../ui/Step.tsx";
import { StopButton } from "../../../../ui/StopButton.tsx";
import { count, day, timeLeft } from "../../../../ui/words.ts";
import { JOBS, NewUsersStore } from "../NewUsersStore.ts";
import { nextStep } from "../nextStep.ts";
import { useOutdated } from "../outdated.ts";
import { HitRatePlot } from "./HitRatePlot.tsx";
import { HitRateTable } from "./HitRateTable.tsx";
import { HitShareRows } from "./HitShareRows.tsx";
import styles from "./ReplayStep.module.css";
import { aboutReplay, speed } from "./words.ts";

const SPEEDS = [
  { perSecond: 50, label: "50 ratings a second" },
  { perSecond: 250, label: "250 ratings a second" },
  { perSecond: 1000, label: "1,000 ratings a second" },
  { perSecond: Number.POSITIVE_INFINITY, label: "maximum speed" },
];

const NOTHING = { points: [], total: 0, verdict: "", shares: null };

/** The new ratings in order: each is first predicted, then learnt. */
export function ReplayStep(place: StepPlace) {
  const { progress, stopped, found, pace } = useSelected(NewUsersStore, (state) => state.replay);
  const isNext = useSelected(NewUsersStore, (state) => nextStep(state) === "replay");
  const { replay, setPace } = useStore(NewUsersStore);
  const job = useJob(JOBS.replay.name);
  const { running, waiting, blocked } = job;
  const outdated = useOutdated(found, "training");
  const { points, total, verdict, shares } = found?.result ?? NOTHING;
  const last = points.at(-1);
  const fitting = running && progress?.phase !== null;
  const toggle = () => {
    if (running) setPace({ ...pace, paused: !pace.paused });
    else void replay();
  };

  return (
    <Step
      {...place}
      claim={
        (outdated === "" && verdict) ||
        "Compares a model that learns from each rating as it arrives with one that doesn’t."
      }
      about="Replays new ratings in order: first predict, then learn. Does continuous learning help?"
    >
      <div className={styles.controls}>
        <button
          type="button"
          className={isNext ? "primary" : ""}
          disabled={waiting !== null || blocked !== null}
          onClick={toggle}
        >
          {running && !pace.paused
            ? "Pause"
            : running
              ? "Resume"
              : last === undefined
                ? "Play"
                : "Play again"}
        </button>
        {(running || waiting !== null) && <StopButton job={job} />}
        <label className={styles.speed}>
          Speed{" "}
          <select
            value={pace.perSecond}
            onChange={(event) => setPace({ ...pace, perSecond: Number(event.target.value) })}
          >
            {SPEEDS.map(({ perSecond, label }) => (
              <option key={label} value={perSecond}>
                {label}
              </option>
            ))}
          </select>
        </label>
        {!running && <p className={styles.standing}>{waiting ?? blocked ?? (stopped ? "Stopped." : "")}</p>}
      </div>
      {fitting && (
        <ProgressBar
          name="Training on known ratings"
          done={progress?.done ?? 0}
          words={["Training on known ratings"]}
        />
      )}
      {running && !fitting && (
        <ProgressBar
          name="Replaying new ratings"
          done={progress?.done ?? 0}
          words={[
            last === undefined
              ? "Started"
              : `${count(last.replayed)} of ${count(total)} ratings, ${day(last.time)}`,
            ...(pace.paused ? ["paused"] : [...speed(progress), ...timeLeft(progress)]),
          ]}
        />
      )}
      {last !== undefined && (
        <Result outdated={outdated} job={job} onRunAgain={() => void replay()}>
          <HitRatePlot points={points} total={total} sentence={aboutReplay(last, total)} />
          <HitRateTable points={points} total={total} />
          {shares !== null && <HitShareRows shares={shares} />}
        </Result>
      )}
    </Step>
  );
}
