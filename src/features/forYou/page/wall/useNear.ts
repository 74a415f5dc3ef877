import { type RefObject, useEffect, useState } from "react";

/** Told once each, as its element comes near the screen. */
const waiting = new Map<Element, () => void>();
const watch = new IntersectionObserver(
  (entries) => {
    for (const { target, isIntersecting } of entries) if (isIntersecting) waiting.get(target)?.();
  },
  { rootMargin: "100% 0px" },
);

/** Whether an element is or was near the screen. @param isAtFirst what is known before anything is looked at */
export function useNear(element: RefObject<Element | null>, isAtFirst: boolean): boolean {
  const [isNear, setNear] = useState(isAtFirst);
  useEffect(() => {
    const watched = element.current;
    if (isNear || watched === null) return;
    waiting.set(watched, () => setNear(true));
    watch.observe(watched);
    return () => {
      waiting.delete(watched);
      watch.unobserve(watched);
    };
  }, [element, isNear]);
  return isNear || isAtFirst;
}
