import type { LoadProgress } from "../../worker/protocol.ts";
import { useActions } from "../session/SessionProvider.tsx";
import { ProgressBar } from "../training/ProgressBar.tsx";
import styles from "./Reading.module.css";
import { count, megabytes } from "./words.ts";

interface Props {
  loading: LoadProgress;
  /** Whether there is other data to go back to. */
  optional: boolean;
}

/** How far a file has been read. */
export function Reading({ loading, optional }: Props) {
  const { keepData } = useActions();
  const { file, rows, bytes, totalBytes } = loading;
  const words =
    totalBytes === 0
      ? [`Opening ${file}`]
      : [file, count(rows, "row"), `${megabytes(bytes)} of ${megabytes(totalBytes)}`];
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
