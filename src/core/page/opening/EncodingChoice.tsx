import { useId } from "react";
import type { Sample } from "../../../files/text/samples.ts";
import { useStore } from "../stores.tsx";
import styles from "./EncodingChoice.module.css";
import { OpeningStore } from "./OpeningStore.ts";

/** Letters of the sample: a few words are enough to tell encodings apart. */
const LONGEST = 24;

/** Has a file opened again in another encoding, where its letters look wrong. */
export function EncodingChoice({ file, encodings }: { file: string; encodings: readonly Sample[] }) {
  const { decode } = useStore(OpeningStore);
  const field = useId();
  if (encodings.length < 2) return null;
  return (
    <p className={styles.choice}>
      <label htmlFor={field}>Encoding of {file}:</label>{" "}
      <select
        id={field}
        value={encodings[0].encoding}
        onChange={({ currentTarget }) => decode(file, currentTarget.value)}
      >
        {encodings.map(({ encoding, sample }) => (
          <option key={encoding} value={encoding}>
            {encoding}: {sample.slice(0, LONGEST)}
          </option>
        ))}
      </select>
    </p>
  );
}
