import type { ReactNode } from "react";
import { useStore } from "../stores.tsx";
import styles from "./OpenFile.module.css";
import { OpeningStore } from "./OpeningStore.ts";

/** Chooses files on this device; within a sentence it looks like a link. */
export function OpenFile({
  look = "button",
  words = "Open a ratings file",
}: {
  look?: "button" | "link";
  words?: string;
}): ReactNode {
  const { open } = useStore(OpeningStore);
  return (
    <label className={styles[look]}>
      {words}
      <input
        className="visuallyHidden"
        type="file"
        multiple
        aria-label="Open a ratings file"
        onChange={({ currentTarget }) => {
          open([...(currentTarget.files ?? [])]);
          currentTarget.value = "";
        }}
      />
    </label>
  );
}
