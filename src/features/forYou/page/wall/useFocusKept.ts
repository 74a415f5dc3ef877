import { type RefObject, useLayoutEffect, useRef } from "react";

/** As many, in the same order, on every card; a film's poster comes first. */
const STOPS = "a, input, button[aria-haspopup]";

/**
 * Keeps a person with a keyboard where they were. The cards stay and their films change: the focus goes with its
 * film where that has moved, and stays at its place, on the poster, where the film has left the list.
 *
 * @param ids of the films, in the order of the list's children
 */
export function useFocusKept(list: RefObject<HTMLElement | null>, ids: readonly string[]): void {
  const before = useRef<readonly string[]>([]);
  const last = useRef<{ element: Element; index: number } | null>(null);
  useLayoutEffect(() => {
    const old = before.current;
    before.current = ids;
    const cards: Element[] = [...(list.current?.children ?? [])];
    const focused = document.activeElement;
    const index = cards.findIndex((card) => card.contains(focused));
    const held = index >= 0 && focused !== null ? { element: focused, index } : last.current;
    last.current = index >= 0 ? held : null;
    if (held === null) return;
    const isLost = !held.element.isConnected && focused === document.body;
    const isHere = index >= 0 && (old[index] === undefined || old[index] === ids[index]);
    if (isHere || (index < 0 && !isLost)) return;

    const to = ids.indexOf(old[held.index]);
    const stop = to < 0 ? 0 : Math.max(0, stopsOf(cards[held.index]).indexOf(held.element as HTMLElement));
    // In the next frame, since focusing needs the layout that this frame is about to make.
    requestAnimationFrame(() => {
      if (document.activeElement !== focused) return;
      const standing = list.current?.children ?? [];
      const target = stopsOf(standing[to < 0 ? Math.min(held.index, standing.length - 1) : to])[stop];
      if (target === undefined) return;
      // It may be the same element, which has another name now.
      if (focused instanceof HTMLElement) focused.blur();
      target.focus();
      last.current = { element: target, index: to < 0 ? held.index : to };
    });
  });
}

function stopsOf(card: Element | undefined): HTMLElement[] {
  return [...(card?.querySelectorAll<HTMLElement>(STOPS) ?? [])];
}
