import { useSelected } from "../../../core/page/stores.tsx";
import { WorkspaceStore } from "../../../core/page/WorkspaceStore.ts";
import styles from "./ForYou.module.css";
import { Lead } from "./Lead.tsx";
import { RatingsPanel } from "./ratings/RatingsPanel.tsx";
import { GettingStarted } from "./start/GettingStarted.tsx";
import { StartStore } from "./start/StartStore.ts";
import { SteeringPanel } from "./steering/SteeringPanel.tsx";
import { useUndoKey } from "./useUndoKey.ts";
import { WhyDialog } from "./WhyDialog.tsx";
import { Wall } from "./wall/Wall.tsx";

/** The first place: what to watch, beside the ratings it is based on. */
export function ForYou() {
  useUndoKey();
  const isNewcomerKnown = useSelected(StartStore, ({ isOpen }) => isOpen !== undefined);
  const hasNothing = useSelected(
    WorkspaceStore,
    ({ dataset, reading }) => dataset === null && reading === null,
  );
  return (
    <div className={styles.place}>
      <button type="button" className="skip" onClick={() => document.getElementById("wall")?.focus()}>
        Skip to the list
      </button>
      <Lead />
      {/* All at once, when it is known whether there is anything to ask: nothing moves down afterwards. */}
      {(isNewcomerKnown || hasNothing) && (
        <>
          <div className={styles.side}>
            <GettingStarted />
            <RatingsPanel />
          </div>
          <SteeringPanel />
          <Wall />
        </>
      )}
      <WhyDialog />
    </div>
  );
}
