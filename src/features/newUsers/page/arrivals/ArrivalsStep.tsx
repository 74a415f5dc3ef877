import { useMemo } from "react";
import { hindranceOf } from "../../../../core/page/session/hindrance.ts";
import { useActions, useSession } from "../../../../core/page/session/SessionProvider.tsx";
import { ProgressBar } from "../../../../ui/ProgressBar.tsx";
import { Step } from "../../../../ui/Step.tsx";
import { count, day } from "../../../../ui/words.ts";
import { duration } from "../../../training/page/sentences.ts";
import { movedSince } from "../movedSince.ts";
import { nextStep } from "../nextStep.ts";
import styles from "./ArrivalsStep.module.css";
import { HitRatePlot } from "./HitRatePlot.tsx";
import { hitRatesOf } from "./hitRates.ts";
import { aboutReplay } from "./words.ts";

const SPEEDS = [
  { perSecond: 50, label: "50 ratings a second" },
  { perSecond: 250, label: "250 ratings a second" },
  { perSecond: 1000, label: "1,000 ratings a second" },
  { perSecond: Number.POSITIVE_INFINITY, label: "as fast as it goes" },
];

/** The new part in order of time: each rating is first predicted, then learnt. */
export function ArrivalsStep() {
  const session = useSession();
  const { replay: play, setPace, stop } = useActions();
  const { running, progress, stopped, points, total, pace, ground } = session.newUsers.replay;
  const hindrance = hindranceOf(session);
  const rates = useMemo(() => hitRatesOf(points), [points]);
  const last = points.at(-1);
  const fitting = running && progress?.phase !== null;
  const toggle = () => (running ? setPace({ ...pace, paused: !pace.paused }) : play());

  return (
    <Step
      title="Arrivals"
      about="The new ratings come in one by one, as they did. Each is first predicted, then learnt: does it pay to learn along?"
    >
      <div className={styles.controls}>
        <button
          type="button"
          className={nextStep(session) === "replay" ? "primary" : ""}
          disabled={!running && hindrance !== null}
          onClick={toggle}
        >
          {running && !pace.paused ? "Pause" : running ? "Go on" : last === undefined ? "Play" : "Play again"}
        </button>
        {running && (
          <button type="button" onClick={stop}>
            Stop
          </button>
        )}
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
        {!running && (
          <p className={styles.standing}>
            {hindrance ??
              (stopped ? "Stopped; what was replayed stands." : movedSince(ground, session.newUsers.cut))}
          </p>
        )}
      </div>
      {fitting && (
        <ProgressBar
          name="Learning what is current"
          done={progress?.done ?? 0}
          words={["Learning what is current"]}
        />
      )}
      {running && !fitting && (
        <ProgressBar
          name="Replaying arrivals"
          done={progress?.done ?? 0}
          words={[
            last === undefined
              ? "Begun"
              : `${count(last.replayed)} of ${count(total)} ratings, ${day(last.time)}`,
            ...(pace.paused
              ? ["paused"]
              : progress?.secondsLeft
                ? [`${duration(progress.secondsLeft)} left`]
                : []),
          ]}
        />
      )}
      {last !== undefined && <HitRatePlot rates={rates} total={total} sentence={aboutReplay(last, total)} />}
    </Step>
  );
}
