import type { ReactNode } from "react";
import { useSelected, useStore } from "../../../core/page/stores.tsx";
import { useJob } from "../../../core/page/useWorkspace.ts";
import type { QualitySettings } from "../api.ts";
import { Choice } from "./Choice.tsx";
import { NumberField } from "./NumberField.tsx";
import { MEASURING, QualityStore } from "./QualityStore.ts";
import styles from "./SettingsFields.module.css";
import { ATTACKS, GOALS, isInRange, RANGES } from "./settings.ts";

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

/** What all parts depend on. */
export function SeedField() {
  return (
    <Fields name="Settings of every part">
      <SettingField name="seed" label="Seed" />
    </Fields>
  );
}

export function LoopFields() {
  return (
    <Fields name="Settings of the feedback loop">
      <SettingField name="rounds" label="Rounds" />
      <SettingField name="users" label="Users" />
    </Fields>
  );
}

export function FraudFields() {
  const { attack, goal } = useSelected(QualityStore, ({ settings }) => settings);
  const { choose } = useStore(QualityStore);
  return (
    <Fields name="Settings of the fraud">
      <Choice
        label="Attack"
        value={attack}
        options={ATTACKS}
        words={ATTACK_WORDS}
        onChoose={(attack) => choose({ attack })}
      />
      <Choice
        label="Aim"
        value={goal}
        options={GOALS}
        words={GOAL_WORDS}
        onChoose={(goal) => choose({ goal })}
      />
      <SettingField name="size" label="Fake users, %" scale={100} />
    </Fields>
  );
}

/** They stay as they are while something is measured with them. */
function Fields({ name, children }: { name: string; children: ReactNode }) {
  const { running } = useJob(MEASURING);
  return (
    <fieldset className={styles.settings} disabled={running}>
      <legend className="visuallyHidden">{name}</legend>
      {children}
    </fieldset>
  );
}

interface Props {
  name: keyof typeof RANGES;
  label: string;
  /** How many times the setting is shown. */
  scale?: number;
}

function SettingField({ name, label, scale = 1 }: Props) {
  const value = useSelected(QualityStore, ({ settings }) => settings[name]);
  const { choose } = useStore(QualityStore);
  return (
    <NumberField
      label={label}
      range={{ min: RANGES[name].min * scale, max: RANGES[name].max * scale }}
      value={Math.round(value * scale)}
      isAllowed={(value) => isInRange(name, value / scale)}
      onChoose={(value) => choose({ [name]: value / scale })}
    />
  );
}
