import { useId, useState } from "react";
import styles from "./SettingsFields.module.css";

interface Props {
  label: string;
  range: { min: number; max: number };
  value: number;
  isAllowed: (value: number) => boolean;
  onChoose: (value: number) => void;
}

/** A number counts as soon as it is in range; on leaving the field, anything else gives way to the last that was. */
export function NumberField({ label, range, value, isAllowed, onChoose }: Props) {
  const id = useId();
  const [draft, setDraft] = useState<string | null>(null);
  const isGood = (text: string) => text.trim() !== "" && isAllowed(Number(text));
  return (
    <label className={styles.field} htmlFor={id}>
      {label}
      <input
        id={id}
        type="number"
        inputMode="numeric"
        {...range}
        step={1}
        value={draft ?? value}
        aria-invalid={draft !== null && !isGood(draft)}
        onChange={({ currentTarget }) => {
          setDraft(currentTarget.value);
          if (isGood(currentTarget.value)) onChoose(Number(currentTarget.value));
        }}
        onBlur={() => setDraft(null)}
      />
    </label>
  );
}
