import { useEffect, useRef } from "react";
import type { DatasetSummary } from "../../worker/protocol.ts";
import { count } from "../data/words.ts";
import { useActions, useSession } from "../session/SessionProvider.tsx";
import styles from "./Confirm.module.css";

/** Asks before what was read takes the place of the current data. */
export function Confirm() {
  const { staged } = useSession();
  return staged === null ? null : <Question staged={staged} />;
}

function Question({ staged }: { staged: DatasetSummary }) {
  const { replaceData, keepData } = useActions();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const { skipped } = staged;
  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-labelledby="replace-data"
      onCancel={(event) => {
        event.preventDefault();
        keepData();
      }}
    >
      <h2 id="replace-data">Replace the data?</h2>
      <p>
        Read: {count(staged.interactions, "rating")} of {count(staged.items, "film")} by{" "}
        {count(staged.users, "user")}
        {staged.hasTitles ? "." : ", without titles, so ids stand in for them."}
      </p>
      {skipped.count > 0 && (
        <>
          <p>{count(skipped.count, "row")} could not be used:</p>
          <ul className={styles.skipped}>
            {skipped.examples.map(({ file, row, reason }) => (
              <li key={`${file} ${row}`}>
                {file}, line {row}: {reason}
              </li>
            ))}
          </ul>
        </>
      )}
      <p>
        The model will start anew with it. What you have rated stays with the data you rated it in and comes
        back with it.
      </p>
      <div className={styles.answers}>
        <button type="button" className="primary" onClick={replaceData}>
          Replace the data
        </button>
        <button type="button" onClick={keepData}>
          Keep what I have
        </button>
      </div>
    </dialog>
  );
}
