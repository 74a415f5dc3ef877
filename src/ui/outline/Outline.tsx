import { useEffect, useMemo } from "react";
import styles from "./Outline.module.css";
import type { OutlineStep } from "./OutlineStep.ts";
import { useCurrentStep } from "./useCurrentStep.ts";

interface Props {
  /** The address of the place. */
  place: string;
  /** Where a step is found: the place's address with `step=ID` in its query. */
  addressOf: (step: string) => string;
  /** Always the same list. */
  steps: readonly OutlineStep[];
}

/** The steps of a story with links to them; the one being read is marked, and how each stands. */
export function Outline({ place, addressOf, steps }: Props) {
  const ids = useMemo(() => steps.map(({ id }) => id), [steps]);
  const current = useCurrentStep(ids);
  useEffect(() => {
    const arrive = () => {
      const { hash } = window.location;
      const step = new URLSearchParams(hash.split("?")[1]).get("step");
      if (hash.startsWith(`${place}?`) && step !== null) readFrom(step);
    };
    arrive();
    window.addEventListener("hashchange", arrive);
    return () => window.removeEventListener("hashchange", arrive);
  }, [place]);
  return (
    <nav className={styles.outline} aria-label="Steps">
      <ol>
        {steps.map((step, i) => (
          <Entry
            key={step.id}
            step={step}
            number={i + 1}
            address={addressOf(step.id)}
            isCurrent={step.id === current}
          />
        ))}
      </ol>
    </nav>
  );
}

interface EntryProps {
  step: OutlineStep;
  number: number;
  address: string;
  isCurrent: boolean;
}

function Entry({ step, number, address, isCurrent }: EntryProps) {
  const standing = step.useStanding();
  return (
    <li>
      <a
        href={address}
        aria-current={isCurrent ? "step" : undefined}
        data-standing={standing}
        onClick={() => {
          // An address that stays the same moves nobody; another one is followed once, when it has changed.
          if (window.location.hash === address) readFrom(step.id);
        }}
      >
        <span className={styles.number} aria-hidden="true">
          {number}
        </span>
        <span className={styles.words}>
          <span className={styles.title}>{step.title}</span>
          {standing !== "not run" && <span className={styles.standing}>{standing}</span>}
        </span>
      </a>
    </li>
  );
}

/** Brings a step to the top, for the eyes and for the keyboard. */
function readFrom(id: string): void {
  const section = document.getElementById(id);
  section?.scrollIntoView();
  section?.focus({ preventScroll: true });
}
