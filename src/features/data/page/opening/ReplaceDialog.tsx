import { useEffect, useRef } from "react";
import type { Assumption } from "../../../../core/api/DatasetSummary.ts";
import { useSelected, useStore } from "../../../../core/page/stores.tsx";
import { WorkspaceStore } from "../../../../core/page/WorkspaceStore.ts";
import shared from "../../../../ui/Dialog.module.css";
import { count, countOf } from "../../../../ui/words.ts";
import type { ReadingChoices } from "../../api.ts";
import { DataStore, type Preview } from "../DataStore.ts";
import { Reading } from "../Reading.tsx";
import { Likes } from "./Likes.tsx";
import { Nouns } from "./Nouns.tsx";
import styles from "./ReplaceDialog.module.css";
import { Understood } from "./Understood.tsx";

/** Previews data before it replaces the current, and takes corrections. */
export function ReplaceDialog() {
  const opened = useSelected(DataStore, (state) => state.opened);
  return opened === null ? null : <Question opened={opened} />;
}

function Question({ opened }: { opened: Preview }) {
  const staged = useSelected(DataStore, (state) => state.staged);
  const reading = useSelected(WorkspaceStore, (state) => state.reading);
  const { replace, cancel } = useStore(DataStore);
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
        cancel();
      }}
    >
      <h2 id="replace-data">Replace the data?</h2>
      {problem !== null && (
        <p role="alert" className={styles.problem}>
          {problem}
        </p>
      )}
      {reading !== null && <Reading reading={reading} optional={false} />}
      {staged !== null && (
        <p>
          Found {count(staged.interactions, "rating")} of {countOf(staged.items, staged.nouns)} by{" "}
          {count(staged.users, "user")}
          {staged.hasTitles ? "." : ". No titles."}
          {staged.repeated > 0 && ` ${count(staged.repeated, "duplicate")}; the latest is used.`}
          {staged.unrated > 0 && ` ${count(staged.unrated, "row")} without a rating left out.`}
        </p>
      )}
      {staged?.assumptions.map((assumption) => (
        <Assumed key={assumption.sentence} assumption={assumption} choices={choices} />
      ))}
      <Likes staged={staged} choices={choices} />
      <Nouns chosen={understood.nouns} choices={choices} />
      {understood.tables.map((table) => (
        <Understood key={table.file} table={table} understood={understood} choices={choices} />
      ))}
      <Unused unused={understood.unused} />
      {staged !== null && staged.skipped.count > 0 && (
        <>
          <p>{count(staged.skipped.count, "row")} can’t be read:</p>
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
        The model retrains on it. Your ratings for the current data are saved and return when you switch back.
      </p>
      <div className={`${shared.answers} ${shared.below}`}>
        <button type="button" className="primary" disabled={staged === null} onClick={replace}>
          Replace the data
        </button>
        <button type="button" onClick={cancel}>
          Cancel
        </button>
      </div>
    </dialog>
  );
}

/** What was taken for granted, with a way to have it read otherwise. */
function Assumed({ assumption, choices }: { assumption: Assumption; choices: ReadingChoices }) {
  const { correct } = useStore(DataStore);
  const { sentence, instead } = assumption;
  return (
    <p className={styles.assumed}>
      {sentence}
      {instead !== null && (
        <button type="button" onClick={() => void correct({ ...choices, ...instead.choices })}>
          {instead.label}
        </button>
      )}
    </p>
  );
}

/** Files that were opened too and are not used. */
function Unused({ unused }: Pick<Preview["understood"], "unused">) {
  const needless = unused.filter(({ reason }) => reason === null).map(({ file }) => file);
  const unreadable = unused.flatMap(({ reason }) => reason ?? []);
  if (unused.length === 0) return null;
  return (
    <div className={styles.unused}>
      {needless.length > 0 && <p>Ignored: {needless.join(", ")}.</p>}
      {unreadable.map((reason) => (
        <p key={reason}>Not readable: {reason}</p>
      ))}
    </div>
  );
}
