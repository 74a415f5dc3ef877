import { type RefObject, useEffect, useRef } from "react";
import type { Place } from "./places.ts";

/** Where a person was when they followed a link; kept with the entry of the browser's history that they left. */
interface Departure {
  scroll: number;
  link: string;
}

/** A place opens at its top, for the eyes and for the keyboard; Back leads to the link that was followed from it. */
export function useArrival(place: Place, main: RefObject<HTMLElement | null>): void {
  const before = useRef(place);
  useEffect(noteDepartures, []);
  useEffect(() => {
    document.title = `${place.name} · Matinee`;
    if (before.current === place) return;
    before.current = place;
    const left = history.state as Departure | null;
    window.scrollTo(0, left?.scroll ?? 0);
    const link = left && main.current?.querySelector<HTMLElement>(`a[href="${CSS.escape(left.link)}"]`);
    (link || main.current)?.focus({ preventScroll: true });
  }, [place, main]);
}

function noteDepartures(): () => void {
  const note = ({ target }: MouseEvent) => {
    const link = target instanceof Element && target.closest('a[href^="#"]')?.getAttribute("href");
    if (!link) return;
    const departure: Departure = { scroll: window.scrollY, link };
    history.replaceState(departure, "");
  };
  document.addEventListener("click", note, { capture: true });
  return () => document.removeEventListener("click", note, { capture: true });
}
