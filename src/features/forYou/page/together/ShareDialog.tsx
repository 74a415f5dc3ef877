import { useEffect, useRef, useState } from "react";
import { RatingsStore } from "../../../../core/page/ratings/RatingsStore.ts";
import { useSelected } from "../../../../core/page/stores.tsx";
import dialogs from "../../../../ui/Dialog.module.css";
import { count } from "../../../../ui/words.ts";
import { ForYouStore } from "../ForYouStore.ts";
import { toAddress } from "../steering/steering.ts";
import { toLink } from "./link.ts";
import styles from "./Together.module.css";

/** A link to the list: with its settings alone, or with the ratings it is made from where the person wants that. */
export function ShareDialog({ onClose }: { onClose: () => void }) {
  const ratings = useSelected(RatingsStore, ({ list }) => list);
  const steering = useSelected(ForYouStore, (state) => state.steering);
  const [withRatings, setWithRatings] = useState(false);
  const [isCopied, setCopied] = useState(false);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const own = ratings.map(({ film, stars }) => ({ filmId: film.id, stars }));
  const { origin, pathname } = window.location;
  const link = `${origin}${pathname}${withRatings ? toLink(own) : toAddress(steering)}`;
  return (
    <dialog ref={dialog} className={dialogs.dialog} aria-labelledby="share" onClose={onClose}>
      <h2 id="share">Share this list</h2>
      <label className={styles.choice}>
        <input
          type="checkbox"
          checked={withRatings}
          disabled={own.length === 0}
          onChange={({ currentTarget }) => {
            setWithRatings(currentTarget.checked);
            setCopied(false);
          }}
        />
        With my ratings ({count(own.length)})
      </label>
      <p>
        {withRatings
          ? "Whoever has the link sees your ratings and your list, and can find something for both of you."
          : "The link holds the settings of your list, and nothing about you."}
      </p>
      <input className={styles.field} type="text" aria-label="Link" readOnly value={link} />
      <div className={dialogs.answers}>
        <button
          type="button"
          className="primary"
          onClick={() =>
            navigator.clipboard.writeText(link).then(
              () => setCopied(true),
              () => setCopied(false),
            )
          }
        >
          {isCopied ? "Copied" : "Copy the link"}
        </button>
        <button type="button" onClick={() => dialog.current?.close()}>
          Close
        </button>
      </div>
    </dialog>
  );
}
