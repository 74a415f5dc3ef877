import { FigureList } from "../../../../ui/FigureList.tsx";
import { count } from "../../../../ui/words.ts";
import type { UpdateOutcome } from "../../api.ts";
import styles from "./UpdateFigures.module.css";

/** What came of the update, in words and figures. */
export function UpdateFigures({ outcome }: { outcome: UpdateOutcome }) {
  return (
    <section className={styles.outcome} aria-label="Outcome">
      <p>{sentence(outcome)}</p>
      <FigureList
        figures={[
          {
            label: `known ratings, by ${count(outcome.knownUsers, "user")}`,
            figure: count(outcome.known),
          },
          { label: "new ratings", figure: count(outcome.new) },
          { label: "first-time users", figure: count(outcome.newUsers.length) },
          { label: "to train on known ratings (fit)", figure: seconds(outcome.fitSeconds) },
          { label: "to update (fitPartial)", figure: seconds(outcome.fitPartialSeconds) },
        ]}
      />
    </section>
  );
}

const seconds = (value: number) => `${value.toFixed(2)}\u00a0s`;

function sentence({ newUsers, fitPartialSeconds }: UpdateOutcome): string {
  if (newUsers.length === 0) return "No first-time users here: everyone new had rated before.";
  return `${count(newUsers.length, "first-time user")} got their own recommendations in ${seconds(fitPartialSeconds)}.`;
}
