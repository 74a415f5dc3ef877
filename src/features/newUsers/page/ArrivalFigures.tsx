import type { ArrivalOutcome } from "../../../core/api.ts";
import { FigureList } from "../../../ui/FigureList.tsx";
import { count, day } from "../../../ui/words.ts";
import styles from "./ArrivalFigures.module.css";

/** What came of the experiment, in words and figures. */
export function ArrivalFigures({ outcome }: { outcome: ArrivalOutcome }) {
  return (
    <section className={styles.outcome} aria-label="Outcome">
      <p>{sentence(outcome)}</p>
      <FigureList
        figures={[
          {
            label: `current ratings, by ${count(outcome.currentUsers, "user")}`,
            figure: count(outcome.current),
          },
          { label: "new ratings", figure: count(outcome.new) },
          { label: "never seen before", figure: count(outcome.newUsers.length, "user") },
          { label: "to learn the current part (fit)", figure: seconds(outcome.fitSeconds) },
          { label: "to take in the new one (fitPartial)", figure: seconds(outcome.fitPartialSeconds) },
        ]}
      />
    </section>
  );
}

const seconds = (value: number) => `${value.toFixed(2)} s`;

function sentence({ boundary, newUsers, fitPartialSeconds }: ArrivalOutcome): string {
  const cut = `The cut falls on ${day(boundary)}.`;
  if (newUsers.length === 0) return `${cut} Nobody new came after it: whoever rated then had rated before.`;
  const people = newUsers.length === 1 ? "One user" : count(newUsers.length, "user");
  const have = newUsers.length === 1 ? "has" : "have";
  return `${cut} ${people} the model had never seen ${have} recommendations of their own, ${seconds(fitPartialSeconds)} after they came.`;
}
