import { useSelected } from "../../../core/page/stores.tsx";
import { useJob } from "../../../core/page/useWorkspace.ts";
import { CHALLENGE_PARTS } from "../../../experiment/challenges/parts.ts";
import { HEADS } from "../../../experiment/report/heads.ts";
import type { OutlineStep } from "../../../ui/outline/OutlineStep.ts";
import { type Standing, standingOf } from "../../../ui/outline/Standing.ts";
import { PartStep } from "./PartStep.tsx";
import { MEASURING, outdatedBy, type Part, QualityStore } from "./QualityStore.ts";
import { FraudFields, LoopFields } from "./SettingsFields.tsx";

const SETTINGS: { [One in Part]?: typeof LoopFields } = { closedLoop: LoopFields, robustness: FraudFields };

/** A step for each part, in the order in which they are measured. */
export const STEPS: readonly OutlineStep[] = CHALLENGE_PARTS.map((part) => ({
  id: part,
  title: HEADS[part].title,
  View: (place) => <PartStep part={part} place={place} Settings={SETTINGS[part]} />,
  useStanding: () => useStandingOf(part),
}));

function useStandingOf(part: Part): Standing {
  const job = useJob(MEASURING);
  const isFound = useSelected(QualityStore, ({ found }) => found[part] !== undefined);
  const outdated = useSelected(QualityStore, ({ found, settings }) => outdatedBy(found, part, settings));
  const stopped = useSelected(QualityStore, (state) => state.stopped);
  const turn = useSelected(QualityStore, ({ pending }) => pending.indexOf(part));
  return standingOf({
    running: job.running && turn === 0,
    waiting: job.running && turn > 0 ? "Waiting for the parts before it." : job.waiting,
    isFound,
    stopped: stopped && (!isFound || outdated !== ""),
    outdated,
  });
}
