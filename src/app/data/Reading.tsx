import type { Loading } from "../session/Session.ts";
import { useActions } from "../session/SessionProvider.tsx";
import { ProgressBar } from "../training/ProgressBar.tsx";
import { duration } from "../training/sentences.ts";
import styles from "./Reading.module.css";
import { count, megabytes } from "./words.ts";

interface Props {
  loading: Loading;
  /** Whether there is other data to go back to. */
  optional: boolean;
}

/** How far a file has been read. */
export function Reading({ loading, optional }: Props) {
  const { keepData } = useActions();
  const { file, rows, bytes, totalBytes, secondsLeft } = loading;
  const words =
    totalBytes === 0
      ? [`Opening ${file}`]
      : [file, count(rows, "row"), `${megabytes(bytes)} of ${megabytes(totalBytes)}`];
  if (secondsLeft !== null && secondsLeft >= 1) words.push(`${duration(secondsLeft)} left`);
  return (
    <div className={styles.reading}>
      <ProgressBar name={`Reading ${file}`} done={totalBytes === 0 ? 0 : bytes / totalBytes} words={words} />
      {optional && (
        <button type="button" onClick={keepData}>
          Stop reading
        </button>
      )}
    </div>
  );
}
