import { useEffect, useId, useState } from "react";
import type { DatasetSummary } from "../../../../core/api.ts";
import { useActions } from "../../../../core/page/session/SessionProvider.tsx";
import { knowsLikesOnly } from "../../../../ui/words.ts";
import type { ReadingChoices } from "../../api.ts";
import styles from "./Likes.module.css";

/** The scale of the ratings, and from where on somebody liked it. */
export function Likes({ staged, choices }: { staged: DatasetSummary | null; choices: ReadingChoices }) {
  const { correctReading } = useActions();
  const likedFrom = staged?.likedFrom ?? choices.likedFrom;
  const [text, setText] = useState(String(likedFrom));
  const field = useId();
  useEffect(() => setText(String(likedFrom)), [likedFrom]);
  // Nothing is known of the scale of what could not be read, and of a choice that could not be followed only that.
  if (likedFrom === undefined) return null;
  if (staged !== null && knowsLikesOnly(staged))
    return <p>No column holds ratings, so every row counts as a like.</p>;

  function commit(): void {
    const value = Number(text);
    if (text.trim() === "" || !Number.isFinite(value)) setText(String(likedFrom));
    else if (value !== likedFrom) correctReading({ ...choices, likedFrom: value });
  }
  return (
    <form
      className={styles.likes}
      onSubmit={(event) => {
        event.preventDefault();
        commit();
      }}
    >
      <label htmlFor={field}>{staged !== null && scaleOf(staged)} A like is a rating from</label>{" "}
      <input
        id={field}
        type="number"
        step="any"
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
        onBlur={commit}
      />{" "}
      on{staged !== null && shareOf(staged)}.
    </form>
  );
}

function scaleOf({ histogram }: DatasetSummary): string {
  return `Ratings go from ${histogram[0].rating} to ${histogram[histogram.length - 1].rating}.`;
}

function shareOf({ positives, interactions }: DatasetSummary): string {
  return `: ${Math.round((positives / interactions) * 100)} % of them`;
}
