import { useRef } from "react";
import { useActions } from "../../../core/page/session/SessionProvider.tsx";
import styles from "./ForgetEverything.module.css";

/** Deletes all that Matinee has kept, after a word. */
export function ForgetEverything() {
  const { forgetEverything } = useActions();
  const dialog = useRef<HTMLDialogElement>(null);
  return (
    <>
      <button type="button" onClick={() => dialog.current?.showModal()}>
        Forget everything
      </button>
      <dialog ref={dialog} className={styles.dialog} aria-labelledby="forget-everything">
        <h2 id="forget-everything">Forget everything?</h2>
        <p>
          Your ratings, the data you opened, the models and what they learnt are deleted from this device, and
          Matinee begins as on a first visit. This cannot be undone: take with you first what you want to
          keep.
        </p>
        <div className={styles.answers}>
          <button type="button" className="primary" onClick={forgetEverything}>
            Forget it all
          </button>
          <button type="button" onClick={() => dialog.current?.close()}>
            Keep it
          </button>
        </div>
      </dialog>
    </>
  );
}
