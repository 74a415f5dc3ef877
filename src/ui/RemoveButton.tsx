import styles from "./RemoveButton.module.css";

interface Props {
  /** What is removed. */
  name: string;
  /** Its size and place on touch screens. */
  className: string;
  onRemove: () => void;
}

/** A small cross that takes something off a list. */
export function RemoveButton({ name, className, onRemove }: Props) {
  return (
    <button
      type="button"
      className={`${styles.remove} ${className}`}
      aria-label={`Remove ${name}`}
      onClick={onRemove}
    >
      <svg viewBox="0 0 12 12" width="10" height="10" aria-hidden="true">
        <path d="M1 1l10 10M11 1L1 11" stroke="currentColor" strokeWidth="2" fill="none" />
      </svg>
    </button>
  );
}
