import { useEffect } from "react";
import { RatingsStore } from "../../../core/page/ratings/RatingsStore.ts";
import { useStore } from "../../../core/page/stores.tsx";

/** Ctrl+Z (⌘Z) takes the last answer back; in a text field it stays with the text. */
export function useUndoKey(): void {
  const { undo } = useStore(RatingsStore);
  useEffect(() => {
    const answer = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
      if (event.key.toLowerCase() !== "z" || isText(event.target)) return;
      event.preventDefault();
      undo();
    };
    window.addEventListener("keydown", answer);
    return () => window.removeEventListener("keydown", answer);
  }, [undo]);
}

function isText(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.matches("input:not([type=radio], [type=range], [type=checkbox]), textarea")
  );
}
