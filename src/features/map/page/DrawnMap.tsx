import { useEffect, useMemo, useRef, useState } from "react";
import { RatingsStore } from "../../../core/page/ratings/RatingsStore.ts";
import { useSelected, useStore } from "../../../core/page/stores.tsx";
import { throttled } from "../../../core/page/throttled.ts";
import { useMedia } from "../../../core/page/useMedia.ts";
import type { MapItems, MapLayout, Region } from "../api.ts";
import { Area } from "./Area.tsx";
import { fromAddress, type MapAddress, note } from "./address.ts";
import { ColourChoice } from "./ColourChoice.tsx";
import { type ColourBy, colourChoices, colouring } from "./colours.ts";
import { Legend } from "./Legend.tsx";
import type { Area as MapArea } from "./lasso.ts";
import { Making } from "./Making.tsx";
import { MapCanvas } from "./MapCanvas.tsx";
import styles from "./MapOfTaste.module.css";
import { MapStore } from "./MapStore.ts";
import type { MapViewer } from "./MapViewer.ts";
import { OnMap } from "./OnMap.tsx";
import { itemsWithin } from "./pointed.ts";
import { Regions } from "./Regions.tsx";
import { Zooming } from "./Zooming.tsx";

/** Milliseconds between two notes of what is in view: browsers refuse an address that changes at every frame. */
const NOTED_EVERY = 400;

/** The map, its tools, and its regions as a list. */
export function DrawnMap({ items, layout }: { items: MapItems; layout: MapLayout }) {
  const own = useSelected(MapStore, (state) => state.own);
  const ratings = useSelected(RatingsStore, (state) => state.list);
  const answers = useSelected(RatingsStore, (state) => state.answers);
  const store = useStore(MapStore);
  const viewer = useRef<MapViewer>(null);
  const choices = useMemo(() => colourChoices(items), [items]);
  const [by, colourBy] = useState<ColourBy>(choices[0]);
  const [found, find] = useState<number | null>(null);
  const [isSelecting, setSelecting] = useState(false);
  const [area, setArea] = useState<MapArea | null>(() => fromAddress(window.location.hash).area);
  const [moved] = useState(() =>
    // Null where the person has left the map meanwhile.
    throttled(NOTED_EVERY, () => viewer.current && note({ view: viewer.current.view })),
  );
  const isDark = useMedia("(prefers-color-scheme: dark)");
  const isNarrow = useMedia("(max-width: 760px)");
  const colours = useMemo(() => colouring(by, items, own, isDark), [by, items, own, isDark]);
  const rated = useMemo(() => {
    const places = ratings.map(({ film, stars }) => [store.placeOf(film.id), stars] as const);
    return new Map(places.filter((pair): pair is [number, number] => pair[0] !== undefined));
  }, [ratings, store]);
  const answered = useMemo(
    () => new Set([...rated.keys(), ...answers.flatMap(({ film }) => store.placeOf(film.id) ?? [])]),
    [rated, answers, store],
  );
  const selected = useMemo(() => area && itemsWithin(layout, area), [area, layout]);
  // Where the area is empty, all dots keep their colour.
  const chosen = useMemo(() => (selected?.length ? new Set(selected) : null), [selected]);

  function flyToItem(item: number): void {
    find(item);
    const [x, y] = layout.positions.subarray(2 * item, 2 * item + 2);
    viewer.current?.flyTo({ x, y, zoom: 6 });
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, and again when the map is final
  useEffect(() => {
    const { film, view } = fromAddress(window.location.hash);
    const item = film === null ? undefined : store.placeOf(film);
    if (item !== undefined) flyToItem(item);
    if (view !== null) viewer.current?.lookAt(view);
  }, [layout.isFinal]);

  function show(change: Partial<MapAddress>): void {
    // A move from before must not be noted after this.
    moved.now();
    note(change);
  }

  function showWhole(): void {
    show({ film: null, view: null });
    viewer.current?.flyToWhole();
  }

  function zoom(factor: number): void {
    viewer.current?.zoom(factor);
    moved.soon();
  }

  function showFilm(filmId: string): void {
    const item = store.placeOf(filmId);
    if (item === undefined) return;
    show({ film: filmId, view: null });
    flyToItem(item);
  }

  function choose(area: MapArea | null): void {
    setArea(area);
    setSelecting(false);
    if (area === null) find(null);
    show(area === null ? { film: null, area: null } : { area });
  }

  const zooming = <Zooming onZoom={zoom} onWhole={showWhole} />;
  return (
    <div className={styles.map}>
      <div className={styles.tools}>
        <OnMap onFound={showFilm} />
        <ColourChoice by={by} choices={choices} knowsLiking={own !== null} onChoose={colourBy} />
        <button type="button" aria-pressed={isSelecting} onClick={() => setSelecting(!isSelecting)}>
          Choose an area
        </button>
        {own !== null && (
          <button type="button" onClick={() => flyToItem(own.centre)}>
            Where am I?
          </button>
        )}
        {!isNarrow && zooming}
      </div>
      <div className={styles.view}>
        <MapCanvas
          viewer={viewer}
          scene={{
            items,
            layout,
            colouring: colours,
            ratings: rated,
            centre: own?.centre ?? null,
            selected: chosen,
          }}
          found={found}
          isSelecting={isSelecting}
          onSelect={choose}
          onMove={moved.soon}
          onWhole={showWhole}
        />
        {isNarrow && zooming}
        <Making isFinal={layout.isFinal} />
      </div>
      {isSelecting && (
        <p className={styles.hint} role="status">
          Draw around an area, or drag straight across it. By keyboard, Enter chooses everything in view.
        </p>
      )}
      <Legend colouring={colours} hasRatings={rated.size > 0} hasPlace={own !== null} />
      {selected !== null && (
        <Area items={items} own={own} answered={answered} selected={selected} onClear={() => choose(null)} />
      )}
      <Regions
        items={items}
        regions={layout.regions}
        onShow={({ x, y, level }: Region) => {
          const view = { x, y, zoom: level === 0 ? 2.2 : 4 };
          show({ film: null, view });
          viewer.current?.flyTo(view);
        }}
      />
    </div>
  );
}
