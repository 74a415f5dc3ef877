import { useEffect, useRef } from "react";
import type { Nouns } from "../../../core/api/DatasetSummary.ts";
import { useSelected, useStore } from "../../../core/page/stores.tsx";
import { useNouns } from "../../../core/page/useWorkspace.ts";
import { answered } from "../../../ui/answerWords.ts";
import dialogs from "../../../ui/Dialog.module.css";
import { count, ordinal, starCount } from "../../../ui/words.ts";
import type { Carrier, Explanation } from "../api.ts";
import { ForYouStore } from "./ForYouStore.ts";
import { leavingOf } from "./leavingOf.ts";
import styles from "./WhyDialog.module.css";

const CARRIERS_SHOWN = 8;
const FEATURES_SHOWN = 6;

/** Says why a film is on the list, by what would be if an answer had not been given. */
export function WhyDialog() {
  const explained = useSelected(ForYouStore, (state) => state.explained);
  return explained === null ? null : <Why explained={explained} />;
}

function Why({ explained }: { explained: Explanation }) {
  const { closeExplanation } = useStore(ForYouStore);
  const nouns = useNouns();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const { title, place, total, carriers, features } = explained;
  const shown = carriers.slice(0, CARRIERS_SHOWN);
  const most = Math.max(...shown.map(({ share }) => Math.abs(share)));
  const strongest = features
    .toSorted((a, b) => Math.abs(b.share) - Math.abs(a.share))
    .slice(0, FEATURES_SHOWN);
  const mostOfFeatures = Math.max(...strongest.map(({ share }) => Math.abs(share)));
  return (
    <dialog ref={dialog} className={dialogs.dialog} aria-labelledby="why" onClose={closeExplanation}>
      <h2 id="why">Why {title}</h2>
      <p>
        It ranks {place === 1 ? "first" : ordinal(place)} of {count(total)} for you. {leavingOf(explained)}
      </p>
      {shown.length > 0 && (
        <>
          <h3 className={styles.heading}>Your answers, each left out in turn</h3>
          <ul className={styles.bars}>
            {shown.map((carrier) => (
              <li key={carrier.title}>
                <span>
                  <b>{carrier.title}</b>, {saidOf(carrier, nouns)}
                </span>
                <Bar share={carrier.share / most} />
                <span className={styles.effect}>Without it: place {count(carrier.placeWithout)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {strongest.length > 0 && (
        <>
          <h3 className={styles.heading}>What its features add for you</h3>
          <p className={styles.note}>
            Points are units of the score that your list is sorted by. Only their relative size matters.
          </p>
          <ul className={styles.bars}>
            {strongest.map(({ name, share }) => (
              <li key={name}>
                <b>{name.replace(/^of /, "")}</b>
                <Bar share={share / mostOfFeatures} />
                <span className={styles.effect}>
                  {share < 0 ? "−" : "+"}
                  {Math.abs(share).toFixed(2)} points
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      <div className={`${dialogs.answers} ${dialogs.below}`}>
        <button type="button" className="primary" onClick={() => dialog.current?.close()}>
          Close
        </button>
      </div>
    </dialog>
  );
}

const saidOf = ({ said }: Carrier, nouns: Nouns) =>
  typeof said === "number" ? starCount(said) : answered(said, nouns);

function Bar({ share }: { share: number }) {
  return (
    <span className={styles.bar} data-against={share < 0 || undefined} aria-hidden="true">
      <span style={{ width: `${Math.abs(share) * 100}%` }} />
    </span>
  );
}
