import { useEffect, useRef } from "react";
import type { OpenedFiles } from "../../../../core/page/session/Session.ts";
import { useActions, useSession } from "../../../../core/page/session/SessionProvider.tsx";
import shared from "../../../../ui/Dialog.module.css";
import { count, countOf } from "../../../../ui/words.ts";
import { Reading } from "../Reading.tsx";
import styles from "./Confirm.module.css";
import { Likes } from "./Likes.tsx";
import { Nouns } from "./Nouns.tsx";
import { Understood } from "./Understood.tsx";

/** Shows what was read and what it was taken for, and asks before it takes the place of the current data. */
export function Confirm() {
  const { opened } = useSession();
  return opened === null ? null : <Question opened={opened} />;
}

function Question({ opened }: { opened: OpenedFiles }) {
  const { staged, loading } = useSession();
  const { replaceData, keepData } = useActions();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const { understood, choices, problem } = opened;
  return (
    <dialog
      ref={dialog}
      className={`${shared.dialog} ${styles.wide}`}
      aria-labelledby="replace-data"
      onCancel={(event) => {
        event.preventDefault();
        keepData();
      }}
    >
      <h2 id="replace-data">Replace the data?</h2>
      {problem !== null && (
        <p role="alert" className={styles.problem}>
          {problem}
        </p>
      )}
      {loading !== null && <Reading loading={loading} optional={false} />}
      {staged !== null && (
        <p>
          Read: {count(staged.interactions, "rating")} of {countOf(staged.items, staged.nouns)} by{" "}
          {count(staged.users, "user")}
          {staged.hasTitles ? "." : ", without titles, so ids stand in for them."}
          {staged.repeated > 0 &&
            ` ${count(staged.repeated, "rating")} of the same pair again: the latest counts.`}
        </p>
      )}
      <Likes staged={staged} choices={choices} />
      <Nouns chosen={understood.nouns} choices={choices} />
      {understood.tables.map((table) => (
        <Understood key={table.file} table={table} understood={understood} choices={choices} />
      ))}
      <Unused unused={understood.unused} />
      {staged !== null && staged.skipped.count > 0 && (
        <>
          <p>{count(staged.skipped.count, "row")} could not be used:</p>
          <ul className={shared.skipped}>
            {staged.skipped.examples.map(({ file, row, reason }) => (
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
      <div className={`${shared.answers} ${styles.answers}`}>
        <button type="button" className="primary" disabled={staged === null} onClick={replaceData}>
          Replace the data
        </button>
        <button type="button" onClick={keepData}>
          Keep what I have
        </button>
      </div>
    </dialog>
  );
}

/** Files that were opened too and are not read. */
function Unused({ unused }: Pick<OpenedFiles["understood"], "unused">) {
  const needless = unused.filter(({ reason }) => reason === null).map(({ file }) => file);
  const unreadable = unused.flatMap(({ reason }) => reason ?? []);
  if (unused.length === 0) return null;
  return (
    <div className={styles.unused}>
      {needless.length > 0 && <p>Not needed: {needless.join(", ")}.</p>}
      {unreadable.map((reason) => (
        <p key={reason}>Left out: {reason}</p>
      ))}
    </div>
  );
}
