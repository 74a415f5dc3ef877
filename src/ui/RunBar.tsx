import styles from "./RunBar.module.css";

interface Props {
  label: string;
  /** The next thing to do here. */
  primary: boolean;
  running: boolean;
  /** Why it cannot begin now, in a sentence; null where it can. */
  hindrance: string | null;
  /** How it stands, while it does not run and nothing hinders it. */
  standing: string;
  onRun: () => void;
  onStop: () => void;
}

/** Begins a piece of work and stops it, and says how it stands. */
export function RunBar({ label, primary, running, hindrance, standing, onRun, onStop }: Props) {
  return (
    <div className={styles.run}>
      <button
        type="button"
        className={primary ? "primary" : ""}
        disabled={running || hindrance !== null}
        onClick={onRun}
      >
        {label}
      </button>
      {running && (
        <button type="button" onClick={onStop}>
          Stop
        </button>
      )}
      <p className={styles.standing}>{running ? "" : (hindrance ?? standing)}</p>
    </div>
  );
}
