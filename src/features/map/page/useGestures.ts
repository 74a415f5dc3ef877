import { type RefObject, useEffect, useRef } from "react";
import type { Point } from "./lasso.ts";

export interface Gestures {
  /** Whether a drag draws on the map instead of moving it; the Shift key does that too. */
  isSelecting: boolean;
  drag: (dx: number, dy: number) => void;
  zoom: (factor: number, at: Point) => void;
  /** Where the pointer rests; null once it has left. */
  point: (at: Point | null) => void;
  click: (at: Point) => void;
  /** The way that a drag has drawn so far; null once it is over. */
  draw: (path: readonly Point[] | null) => void;
  drawn: (path: readonly Point[]) => void;
}

/** Pixels within which a press is a click and no drag. */
const STILL = 4;
const WHEEL = 0.0016;

/** What pointer, fingers and wheel do on an element: drag, pinch, click, and draw. */
export function useGestures(element: RefObject<HTMLElement | null>, gestures: Gestures): void {
  const latest = useRef(gestures);
  latest.current = gestures;
  useEffect(() => {
    const target = element.current;
    if (target === null) return;
    const down = new Map<number, Point>();
    let from: Point = [0, 0];
    let hasMoved = false;
    /** Null where a drag moves the map. */
    let path: Point[] | null = null;
    const placeOf = ({ clientX, clientY }: MouseEvent): Point => {
      const { left, top } = target.getBoundingClientRect();
      return [clientX - left, clientY - top];
    };
    const press = (event: PointerEvent) => {
      if (event.button !== 0) return;
      target.setPointerCapture(event.pointerId);
      down.set(event.pointerId, placeOf(event));
      if (down.size > 1) return;
      from = placeOf(event);
      hasMoved = false;
      path = latest.current.isSelecting || event.shiftKey ? [from] : null;
      if (path !== null) latest.current.point(null);
    };
    const move = (event: PointerEvent) => {
      const to = placeOf(event);
      const before = down.get(event.pointerId);
      if (before === undefined) {
        latest.current.point(to);
        return;
      }
      hasMoved ||= Math.hypot(to[0] - from[0], to[1] - from[1]) > STILL;
      const other = [...down].find(([id]) => id !== event.pointerId)?.[1];
      down.set(event.pointerId, to);
      if (other !== undefined) {
        path = null;
        latest.current.draw(null);
        const spread = (point: Point) => Math.hypot(point[0] - other[0], point[1] - other[1]) || 1;
        latest.current.zoom(spread(to) / spread(before), [(to[0] + other[0]) / 2, (to[1] + other[1]) / 2]);
        latest.current.drag((to[0] - before[0]) / 2, (to[1] - before[1]) / 2);
      } else if (path !== null) {
        path = [...path, to];
        latest.current.draw(path);
      } else if (hasMoved) latest.current.drag(to[0] - before[0], to[1] - before[1]);
    };
    const release = (event: PointerEvent) => {
      if (!down.delete(event.pointerId) || down.size > 0) return;
      const to = placeOf(event);
      if (path !== null) latest.current.draw(null);
      if (path !== null && hasMoved) latest.current.drawn([...path, to]);
      else if (!hasMoved) latest.current.click(to);
    };
    const cancel = ({ pointerId }: PointerEvent) => {
      down.delete(pointerId);
      latest.current.draw(null);
    };
    const leave = () => latest.current.point(null);
    const wheel = (event: WheelEvent) => {
      event.preventDefault();
      const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
      latest.current.zoom(Math.exp(-event.deltaY * lines * WHEEL), placeOf(event));
    };
    target.addEventListener("pointerdown", press);
    target.addEventListener("pointermove", move);
    target.addEventListener("pointerup", release);
    target.addEventListener("pointercancel", cancel);
    target.addEventListener("pointerleave", leave);
    target.addEventListener("wheel", wheel, { passive: false });
    return () => {
      target.removeEventListener("pointerdown", press);
      target.removeEventListener("pointermove", move);
      target.removeEventListener("pointerup", release);
      target.removeEventListener("pointercancel", cancel);
      target.removeEventListener("pointerleave", leave);
      target.removeEventListener("wheel", wheel);
    };
  }, [element]);
}
