import { SampleNote } from "../../../core/page/SampleNote.tsx";
import { useSelected } from "../../../core/page/stores.tsx";
import { useDataset } from "../../../core/page/useWorkspace.ts";
import type { OutlineStep } from "../../../ui/outline/OutlineStep.ts";
import { Story } from "../../../ui/outline/Story.tsx";
import { addressOf, PLACE } from "./address.ts";
import { ComparisonStep } from "./comparison/ComparisonStep.tsx";
import styles from "./NewUsers.module.css";
import { NewUsersStore } from "./NewUsersStore.ts";
import { ReplayStep } from "./replay/ReplayStep.tsx";
import {
  useComparisonStanding,
  useReplayStanding,
  useTimelineStanding,
  useTuningStanding,
  useUpdateStanding,
} from "./standings.ts";
import { TimelineStep } from "./timeline/TimelineStep.tsx";
import { TuningStep } from "./tuning/TuningStep.tsx";
import { UpdateStep } from "./update/UpdateStep.tsx";

const STEPS: readonly OutlineStep[] = [
  { id: "who-is-new", title: "Who is new?", View: TimelineStep, useStanding: useTimelineStanding },
  { id: "tuning", title: "Tuning", View: TuningStep, useStanding: useTuningStanding },
  { id: "adding", title: "Add new users", View: UpdateStep, useStanding: useUpdateStanding },
  { id: "ways", title: "Three ways to update", View: ComparisonStep, useStanding: useComparisonStanding },
  { id: "replay", title: "Replay", View: ReplayStep, useStanding: useReplayStanding },
];

/**
 * The article's experiment: the model meets users it has never seen, without starting over.
 * @param props.parts steps of other features, which need no dates
 */
export function NewUsers({ parts }: { parts: readonly OutlineStep[] }) {
  const dataset = useDataset();
  const cut = useSelected(NewUsersStore, (state) => state.cut);
  if (dataset === null) return <Introduction />;
  const hasDates = dataset.period !== null;
  return (
    <>
      <Introduction />
      {hasDates ? <SampleNote /> : <NoTimestamps />}
      <Story
        key={String(hasDates)}
        place={PLACE}
        addressOf={(step) => addressOf(cut, step)}
        steps={hasDates ? [...STEPS, ...parts] : parts}
      />
    </>
  );
}

function Introduction() {
  return (
    <>
      <h1>New users</h1>
      <p className="lede">
        What happens to people who join after training? Hold back the newest ratings, train on the rest, then
        add the newcomers without retraining.
      </p>
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
