import { useEffect, useRef, useState } from "react";
import { mediaQuery } from "../../../../ui/mediaQuery.ts";
import { count } from "../../../../ui/words.ts";
import type { Timeline as Data } from "../../api.ts";
import { cutAfterKey, cutNearest, LAST_CUT, LEAST_CUT, sidesAt } from "./cuts.ts";
import styles from "./Timeline.module.css";
import { placeInTime, TimelineDrawing } from "./TimelineDrawing.ts";
import { aboutCut, percent } from "./words.ts";
import { ticksOf } from "./years.ts";

interface Props {
  timeline: Data;
  /** The per mille that is known. */
  cut: number;
  onCut: (cut: number) => void;
}

/** Space for a year under the axis, in CSS pixels. */
const TICK_ROOM = 64;

/**
 * The article's first figure: a dot for each rating, users by date joined, and the line between known and new,
 * which is a slider. While it is dragged, only this figure follows.
 */
export function Timeline({ timeline, cut: settled, onCut }: Props) {
  const [dragged, setDragged] = useState<number | null>(null);
  const cut = dragged ?? settled;
  const canvas = useRef<HTMLCanvasElement>(null);
  const handle = useRef<HTMLDivElement>(null);
  const width = useDrawing(canvas, timeline, cut);

  const { from, to, cuts, users, interactions } = timeline;
  const place = placeInTime(cuts.seconds[cut], from, to);
  const sides = sidesAt(cut, timeline);
  const cutUnder = (event: React.PointerEvent<HTMLElement>) => {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    return cutNearest(from + ((event.clientX - left) / width) * (to - from), timeline);
  };
  const settle = () => {
    if (dragged !== null) onCut(dragged);
    setDragged(null);
  };

  return (
    <figure className={styles.timeline} aria-label="Timeline">
      <p className={styles.vertical} aria-hidden="true">
        {count(users)} users by date joined
      </p>
      <div
        className={styles.ground}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          setDragged(cutUnder(event));
          handle.current?.focus({ preventScroll: true });
          event.preventDefault();
        }}
        onPointerMove={(event) => {
          if (dragged !== null) setDragged(cutUnder(event));
        }}
        onPointerUp={settle}
        onPointerCancel={() => setDragged(null)}
      >
        <canvas ref={canvas} />
        <div
          ref={handle}
          className={styles.line}
          style={{ left: `${place * 100}%`, "--place": place } as React.CSSProperties}
          role="slider"
          tabIndex={0}
          aria-label="Share of ratings that are known"
          aria-valuemin={LEAST_CUT / 10}
          aria-valuemax={LAST_CUT / 10}
          aria-valuenow={cut / 10}
          aria-valuetext={aboutCut(sides)}
          onKeyDown={(event) => {
            const moved = cutAfterKey(event.key, cut);
            if (moved === null) return;
            event.preventDefault();
            onCut(moved);
          }}
        >
          <span className={styles.knob} aria-hidden="true">
            {percent(cut)}
          </span>
        </div>
      </div>
      <div className={styles.axis} aria-hidden="true">
        {ticksOf(from, to, width / TICK_ROOM).map(({ label, place }) => (
          <span key={label} style={{ left: `${place * 100}%` }}>
            {label}
          </span>
        ))}
      </div>
      <figcaption className={styles.facts}>
        <p>{aboutCut(sides)}</p>
        {timeline.dots.times.length < interactions && (
          <p className={styles.note}>Showing an even sample of {count(timeline.dots.times.length)}.</p>
        )}
      </figcaption>
    </figure>
  );
}

/** Keeps the canvas true to the data, its size, the colours and the line. @returns its width */
function useDrawing(canvas: React.RefObject<HTMLCanvasElement | null>, timeline: Data, cut: number): number {
  const [width, setWidth] = useState(0);
  const drawing = useRef<TimelineDrawing>(null);
  const latest = useRef(cut);

  useEffect(() => {
    const element = canvas.current;
    if (element === null) return;
    const drawn = new TimelineDrawing(element, timeline);
    drawing.current = drawn;
    const fit = () => {
      drawn.fit();
      drawn.draw(latest.current);
      setWidth(element.clientWidth);
    };
    const ink = () => {
      drawn.ink();
      drawn.draw(latest.current);
    };
    const resized = new ResizeObserver(fit);
    resized.observe(element);
    const scheme = mediaQuery("(prefers-color-scheme: dark)");
    scheme.addEventListener("change", ink);
    return () => {
      resized.disconnect();
      scheme.removeEventListener("change", ink);
      drawing.current = null;
    };
  }, [canvas, timeline]);

  useEffect(() => {
    latest.current = cut;
    const frame = requestAnimationFrame(() => drawing.current?.draw(cut));
    return () => cancelAnimationFrame(frame);
  }, [cut]);

  return width;
}
