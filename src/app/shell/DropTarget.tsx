import { useEffect, useState } from "react";
import { useActions } from "../session/SessionProvider.tsx";
import styles from "./DropTarget.module.css";

/** Lets the whole page take files, and says so while some are held above it. */
export function DropTarget() {
  const { openFiles } = useActions();
  const [held, setHeld] = useState(false);
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      setHeld(true);
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setHeld(false);
    };
    const drop = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      setHeld(false);
      openFiles([...event.dataTransfer.files]);
    };
    window.addEventListener("dragover", over);
    window.addEventListener("dragleave", leave);
    window.addEventListener("drop", drop);
    return () => {
      window.removeEventListener("dragover", over);
      window.removeEventListener("dragleave", leave);
      window.removeEventListener("drop", drop);
    };
  }, [openFiles]);
  return held ? (
    <div className={styles.hint}>Drop it anywhere. It is read in this tab and sent nowhere.</div>
  ) : null;
}
