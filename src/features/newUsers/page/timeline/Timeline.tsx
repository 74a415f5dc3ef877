import { useEffect, useRef, useState } from "react";
import { FigureList } from "../../../../ui/FigureList.tsx";
import { count } from "../../../../ui/words.ts";
import type { Timeline as Data } from "../../timelineApi.ts";
import { cutAfterKey, cutNearest, LAST_CUT, LEAST_CUT, partedAt } from "./cuts.ts";
import styles from "./Timeline.module.css";
import { placeInTime, TimelineDrawing } from "./TimelineDrawing.ts";
import { aboutCut, percent } from "./words.ts";
import { ticksOf } from "./years.ts";

interface Props {
  timeline: Data;
  /** The per mille that is current. */
  cut: number;
  onCut: (cut: number) => void;
}

/** Room that a year needs under the axis, in CSS pixels. */
const TICK_ROOM = 64;

/**
 * The article's first figure: a dot for each rating, users in the order in which they came, and the line
 * between current and new, which is a slider. While it is dragged, only what stands here follows.
 */
export function Timeline({ timeline, cut: settled, onCut }: Props) {
  const [dragged, setDragged] = useState<number | null>(null);
  const cut = dragged ?? settled;
  const canvas = useRef<HTMLCanvasElement>(null);
  const handle = useRef<HTMLDivElement>(null);
  const width = useDrawing(canvas, timeline, cut);

  const { from, to, cuts, users, interactions } = timeline;
  const place = placeInTime(cuts.seconds[cut], from, to);
  const parted = partedAt(cut, timeline);
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
        {count(users)} users, in the order in which they came
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
          aria-label="Share of ratings that is current"
          aria-valuemin={LEAST_CUT / 10}
          aria-valuemax={LAST_CUT / 10}
          aria-valuenow={cut / 10}
          aria-valuetext={aboutCut(cut, parted)}
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
        <p>{aboutCut(cut, parted)}</p>
        <FigureList
          figures={[
            { label: "current ratings", figure: count(parted.current) },
            { label: "new ratings", figure: count(parted.new) },
            { label: "new users", figure: count(parted.newUsers) },
            { label: "ratings by new users", figure: count(parted.byNewUsers) },
          ]}
        />
        {timeline.dots.times.length < interactions && (
          <p className={styles.note}>
            Drawn are {count(timeline.dots.times.length)} of the {count(interactions)} ratings, evenly chosen;
            the counts are of all.
          </p>
        )}
      </figcaption>
    </figure>
  );
}

/** Keeps the canvas as the data, its own size, the colours and the line want it; its width comes back. */
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
    const scheme = matchMedia("(prefers-color-scheme: dark)");
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
