import type { TrainingSettings } from "../../../core/api/training.ts";
import { type Computed, type Dependencies, outdated } from "../../../core/page/Computed.ts";
import { defaultSettings } from "../../../core/page/defaultSettings.ts";
import { useSelected } from "../../../core/page/stores.tsx";
import { useDataset } from "../../../core/page/useWorkspace.ts";
import { WorkspaceStore } from "../../../core/page/WorkspaceStore.ts";
import { count } from "../../../ui/words.ts";
import type { ExperimentSetup } from "../api.ts";
import { NewUsersStore } from "./NewUsersStore.ts";
import { percent } from "./timeline/words.ts";

type Setup = Pick<ExperimentSetup, "knownShare"> & TrainingSettings;
/** What an experiment depends on: the line alone, the settings of the model too, or also its epochs. */
type Depends = "line" | "model" | "training";

/** A search tries settings of its own, so only the line matters to it. */
const LINE: Dependencies<Setup> = { knownShare: (share) => `the line at ${percent(share * 1000)}` };
/** Tuning tries numbers of epochs of its own. */
const MODEL: Dependencies<Setup> = {
  ...LINE,
  noComponents: (components) => count(components, "component"),
  learningRate: (rate) => `a learning rate of ${rate}`,
  found: (found) => (found ? "settings found by another search" : "the recommended regularisation"),
};
const TRAINING: Dependencies<Setup> = { ...MODEL, epochs: (epochs) => count(epochs, "epoch") };

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
  return outdated(flat(was), flat(now), { line: LINE, model: MODEL, training: TRAINING }[on]);
}
