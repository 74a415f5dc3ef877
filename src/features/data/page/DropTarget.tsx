import { useEffect, useState } from "react";
import { useActions } from "../../../core/page/session/SessionProvider.tsx";
import styles from "./DropTarget.module.css";
import { droppedFiles } from "./droppedFiles.ts";

/** Lets the whole page take files and pasted tables, and says so while files are held above it. */
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
      void droppedFiles(event.dataTransfer).then(openFiles);
    };
    const paste = (event: ClipboardEvent) => {
      // In a field, pasting is writing.
      if (event.clipboardData === null || isField(event.target)) return;
      const { files } = event.clipboardData;
      const text = event.clipboardData.getData("text/plain");
      if (files.length > 0) openFiles([...files]);
      else if (text.includes("\n")) openFiles([new File([text], "What was pasted")]);
    };
    window.addEventListener("dragover", over);
    window.addEventListener("dragleave", leave);
    window.addEventListener("drop", drop);
    window.addEventListener("paste", paste);
    return () => {
      window.removeEventListener("dragover", over);
      window.removeEventListener("dragleave", leave);
      window.removeEventListener("drop", drop);
      window.removeEventListener("paste", paste);
    };
  }, [openFiles]);
  return held ? (
    <div className={styles.hint}>Drop it anywhere. It is read in this tab and sent nowhere.</div>
  ) : null;
}

function isField(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("input, textarea, select") !== null;
}
