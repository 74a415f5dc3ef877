import { type RefObject, useEffect, useState } from "react";

/** Each is told whenever its element comes near the screen or leaves it. */
const told = new Map<Element, (isNear: boolean) => void>();
const watch = new IntersectionObserver(
  (entries) => {
    for (const { target, isIntersecting } of entries) told.get(target)?.(isIntersecting);
  },
  { rootMargin: "50% 0px" },
);

/** Whether an element is near the screen. @param isAtFirst what is known before anything is looked at */
export function useNear(element: RefObject<Element | null>, isAtFirst: boolean): boolean {
  const [isNear, setNear] = useState(isAtFirst);
  useEffect(() => {
    const watched = element.current;
    if (watched === null) return;
    told.set(watched, setNear);
    watch.observe(watched);
    return () => {
      told.delete(watched);
      watch.unobserve(watched);
    };
  }, [element]);
  return isNear;
}
