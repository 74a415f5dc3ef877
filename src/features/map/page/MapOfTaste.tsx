import { useEffect } from "react";
import { JobStore } from "../../../core/page/JobStore.ts";
import { useSelected, useStore } from "../../../core/page/stores.tsx";
import { useNouns } from "../../../core/page/useWorkspace.ts";
import { WorkspaceStore } from "../../../core/page/WorkspaceStore.ts";
import { countOf } from "../../../ui/words.ts";
import { DrawnMap } from "./DrawnMap.tsx";
import { MapStore } from "./MapStore.ts";

/** All items of the data in two dimensions: what the model finds alike stands together. */
export function MapOfTaste() {
  const items = useSelected(MapStore, (state) => state.items);
  const layout = useSelected(MapStore, (state) => state.layout);
  const version = useSelected(MapStore, (state) => state.version);
  const hasModel = useSelected(WorkspaceStore, (state) => state.model !== null);
  const isIdle = useSelected(JobStore, (state) => state.job === null);
  const { open } = useStore(MapStore);
  const nouns = useNouns();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another model or the end of another job is a reason to look again
  useEffect(() => void open(), [open, version, hasModel, isIdle]);
  return (
    <>
      <h1>The map of taste</h1>
      <p className="lede">
        {items === null ? (
          <Missing />
        ) : (
          `${countOf(items.ids.length, nouns)}. Neighbours tend to be liked by the same people; long distances mean little.`
        )}
      </p>
      {items !== null && layout !== null && <DrawnMap items={items} layout={layout} />}
    </>
  );
}

/** Why there is no map yet, and what brings it. */
function Missing() {
  const hasModel = useSelected(WorkspaceStore, (state) => state.model !== null);
  const isReading = useSelected(WorkspaceStore, (state) => state.reading !== null);
  const isBusy = useSelected(JobStore, (state) => state.job !== null);
  if (hasModel) return "Drawing the map…";
  if (isReading) return "Loading ratings…";
  return (
    <>
      {isBusy ? "The map appears once the model has finished training." : "The map needs a trained model."}{" "}
      <a href="#/training">{isBusy ? "Watch it train" : "Train one"}</a>
    </>
  );
}
