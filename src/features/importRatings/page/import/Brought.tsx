import { useEffect, useRef, useState } from "react";
import type { Film } from "../../../../core/api.ts";
import { PLACES } from "../../../../core/page/places.ts";
import { useActions, useSession } from "../../../../core/page/session/SessionProvider.tsx";
import { FigureList } from "../../../../ui/FigureList.tsx";
import { count } from "../../../../ui/words.ts";
import type { OwnRatingsSummary } from "../../api.ts";
import styles from "./Brought.module.css";
import { Doubtful } from "./Doubtful.tsx";
import { Found } from "./Found.tsx";
import { type Choices, keptRatings } from "./keptRatings.ts";
import { conversions, leftOut, meetings, sourcesOf } from "./sentences.ts";
import { Unmatched } from "./Unmatched.tsx";

/** Shows what one person's files hold before any of it becomes "Your ratings". */
export function Brought() {
  const { brought } = useSession();
  return brought === null ? null : <Summary summary={brought} />;
}

function Summary({ summary }: { summary: OwnRatingsSummary }) {
  const { ratings, dataset } = useSession();
  const { keepBrought, leaveBrought } = useActions();
  const [confirmed, setConfirmed] = useState<Choices>(new Map());
  const [lookedUp, setLookedUp] = useState<Choices>(new Map());
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
    heading.current?.focus();
  }, []);

  const { matched, doubtful, unmatched } = summary;
  const kept = keptRatings(summary, confirmed, lookedUp, ratings);
  const total = matched.length + doubtful.length + unmatched.length;
  const sources = sourcesOf(summary);
  const noun = dataset?.nouns.one ?? "film";
  const notes = [...conversions(summary), ...meetings(kept, noun), leftOut(summary)].filter(
    (note) => note !== null,
  );

  function keep(): void {
    keepBrought(kept.ratings, `${count(kept.ratings.length, "rating")} from ${sources}`);
    window.location.hash = PLACES[0].address;
  }

  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-labelledby="brought"
      onCancel={(event) => {
        event.preventDefault();
        leaveBrought();
      }}
    >
      <div className={styles.body}>
        <h2 id="brought" ref={heading} tabIndex={-1}>
          Your ratings from {sources}
        </h2>
        <p className={styles.lede}>
          {count(matched.length)} of {count(total, noun)} found in the data that is loaded.
        </p>
        <div className={styles.figures}>
          <FigureList
            figures={[
              { label: "found", figure: count(matched.length) },
              { label: "to confirm", figure: count(doubtful.length) },
              { label: "not in this data", figure: count(unmatched.length) },
            ]}
          />
        </div>
        <div className={styles.notes}>
          {notes.map((note) => (
            <p key={note}>{note}</p>
          ))}
          {dataset?.nouns.many !== "films" && (
            <p>What is loaded does not look like films; titles were compared all the same.</p>
          )}
          <p>Nothing is kept yet. One step of Undo takes all of it back.</p>
        </div>
        {doubtful.length > 0 && (
          <Doubtful
            doubtful={doubtful}
            chosen={confirmed}
            onChoose={(place, film) => setConfirmed(chosenBesides(confirmed, place, film))}
            onChooseAll={setConfirmed}
          />
        )}
        {unmatched.length > 0 && (
          <Unmatched
            unmatched={unmatched}
            chosen={lookedUp}
            onChoose={(place, film) => setLookedUp(chosenBesides(lookedUp, place, film))}
          />
        )}
        {matched.length > 0 && <Found matched={matched} />}
      </div>
      <div className={styles.answers}>
        <button type="button" className="primary" disabled={kept.ratings.length === 0} onClick={keep}>
          Keep {count(kept.ratings.length, "rating")}
        </button>
        <button type="button" onClick={leaveBrought}>
          Keep none
        </button>
      </div>
    </dialog>
  );
}

function chosenBesides(choices: Choices, place: number, film: Film | null): Choices {
  const others = new Map(choices);
  if (film === null) others.delete(place);
  else others.set(place, film);
  return others;
}
