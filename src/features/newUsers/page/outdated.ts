import type { TrainingSettings } from "../../../core/api/training.ts";
import { type Computed, type Dependencies, outdated } from "../../../core/page/Computed.ts";
import { defaultSettings } from "../../../core/page/defaultSettings.ts";
import { useSelected } from "../../../core/page/stores.tsx";
import { MODEL, TRAINING } from "../../../core/page/trainingWords.ts";
import { useDataset } from "../../../core/page/useWorkspace.ts";
import { WorkspaceStore } from "../../../core/page/WorkspaceStore.ts";
import type { ExperimentSetup } from "../api.ts";
import { NewUsersStore } from "./NewUsersStore.ts";
import { percent } from "./timeline/words.ts";

type Setup = Pick<ExperimentSetup, "knownShare"> & TrainingSettings;
/** What an experiment depends on: the line alone, the settings of the model too, or also its epochs. */
type Depends = "line" | "model" | "training";

/** A search tries settings of its own, so only the line matters to it. */
const LINE: Dependencies<Setup> = { knownShare: (share) => `the line at ${percent(share * 1000)}` };
/** Tuning tries numbers of epochs of its own. */
const OF_MODEL: Dependencies<Setup> = { ...LINE, ...MODEL };
const OF_TRAINING: Dependencies<Setup> = { ...LINE, ...TRAINING };

/** Why what an experiment found is out of date, in a sentence; empty if it is current. */
export function useOutdated(found: Computed<ExperimentSetup, unknown> | null, on: Depends): string {
  const cut = useSelected(NewUsersStore, (state) => state.cut);
  const settings = useSelected(WorkspaceStore, ({ model }) => model?.settings);
  const dataset = useDataset();
  if (found === null) return "";
  const now = { knownShare: cut / 1000, settings: settings ?? defaultSettings(dataset) };
  return outdatedSetup(found.setup, now, on);
}

/** The same of what an experiment was run with, and what it would be run with now. */
export function outdatedSetup(was: ExperimentSetup, now: ExperimentSetup, on: Depends): string {
  const flat = ({ knownShare, settings }: ExperimentSetup): Setup => ({ knownShare, ...settings });
  return outdated(flat(was), flat(now), { line: LINE, model: OF_MODEL, training: OF_TRAINING }[on]);
}
