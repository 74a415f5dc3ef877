import { useRef, useState } from "react";
import { RatingsStore } from "../../../core/page/ratings/RatingsStore.ts";
import { useStore } from "../../../core/page/stores.tsx";
import dialogs from "../../../ui/Dialog.module.css";
import { SavedStore } from "./SavedStore.ts";

/** Deletes all that Matinee has saved, after a question. */
export function DeleteEverything() {
  const { deleteAll } = useStore(SavedStore);
  const ratings = useStore(RatingsStore);
  const dialog = useRef<HTMLDialogElement>(null);
  const [isDeleting, setDeleting] = useState(false);

  async function confirm(): Promise<void> {
    setDeleting(true);
    await deleteAll(ratings);
    setDeleting(false);
    dialog.current?.close();
  }

  return (
    <>
      <button type="button" className="deletes" onClick={() => dialog.current?.showModal()}>
        Delete everything
      </button>
      <dialog ref={dialog} className={dialogs.dialog} aria-labelledby="delete-everything">
        <h2 id="delete-everything">Delete everything?</h2>
        <p>
          Your ratings, the data you opened and its models are deleted from this device. This can’t be undone:
          export anything you want to keep first.
        </p>
        <div className={dialogs.answers}>
          <button type="button" className="danger" disabled={isDeleting} onClick={() => void confirm()}>
            {isDeleting ? "Deleting…" : "Delete everything"}
          </button>
          <button type="button" disabled={isDeleting} onClick={() => dialog.current?.close()}>
            Cancel
          </button>
        </div>
      </dialog>
    </>
  );
}
