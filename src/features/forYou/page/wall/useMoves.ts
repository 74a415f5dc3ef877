import { type RefObject, useLayoutEffect, useRef } from "react";

const MOVE = { duration: 260, easing: "cubic-bezier(0.2, 0, 0, 1)" } as const;

/**
 * Films that change places slide there, and new ones fade in; nothing does where less motion is asked for. The cards
 * stand still meanwhile: each shows another film, and begins where that one was.
 * @param order of the list's children, each of which has its `data-film`
 */
export function useMoves(list: RefObject<HTMLElement | null>, order: string): void {
  const before = useRef<Map<string, readonly [x: number, y: number]> | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: places change with the order only
  useLayoutEffect(() => {
    const places = new Map<string, readonly [number, number]>();
    const cards = [...(list.current?.children ?? [])] as HTMLElement[];
    for (const card of cards) places.set(card.dataset.film ?? "", [card.offsetLeft, card.offsetTop]);
    const old = before.current;
    before.current = places;
    if (old === null || old.size === 0 || matchMedia("(prefers-reduced-motion: reduce)").matches) return;
    for (const card of cards.filter(isOnScreen)) {
      const id = card.dataset.film ?? "";
      const from = old.get(id);
      const [x, y] = places.get(id) ?? [0, 0];
      if (from === undefined) card.animate({ opacity: [0, 1] }, MOVE);
      else if (from[0] !== x || from[1] !== y) {
        card.animate({ transform: [`translate(${from[0] - x}px, ${from[1] - y}px)`, "none"] }, MOVE);
      }
    }
  }, [order]);
}

function isOnScreen(card: HTMLElement): boolean {
  const { top, bottom } = card.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
}
