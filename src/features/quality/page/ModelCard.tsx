import { useSelected, useStore } from "../../../core/page/stores.tsx";
import { useJob } from "../../../core/page/useWorkspace.ts";
import { isWhole, MEASURING, QualityStore } from "./QualityStore.ts";
import { PLACE } from "./settings.ts";

/** The model card to go with an exported model, or a link to where it can be made. */
export function ModelCard() {
  const isMeasured = useSelected(QualityStore, ({ found, settings }) => isWhole(found, settings));
  const { save } = useStore(QualityStore);
  const { running } = useJob(MEASURING);
  return (
    <p>
      A model card says what the model is for, how well it does on this data and where it fails.{" "}
      {isMeasured && !running ? (
        <button type="button" onClick={() => void save("modelCard")}>
          Model card (Markdown)
        </button>
      ) : (
        <>
          You can save one after measuring <a href={PLACE}>Quality</a>.
        </>
      )}
    </p>
  );
}
