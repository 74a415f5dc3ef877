import { COLOUR_WORDS, type ColourBy } from "./colours.ts";
import styles from "./MapOfTaste.module.css";

interface Props {
  by: ColourBy;
  choices: readonly ColourBy[];
  /** Whether it is known how much the person would like each item. */
  knowsLiking: boolean;
  onChoose: (by: ColourBy) => void;
}

/** What the dots' colours stand for. */
export function ColourChoice({ by, choices, knowsLiking, onChoose }: Props) {
  return (
    <label className={styles.colour}>
      Colour by
      <select value={by} onChange={({ currentTarget }) => onChoose(currentTarget.value as ColourBy)}>
        {choices.map((name) => (
          <option key={name} value={name} disabled={name === "liking" && !knowsLiking}>
            {COLOUR_WORDS[name]}
          </option>
        ))}
      </select>
    </label>
  );
}
