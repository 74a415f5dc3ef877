import { useId } from "react";
import { useStore } from "../../../../core/page/stores.tsx";
import { NOUNS } from "../../../../dataset/nouns.ts";
import type { ReadingChoices, UnderstoodData } from "../../api.ts";
import { DataStore } from "../DataStore.ts";
import styles from "./Field.module.css";

/** What the page calls the items. */
export function Nouns({ chosen, choices }: { chosen: UnderstoodData["nouns"]; choices: ReadingChoices }) {
  const { correct } = useStore(DataStore);
  const field = useId();
  return (
    <p className={styles.field}>
      <label htmlFor={field}>Type of item:</label>{" "}
      <select
        id={field}
        value={chosen.one}
        onChange={({ currentTarget }) => {
          const nouns = NOUNS.find(({ one }) => one === currentTarget.value);
          if (nouns) void correct({ ...choices, nouns });
        }}
      >
        {NOUNS.map(({ one, many }) => (
          <option key={one} value={one}>
            {many}
          </option>
        ))}
      </select>
    </p>
  );
}
