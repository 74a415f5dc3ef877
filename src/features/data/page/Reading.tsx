import { shareRead } from "../../../core/page/shareRead.ts";
import { useStore } from "../../../core/page/stores.tsx";
import type { Reading as Progress } from "../../../core/page/WorkspaceStore.ts";
import { ProgressBar } from "../../../ui/ProgressBar.tsx";
import { count, duration, megabytes } from "../../../ui/words.ts";
import { DataStore } from "./DataStore.ts";
import styles from "./Reading.module.css";

interface Props {
  reading: Progress;
  /** Whether there is other data to go back to. */
  optional: boolean;
}

/** How far a file has been read. */
export function Reading({ reading, optional }: Props) {
  const { cancel } = useStore(DataStore);
  const { file, rows, bytes, totalBytes, secondsLeft, checked } = reading;
  const words =
    totalBytes === 0
      ? [`Opening ${file}…`]
      : checked !== undefined
        ? [`Checking ${count(rows, "row")} of ${file}`]
        : [file, count(rows, "row"), `${megabytes(bytes)} of ${megabytes(totalBytes)}`];
  if (secondsLeft !== null && secondsLeft >= 1) words.push(`${duration(secondsLeft)} left`);
  return (
    <div className={styles.reading}>
      <ProgressBar name={`Reading ${file}`} done={shareRead(reading)} words={words} />
      {optional && (
        <button type="button" onClick={cancel}>
          Cancel
        </button>
      )}
    </div>
  );
}
