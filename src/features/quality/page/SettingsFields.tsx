import { type ReactNode, useId, useState } from "react";
import type { QualitySettings } from "../api.ts";
import styles from "./SettingsFields.module.css";
import { ATTACKS, GOALS, isInRange, RANGES } from "./settings.ts";

interface Props {
  settings: QualitySettings;
  disabled: boolean;
  onChoose: (change: Partial<QualitySettings>) => void;
}

const ATTACK_WORDS: Record<QualitySettings["attack"], string> = {
  all: "all kinds",
  random: "random",
  average: "average",
  bandwagon: "bandwagon",
  segment: "segment",
};
const GOAL_WORDS: Record<QualitySettings["goal"], string> = {
  both: "push and nuke",
  push: "push",
  nuke: "nuke",
};

/** Everything that makes a measurement repeatable. */
export function SettingsFields({ settings, disabled, onChoose }: Props) {
  const number = (name: keyof typeof RANGES, label: string, scale = 1) => (
    <NumberField
      label={label}
      range={{ min: RANGES[name].min * scale, max: RANGES[name].max * scale }}
      value={Math.round(settings[name] * scale)}
      isAllowed={(value) => isInRange(name, value / scale)}
      onChoose={(value) => onChoose({ [name]: value / scale })}
    />
  );
  return (
    <fieldset className={styles.settings} disabled={disabled}>
      <legend className="visuallyHidden">Settings</legend>
      <Group name="Everything">{number("seed", "Seed")}</Group>
      <Group name="Feedback loop">
        {number("rounds", "Rounds")}
        {number("users", "Users")}
      </Group>
      <Group name="Fraud">
        <Choice
          label="Attack"
          value={settings.attack}
          options={ATTACKS}
          words={ATTACK_WORDS}
          onChoose={(attack) => onChoose({ attack })}
        />
        <Choice
          label="Aim"
          value={settings.goal}
          options={GOALS}
          words={GOAL_WORDS}
          onChoose={(goal) => onChoose({ goal })}
        />
        {number("size", "Fake users, %", 100)}
      </Group>
    </fieldset>
  );
}

function Group({ name, children }: { name: string; children: ReactNode }) {
  return (
    <fieldset className={styles.group}>
      <legend>{name}</legend>
      {children}
    </fieldset>
  );
}

interface NumberProps {
  label: string;
  range: { min: number; max: number };
  value: number;
  isAllowed: (value: number) => boolean;
  onChoose: (value: number) => void;
}

/** What is typed counts as soon as it is in range; what is not gives way to the last number that was. */
function NumberField({ label, range, value, isAllowed, onChoose }: NumberProps) {
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

interface ChoiceProps<Option extends string> {
  label: string;
  value: Option;
  options: readonly Option[];
  words: Record<Option, string>;
  onChoose: (option: Option) => void;
}

function Choice<Option extends string>({ label, value, options, words, onChoose }: ChoiceProps<Option>) {
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
