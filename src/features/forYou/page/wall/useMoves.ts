import { type RefObject, useLayoutEffect, useRef } from "react";
import { mediaQuery } from "../../../../ui/mediaQuery.ts";

type Places = ReadonlyMap<string, readonly [x: number, y: number]>;

const MOVE = { duration: 180, easing: "cubic-bezier(0.2, 0, 0, 1)" } as const;

/**
 * Films that change places slide there, and those that are new or come from far away fade in: a short move that shows
 * what came and went. Nothing moves where less motion is asked for, or where most of what is seen is another list. The
 * cards stand still meanwhile: each shows another film, and begins where that one was.
 * @param order of the list's children, each of which has its `data-film`
 */
export function useMoves(list: RefObject<HTMLElement | null>, order: string): void {
  const before = useRef<Places | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: places change with the order only
  useLayoutEffect(() => {
    const places = new Map<string, readonly [number, number]>();
    const cards = [...(list.current?.children ?? [])] as HTMLElement[];
    for (const card of cards) places.set(card.dataset.film ?? "", [card.offsetLeft, card.offsetTop]);
    const old = before.current;
    before.current = places;
    if (old === null || old.size === 0 || mediaQuery("(prefers-reduced-motion: reduce)").matches) return;
    const seen = cards.filter(isOnScreen);
    const isNew = (card: HTMLElement) => !old.has(card.dataset.film ?? "");
    // In another list there is nothing to follow: it is there at once.
    if (seen.filter(isNew).length > seen.length / 2) return;
    for (const card of seen) move(card, old, places);
  }, [order]);
}

function move(card: HTMLElement, old: Places, places: Places): void {
  const id = card.dataset.film ?? "";
  const from = old.get(id);
  const [x, y] = places.get(id) ?? [0, 0];
  // From further away a poster would slide in blank, since only those near the screen are drawn.
  const isFar = from === undefined || Math.abs(from[1] - y) > innerHeight / 2;
  if (isFar) card.animate({ opacity: [0, 1] }, MOVE);
  else if (from[0] !== x || from[1] !== y) {
    card.animate({ transform: [`translate(${from[0] - x}px, ${from[1] - y}px)`, "none"] }, MOVE);
  }
}

function isOnScreen(card: HTMLElement): boolean {
  const { top, bottom } = card.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
}
