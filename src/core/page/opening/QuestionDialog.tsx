import { useEffect, useRef } from "react";
import dialogs from "../../../ui/Dialog.module.css";
import { useSelected, useStore } from "../stores.tsx";
import { OpeningStore } from "./OpeningStore.ts";

/** Asks what only the person knows about the files they opened. */
export function QuestionDialog() {
  const asked = useSelected(OpeningStore, (state) => state.asked);
  const { answer, dismiss } = useStore(OpeningStore);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (asked !== null) dialog.current?.showModal();
  }, [asked]);
  if (asked === null) return null;
  const { sentence, choices } = asked.question;
  return (
    <dialog ref={dialog} className={dialogs.dialog} aria-labelledby="question" onClose={dismiss}>
      <h2 id="question">One question first</h2>
      <p>{sentence}</p>
      <div className={dialogs.answers}>
        {choices.map((choice, place) => (
          <button
            key={choice.answer}
            type="button"
            className={place === 0 ? "primary" : ""}
            onClick={() => answer(choice.answer)}
          >
            {choice.label}
          </button>
        ))}
        <button type="button" onClick={dismiss}>
          Cancel
        </button>
      </div>
    </dialog>
  );
}
