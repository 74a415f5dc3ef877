import { useId } from "react";
import styles from "./SettingsFields.module.css";

interface Props<Option extends string> {
  label: string;
  value: Option;
  options: readonly Option[];
  words: Record<Option, string>;
  onChoose: (option: Option) => void;
}

/** A choice among a few words. */
export function Choice<Option extends string>({ label, value, options, words, onChoose }: Props<Option>) {
  const id = useId();
  return (
    <label className={styles.field} htmlFor={id}>
      {label}
      <select id={id} value={value} onChange={({ currentTarget }) => onChoose(currentTarget.value as Option)}>
        {options.map((option) => (
          <option key={option} value={option}>
            {words[option]}
          </option>
        ))}
      </select>
    </label>
  );
}
