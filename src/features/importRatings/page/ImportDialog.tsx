import { useEffect, useRef, useState } from "react";
import type { Film } from "../../../core/api/Film.ts";
import { EncodingChoice } from "../../../core/page/opening/EncodingChoice.tsx";
import { goTo } from "../../../core/page/places.ts";
import { RatingsStore } from "../../../core/page/ratings/RatingsStore.ts";
import { useSelected, useStore } from "../../../core/page/stores.tsx";
import { useDataset, useNouns } from "../../../core/page/useWorkspace.ts";
import { FigureList } from "../../../ui/FigureList.tsx";
import { count, countOf } from "../../../ui/words.ts";
import type { OwnRatingsSummary } from "../api.ts";
import { type Choices, chosenRatings } from "./chosenRatings.ts";
import { Doubtful } from "./Doubtful.tsx";
import { Found } from "./Found.tsx";
import styles from "./ImportDialog.module.css";
import { ImportStore } from "./ImportStore.ts";
import { alreadyRated, conversions, leftOut, sourcesOf, whatIsAdded } from "./sentences.ts";
import { Unmatched } from "./Unmatched.tsx";

/** Previews one person's files before any of it becomes "Your ratings". */
export function ImportDialog() {
  const summary = useSelected(ImportStore, (state) => state.summary);
  return summary === null ? null : <Summary summary={summary} />;
}

function Summary({ summary }: { summary: OwnRatingsSummary }) {
  const rated = useSelected(RatingsStore, (state) => state.list);
  const { close } = useStore(ImportStore);
  const ratings = useStore(RatingsStore);
  const dataset = useDataset();
  const nouns = useNouns();
  const [confirmed, setConfirmed] = useState<Choices>(new Map());
  const [lookedUp, setLookedUp] = useState<Choices>(new Map());
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
    heading.current?.focus();
  }, []);

  const { matched, doubtful, unmatched } = summary;
  const chosen = chosenRatings(summary, confirmed, lookedUp, rated);
  const total = matched.length + doubtful.length + unmatched.length;
  const sources = sourcesOf(summary);
  const words = whatIsAdded(chosen);
  const notes = [
    ...conversions(summary),
    ...summary.assumptions,
    ...alreadyRated(chosen, nouns),
    leftOut(summary),
  ].filter((note) => note !== null);

  function add(): void {
    close();
    goTo("#/");
    // Once the dialog is gone: closing it and drawing thousands of ratings at once would block the page.
    setTimeout(() => ratings.add([...chosen.ratings, ...chosen.seen], `${words} from ${sources}`));
  }

  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-labelledby="import"
      onCancel={(event) => {
        event.preventDefault();
        close();
      }}
    >
      <div className={styles.body}>
        <h2 id="import" ref={heading} tabIndex={-1}>
          Your ratings from {sources}
        </h2>
        <p className={styles.lede}>
          {count(matched.length)} of {countOf(total, nouns)} found.
        </p>
        <div className={styles.figures}>
          <FigureList
            figures={[
              { label: "found", figure: count(matched.length) },
              { label: "to confirm", figure: count(doubtful.length) },
              { label: "not in this catalogue", figure: count(unmatched.length) },
            ]}
          />
        </div>
        <div className={styles.notes}>
          {notes.map((note) => (
            <p key={note}>{note}</p>
          ))}
          {dataset?.nouns.many !== "films" && (
            <p>The loaded data may not be films; matched by title anyway.</p>
          )}
          {summary.files.map(({ file, encodings }) => (
            <EncodingChoice key={file} file={file} encodings={encodings} />
          ))}
          <p>You can undo this in one step.</p>
        </div>
        {doubtful.length > 0 && (
          <Doubtful
            doubtful={doubtful}
            chosen={confirmed}
            onChoose={(place, film) => setConfirmed(withChoice(confirmed, place, film))}
            onChooseAll={setConfirmed}
          />
        )}
        {unmatched.length > 0 && (
          <Unmatched
            unmatched={unmatched}
            chosen={lookedUp}
            onChoose={(place, film) => setLookedUp(withChoice(lookedUp, place, film))}
          />
        )}
        {matched.length > 0 && <Found matched={matched} />}
      </div>
      <div className={styles.answers}>
        <button type="button" className="primary" disabled={chosen.ratings.length === 0} onClick={add}>
          Add {words}
        </button>
        <button type="button" onClick={close}>
          Cancel
        </button>
      </div>
    </dialog>
  );
}

function withChoice(choices: Choices, place: number, film: Film | null): Choices {
  const others = new Map(choices);
  if (film === null) others.delete(place);
  else others.set(place, film);
  return others;
}
