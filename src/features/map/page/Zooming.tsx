import styles from "./MapOfTaste.module.css";

interface Props {
  onZoom: (factor: number) => void;
  onWhole: () => void;
}

/** One step of a button. */
const STEP = 1.6;

/** Nearer, further away, and back to all of it. */
export function Zooming({ onZoom, onWhole }: Props) {
  return (
    <span className={styles.zoom}>
      <button type="button" aria-label="Zoom in" onClick={() => onZoom(STEP)}>
        +
      </button>
      <button type="button" aria-label="Zoom out" onClick={() => onZoom(1 / STEP)}>
        −
      </button>
      <button type="button" onClick={onWhole}>
        Whole map
      </button>
    </span>
  );
}
