import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from "react";
import { goTo } from "../../../core/page/places.ts";
import { type Area, enclosed, type Point, thinned } from "./lasso.ts";
import styles from "./MapCanvas.module.css";
import type { Scene } from "./MapDrawing.ts";
import { MapViewer } from "./MapViewer.ts";
import { useGestures } from "./useGestures.ts";

interface Props {
  /** Set while the map is on the page. */
  viewer: RefObject<MapViewer | null>;
  scene: Omit<Scene, "pointed">;
  /** A film that was searched for. */
  found: number | null;
  isSelecting: boolean;
  /** Null clears the choice. */
  onSelect: (area: Area | null) => void;
  /** The person has moved the map themselves. */
  onMove: () => void;
  /** All of the map is asked for. */
  onWhole: () => void;
}

/** Pixels that an arrow key moves the map, and the factor of a key that zooms. */
const STRIDE = 80;
const KEY_ZOOM = 1.5;
/** Pixels around a film in which pointing means it. */
const REACH = 14;

type Step = (viewer: MapViewer) => void;
const KEYS: Record<string, Step> = {
  ArrowLeft: (viewer) => viewer.drag(STRIDE, 0),
  ArrowRight: (viewer) => viewer.drag(-STRIDE, 0),
  ArrowUp: (viewer) => viewer.drag(0, STRIDE),
  ArrowDown: (viewer) => viewer.drag(0, -STRIDE),
  "+": (viewer) => viewer.zoom(KEY_ZOOM),
  "=": (viewer) => viewer.zoom(KEY_ZOOM),
  "-": (viewer) => viewer.zoom(1 / KEY_ZOOM),
};

/** The map itself: dragged, zoomed and clicked by pointer, finger and key. */
export function MapCanvas({ viewer, scene, found, isSelecting, onSelect, onMove, onWhole }: Props) {
  const dots = useRef<HTMLCanvasElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [pointed, point] = useState<number | null>(null);
  const [path, draw] = useState<readonly Point[] | null>(null);

  useEffect(() => {
    if (dots.current === null || canvas.current === null) return;
    const shown = new MapViewer({ dots: dots.current, over: canvas.current });
    viewer.current = shown;
    const resized = new ResizeObserver(shown.redraw);
    resized.observe(canvas.current);
    return () => {
      resized.disconnect();
      shown.close();
      viewer.current = null;
    };
  }, [viewer]);

  useEffect(() => viewer.current?.show({ ...scene, pointed: pointed ?? found }));

  const open = (item: number | null) => {
    if (item !== null) goTo(`#/film/${encodeURIComponent(scene.items.ids[item])}`);
  };

  useGestures(canvas, {
    isSelecting,
    drag: (dx, dy) => {
      viewer.current?.drag(dx, dy);
      onMove();
    },
    zoom: (factor, at) => {
      viewer.current?.zoom(factor, at);
      onMove();
    },
    point: (at) => point(at && (viewer.current?.itemAt(at, REACH) ?? null)),
    click: (at) => open(viewer.current?.itemAt(at, REACH) ?? null),
    draw,
    drawn: (path) => onSelect(viewer.current?.areaAt(thinned(enclosed(path))) ?? null),
  });

  function answerKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || viewer.current === null) return;
    if (event.key === "Escape") {
      onSelect(null);
      point(null);
      onWhole();
    } else if (event.key === "Enter" && isSelecting) onSelect(viewer.current.areaInView);
    else if (event.key === "Enter") open(pointed);
    else if (event.key in KEYS) {
      KEYS[event.key](viewer.current);
      // By keyboard, the film in the middle is the one that is meant.
      point(viewer.current.itemInMiddle);
      onMove();
    } else return;
    event.preventDefault();
  }

  return (
    <div
      className={styles.holder}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: an application is moved by keys
      tabIndex={0}
      role="application"
      aria-label="Map"
      aria-describedby="map-keys"
      onKeyDown={answerKey}
    >
      <canvas ref={dots} className={styles.dots} />
      <canvas ref={canvas} className={styles.canvas} data-selecting={isSelecting || undefined} />
      {path !== null && (
        <svg className={styles.drawn} aria-hidden="true">
          <polygon points={enclosed(path).join(" ")} />
        </svg>
      )}
      <p id="map-keys" hidden>
        Arrows move the map, plus and minus zoom, Escape shows the whole map, Enter{" "}
        {isSelecting ? "chooses everything in view" : "opens what is in the middle"}.
      </p>
      <p className="visuallyHidden" aria-live="polite">
        {pointed !== null && scene.items.titles[pointed]}
      </p>
    </div>
  );
}
