import { useEffect, useState } from "react";
import { useStore } from "../stores.tsx";
import styles from "./DropTarget.module.css";
import { droppedFiles } from "./droppedFiles.ts";
import { OpeningStore } from "./OpeningStore.ts";

/** Lets the whole page take files and pasted tables, and says so while files are dragged over it. */
export function DropTarget() {
  const { open } = useStore(OpeningStore);
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
      void droppedFiles(event.dataTransfer).then(open);
    };
    const paste = (event: ClipboardEvent) => {
      // In a field, pasting is typing.
      if (event.clipboardData === null || isField(event.target)) return;
      const { files } = event.clipboardData;
      const text = event.clipboardData.getData("text/plain");
      if (files.length > 0) open([...files]);
      else if (text.includes("\n")) open([new File([text], "pasted table")]);
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
  }, [open]);
  return held ? (
    <div className={styles.hint}>Drop anywhere. The file is read on this device and never uploaded.</div>
  ) : null;
}

function isField(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("input, textarea, select") !== null;
}
