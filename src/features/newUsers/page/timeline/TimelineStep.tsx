import { useEffect } from "react";
import { useSelected, useStore } from "../../../../core/page/stores.tsx";
import { useDataset } from "../../../../core/page/useWorkspace.ts";
import type { StepPlace } from "../../../../ui/outline/OutlineStep.ts";
import { Step } from "../../../../ui/Step.tsx";
import { NewUsersStore } from "../NewUsersStore.ts";
import { sidesAt } from "./cuts.ts";
import styles from "./Timeline.module.css";
import { Timeline } from "./Timeline.tsx";
import { timelineClaim } from "./words.ts";

/** Who is known and who is new, for every step below. */
export function TimelineStep(place: StepPlace) {
  const dataset = useDataset();
  const timeline = useSelected(NewUsersStore, (state) => state.timeline);
  const cut = useSelected(NewUsersStore, (state) => state.cut);
  const { openTimeline, cutAt } = useStore(NewUsersStore);
  useEffect(() => {
    if (dataset !== null) void openTimeline();
  }, [dataset, openTimeline]);

  return (
    <Step
      {...place}
      claim={timelineClaim(timeline && { users: timeline.users, ...sidesAt(cut, timeline) })}
      about="Everything left of the line is “known”, everything right is “new”. Drag it (or use arrow keys); steps below use it when you run them."
    >
      {timeline === null ? <Loading /> : <Timeline timeline={timeline} cut={cut} onCut={cutAt} />}
    </Step>
  );
}

/** As high as the timeline will be, so that nothing moves when it is there. */
function Loading() {
  return (
    <div className={styles.timeline}>
      <p className={styles.vertical}>Sorting ratings by date…</p>
      <div className={styles.ground} />
      <div className={styles.axis} />
      <div className={styles.room} />
    </div>
  );
}
