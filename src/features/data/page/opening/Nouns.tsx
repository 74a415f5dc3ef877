import { useId } from "react";
import { useActions } from "../../../../core/page/session/SessionProvider.tsx";
import type { ReadingChoices, UnderstoodData } from "../../api.ts";
import styles from "./Nouns.module.css";

const NOUNS = [
  ["film", "films"],
  ["book", "books"],
  ["game", "games"],
  ["beer", "beers"],
  ["song", "songs"],
  ["artist", "artists"],
  ["recipe", "recipes"],
  ["product", "products"],
  ["item", "items"],
].map(([one, many]) => ({ one, many }));

/** What the page should call what was rated. */
export function Nouns({ chosen, choices }: { chosen: UnderstoodData["nouns"]; choices: ReadingChoices }) {
  const { correctReading } = useActions();
  const field = useId();
  return (
    <p className={styles.nouns}>
      <label htmlFor={field}>What was rated:</label>{" "}
      <select
        id={field}
        value={chosen.one}
        onChange={({ currentTarget }) => {
          const nouns = NOUNS.find(({ one }) => one === currentTarget.value);
          if (nouns) correctReading({ ...choices, nouns });
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
