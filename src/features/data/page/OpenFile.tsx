import type { ReactNode } from "react";
import { useActions } from "../../../core/page/session/SessionProvider.tsx";
import styles from "./OpenFile.module.css";

/** Chooses ratings from this device; in a sentence it looks like a link. */
export function OpenFile({ look = "button" }: { look?: "button" | "link" }): ReactNode {
  const { openFiles } = useActions();
  return (
    <label className={styles[look]}>
      {look === "button" ? "Open a ratings file" : "open a ratings file"}
      <input
        className="visuallyHidden"
        type="file"
        multiple
        aria-label="Open a ratings file"
        onChange={({ currentTarget }) => {
          openFiles([...(currentTarget.files ?? [])]);
          currentTarget.value = "";
        }}
      />
    </label>
  );
}
