import { type RefObject, useLayoutEffect, useRef } from "react";

/**
 * A rated film leaves its list and takes the focus with it. Here the focus goes to the film that
 * comes to stand in its place, so that a person with a keyboard stays where they were.
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
    const lost = place.current !== null && !place.current.element.isConnected;
    if (lost && focused === document.body) {
      const next = items[Math.min(place.current?.index ?? 0, items.length - 1)];
      // In the next frame, since focusing needs the layout that this frame is about to make.
      requestAnimationFrame(() => next?.querySelector("input")?.focus());
    }
    place.current = null;
  });
}
