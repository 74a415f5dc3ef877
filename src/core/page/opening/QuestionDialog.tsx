import { useEffect, useRef } from "react";
import dialogs from "../../../ui/Dialog.module.css";
import { useSelected, useStore } from "../stores.tsx";
import { OpeningStore } from "./OpeningStore.ts";
import styles from "./QuestionDialog.module.css";

/** Asks what only the person knows about the files they opened. */
export function QuestionDialog() {
  const asked = useSelected(OpeningStore, (state) => state.asked);
  const { answer, dismiss } = useStore(OpeningStore);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (asked === null) return;
    const before = document.activeElement;
    dialog.current?.showModal();
    // The dialog goes as a whole, which would leave the focus nowhere.
    return () => {
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, [asked]);
  if (asked === null) return null;
  const { sentence, choices } = asked.question;
  return (
    <dialog ref={dialog} className={dialogs.dialog} aria-labelledby="question" onClose={dismiss}>
      <h2 id="question">One question first</h2>
      <p>{sentence}</p>
      <div className={`${dialogs.answers} ${styles.choices}`}>
        {choices.map((choice) => (
          <button key={choice.answer} type="button" onClick={() => answer(choice.answer)}>
            {choice.label}
          </button>
        ))}
      </div>
      <div className={`${dialogs.answers} ${dialogs.below}`}>
        <button type="button" onClick={dismiss}>
          Cancel
        </button>
      </div>
    </dialog>
  );
}
