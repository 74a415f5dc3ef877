import { useEffect } from "react";
import { useActions, useSession } from "../../../core/page/session/SessionProvider.tsx";
import { Step } from "../../../ui/Step.tsx";
import { Timeline } from "./timeline/Timeline.tsx";

/** Who is current and who is new, as everything below has it. */
export function TimelineStep() {
  const { dataset, newUsers } = useSession();
  const { openTimeline, cutAt } = useActions();
  useEffect(() => {
    if (dataset !== null) openTimeline();
  }, [dataset, openTimeline]);

  return (
    <Step
      title="Who is new?"
      about="A line parts the ratings by time: what lies before it is current, what comes after it is new. Drag it, or move it with the arrow keys; everything below is measured where it stands."
    >
      {newUsers.timeline === null ? (
        <p>Putting the ratings in order of time …</p>
      ) : (
        <Timeline timeline={newUsers.timeline} cut={newUsers.cut} onCut={cutAt} />
      )}
    </Step>
  );
}
