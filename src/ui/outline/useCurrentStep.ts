import { useEffect, useState } from "react";

/** A step is current once its top has come this far up, as a share of the window's height. */
const LINE = 0.25;

/** The step that is being read: the last whose top is above the line, at first the first. */
export function useCurrentStep(ids: readonly string[]): string {
  const [current, setCurrent] = useState(ids[0]);
  useEffect(() => {
    const follow = () => {
      const line = window.innerHeight * LINE;
      const isAbove = (id: string) =>
        (document.getElementById(id)?.getBoundingClientRect().top ?? Number.POSITIVE_INFINITY) <= line;
      setCurrent(ids.findLast(isAbove) ?? ids[0]);
    };
    follow();
    window.addEventListener("scroll", follow, { passive: true });
    window.addEventListener("resize", follow);
    return () => {
      window.removeEventListener("scroll", follow);
      window.removeEventListener("resize", follow);
    };
  }, [ids]);
  return current;
}
