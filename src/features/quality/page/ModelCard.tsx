import { useSelected, useStore } from "../../../core/page/stores.tsx";
import { useJob } from "../../../core/page/useWorkspace.ts";
import { isWhole, MEASURING, QualityStore } from "./QualityStore.ts";
import { PLACE } from "./settings.ts";

/** The model card to lie beside an exported model, or the way to it. */
export function ModelCard() {
  const isMeasured = useSelected(QualityStore, ({ found, settings }) => isWhole(found, settings));
  const { save } = useStore(QualityStore);
  const { running } = useJob(MEASURING);
  return (
    <p>
      A model card says what the model is for, how good it is on this data and where it fails.{" "}
      {isMeasured && !running ? (
        <button type="button" onClick={() => void save("modelCard")}>
          Model card (Markdown)
        </button>
      ) : (
        <>
          It is saved on <a href={PLACE}>Quality</a> once that is measured.
        </>
      )}
    </p>
  );
}
