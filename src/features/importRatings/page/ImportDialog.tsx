import { useEffect, useRef, useState } from "react";
import type { Film } from "../../../core/api/Film.ts";
import { goTo } from "../../../core/page/places.ts";
import { RatingsStore } from "../../../core/page/ratings/RatingsStore.ts";
import { useSelected, useStore } from "../../../core/page/stores.tsx";
import type { OwnRatingsSummary } from "../api.ts";
import { type Choices, chosenRatings } from "./chosenRatings.ts";
import { Doubtful } from "./Doubtful.tsx";
import { Found } from "./Found.tsx";
import styles from "./ImportDialog.module.css";
import { ImportStore } from "./ImportStore.ts";
import { Overview } from "./Overview.tsx";
import { sourcesOf, whatIsAdded } from "./sentences.ts";
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
  const sources = sourcesOf(summary);
  const words = whatIsAdded(chosen);

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
        <Overview summary={summary} chosen={chosen} />
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
