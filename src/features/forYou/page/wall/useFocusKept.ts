import { type RefObject, useLayoutEffect, useRef } from "react";

/**
 * A rated film leaves its list and takes the focus with it. Here the focus moves to the film that takes its
 * place, so that a person with a keyboard stays where they were.
 */
export function useFocusKept(list: RefObject<HTMLElement | null>): void {
  const place = useRef<{ element: Element; index: number } | null>(null);
  useLayoutEffect(() => {
    const focused = document.activeElement;
    const items = [...(list.current?.children ?? [])];
    const index = items.findIndex((item) => item.contains(focused));
    if (index >= 0 && focused !== null) {
      place.current = { element: focused, index };
      return;
    }
    const lost = place.current;
    place.current = null;
    if (lost === null || lost.element.isConnected || focused !== document.body) return;
    // In the next frame, since focusing needs the layout that this frame is about to make. By then the
    // list may be another one: it is the place that counts, and whatever stands there may leave as well.
    requestAnimationFrame(() => {
      if (document.activeElement !== document.body) return;
      const standing = list.current?.children ?? [];
      const input = standing[Math.min(lost.index, standing.length - 1)]?.querySelector("input");
      if (!input) return;
      input.focus();
      place.current = { element: input, index: lost.index };
    });
  });
}
