import { useEffect, useId, useState } from "react";
import type { DatasetSummary } from "../../../../core/api/DatasetSummary.ts";
import { useStore } from "../../../../core/page/stores.tsx";
import { knowsLikesOnly } from "../../../../ui/words.ts";
import type { ReadingChoices } from "../../api.ts";
import { DataStore } from "../DataStore.ts";
import styles from "./Field.module.css";

/** The scale of the ratings, and the lowest that counts as a like. */
export function Likes({ staged, choices }: { staged: DatasetSummary | null; choices: ReadingChoices }) {
  const { correct } = useStore(DataStore);
  const likedFrom = staged?.likedFrom ?? choices.likedFrom;
  const [text, setText] = useState(String(likedFrom));
  const field = useId();
  useEffect(() => setText(String(likedFrom)), [likedFrom]);
  // For what could not be read, only the person's own choice is known.
  if (likedFrom === undefined) return null;
  if (staged !== null && knowsLikesOnly(staged))
    return <p>There is no rating column, so every row counts as a like.</p>;

  function commit(): void {
    const value = Number(text);
    if (text.trim() === "" || !Number.isFinite(value)) setText(String(likedFrom));
    else if (value !== likedFrom) void correct({ ...choices, likedFrom: value });
  }
  return (
    <form
      className={styles.field}
      onSubmit={(event) => {
        event.preventDefault();
        commit();
      }}
    >
      <label htmlFor={field}>{staged !== null && scaleOf(staged)} Count as liked:</label>{" "}
      <input
        id={field}
        type="number"
        step="any"
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
        onBlur={commit}
      />{" "}
      and up{staged !== null && shareOf(staged)}
    </form>
  );
}

function scaleOf({ histogram }: DatasetSummary): string {
  return `Ratings run from ${histogram[0].rating} to ${histogram[histogram.length - 1].rating}.`;
}

function shareOf({ positives, interactions }: DatasetSummary): string {
  return ` (${Math.round((positives / interactions) * 100)}% of ratings)`;
}
