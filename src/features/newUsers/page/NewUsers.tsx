import type { ComponentType } from "react";
import { SampleNote } from "../../../core/page/SampleNote.tsx";
import { useDataset } from "../../../core/page/useWorkspace.ts";
import { ComparisonStep } from "./comparison/ComparisonStep.tsx";
import styles from "./NewUsers.module.css";
import { ReplayStep } from "./replay/ReplayStep.tsx";
import { TimelineStep } from "./timeline/TimelineStep.tsx";
import { TuningStep } from "./tuning/TuningStep.tsx";
import { UpdateStep } from "./update/UpdateStep.tsx";

/** The article's experiment: the model meets users it has never seen, without starting over. */
export function NewUsers({ parts }: { parts: readonly ComponentType[] }) {
  const dataset = useDataset();
  const hasDates = dataset !== null && dataset.period !== null;
  return (
    <>
      <h1>New users</h1>
      <p className="lede">
        What happens to people who join after training? Hold back the newest ratings, train on the rest, then
        add the newcomers without retraining.
      </p>
      {hasDates && <SampleNote />}
      {dataset !== null && !hasDates && <NoTimestamps />}
      {hasDates && (
        <>
          <TimelineStep />
          <TuningStep />
          <UpdateStep />
          <ComparisonStep />
          <ReplayStep />
        </>
      )}
      {dataset !== null &&
        parts.map((Part, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
          <Part key={at} />
        ))}
    </>
  );
}

function NoTimestamps() {
  return (
    <div className={styles.panel}>
      <h2>These ratings have no dates</h2>
      <p>
        This experiment needs to know which ratings came last. Everything else works: recommendations, your
        own ratings, training and its figures. To use it, add a column named <code>timestamp</code>, in
        seconds since 1970.
      </p>
    </div>
  );
}
