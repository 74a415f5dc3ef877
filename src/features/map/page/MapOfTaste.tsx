import { useEffect, useMemo, useRef, useState } from "react";
import { type Job, JobStore } from "../../../core/page/JobStore.ts";
import { RatingsStore } from "../../../core/page/ratings/RatingsStore.ts";
import { useSelected, useStore } from "../../../core/page/stores.tsx";
import { throttled } from "../../../core/page/throttled.ts";
import { useMedia } from "../../../core/page/useMedia.ts";
import { useJob, useNouns } from "../../../core/page/useWorkspace.ts";
import { WorkspaceStore } from "../../../core/page/WorkspaceStore.ts";
import { ProgressLine } from "../../../ui/ProgressLine.tsx";
import { StopButton } from "../../../ui/StopButton.tsx";
import { countOf } from "../../../ui/words.ts";
import type { MapItems, MapLayout, Region } from "../api.ts";
import { Area } from "./Area.tsx";
import { fromAddress, type MapAddress, toAddress } from "./address.ts";
import { COLOUR_WORDS, type ColourBy, colouring } from "./colours.ts";
import { Legend } from "./Legend.tsx";
import type { Area as MapArea } from "./lasso.ts";
import { MapCanvas } from "./MapCanvas.tsx";
import styles from "./MapOfTaste.module.css";
import { ARRANGING, MapStore } from "./MapStore.ts";
import type { MapViewer } from "./MapViewer.ts";
import { OnMap } from "./OnMap.tsx";
import { itemsWithin } from "./pointed.ts";
import { Regions } from "./Regions.tsx";

/** Milliseconds between two notes of what is in view: browsers refuse an address that changes at every frame. */
const NOTED_EVERY = 400;

/** All items of the data in two dimensions: what the model finds alike stands together. */
export function MapOfTaste() {
  const items = useSelected(MapStore, (state) => state.items);
  const layout = useSelected(MapStore, (state) => state.layout);
  const version = useSelected(MapStore, (state) => state.version);
  const hasModel = useSelected(WorkspaceStore, (state) => state.model !== null);
  const isIdle = useSelected(JobStore, (state) => state.job === null);
  const { open } = useStore(MapStore);
  const nouns = useNouns();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another model or the end of another job is a reason to look again
  useEffect(() => void open(), [open, version, hasModel, isIdle]);
  return (
    <>
      <h1>The map of taste</h1>
      <p className="lede">
        {items === null ? (
          <Missing />
        ) : (
          `${countOf(items.ids.length, nouns)}. Neighbours tend to be liked by the same people; long distances mean little.`
        )}
      </p>
      {items !== null && layout !== null && <Drawn items={items} layout={layout} />}
    </>
  );
}

/** Why there is no map yet, and what brings it. */
function Missing() {
  const hasModel = useSelected(WorkspaceStore, (state) => state.model !== null);
  const isReading = useSelected(WorkspaceStore, (state) => state.reading !== null);
  const isBusy = useSelected(JobStore, (state) => state.job !== null);
  if (hasModel) return "Drawing the map…";
  if (isReading) return "Loading ratings…";
  return (
    <>
      {isBusy ? "The map appears once the model has finished training." : "The map needs a trained model."}{" "}
      <a href="#/training">{isBusy ? "Watch it train" : "Train one"}</a>
    </>
  );
}

function Drawn({ items, layout }: { items: MapItems; layout: MapLayout }) {
  const own = useSelected(MapStore, (state) => state.own);
  const ratings = useSelected(RatingsStore, (state) => state.list);
  const answers = useSelected(RatingsStore, (state) => state.answers);
  const store = useStore(MapStore);
  const viewer = useRef<MapViewer>(null);
  const [by, colourBy] = useState<ColourBy>("genre");
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

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, and again where everything has found its place
  useEffect(() => {
    const { film, view } = fromAddress(window.location.hash);
    const item = film === null ? undefined : store.placeOf(film);
    if (item !== undefined) flyToItem(item);
    if (view !== null) viewer.current?.lookAt(view);
  }, [layout.isFinal]);

  function show(change: Partial<MapAddress>): void {
    // What a hand did before is not to be noted after this.
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

  const zooming = (
    <span className={styles.zoom}>
      <button type="button" aria-label="Zoom in" onClick={() => zoom(1.6)}>
        +
      </button>
      <button type="button" aria-label="Zoom out" onClick={() => zoom(1 / 1.6)}>
        −
      </button>
      <button type="button" onClick={showWhole}>
        Whole map
      </button>
    </span>
  );
  return (
    <div className={styles.map}>
      <div className={styles.tools}>
        <OnMap onFound={showFilm} />
        <label className={styles.colour}>
          Colour by
          <select value={by} onChange={({ currentTarget }) => colourBy(currentTarget.value as ColourBy)}>
            {(Object.keys(COLOUR_WORDS) as ColourBy[]).map((name) => (
              <option key={name} value={name} disabled={name === "liking" && own === null}>
                {COLOUR_WORDS[name]}
              </option>
            ))}
          </select>
        </label>
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

function whenArranged({ name, isPaused }: Job): string {
  const when = `It is arranged when ${name} finishes`;
  return isPaused ? `${when}, which is paused: resume or stop it on Training.` : `${when}.`;
}

/** A link to the map shows what stands on it now. */
function note(change: Partial<MapAddress>): void {
  history.replaceState(history.state, "", toAddress({ ...fromAddress(window.location.hash), ...change }));
}

/** How far the map is, and a way to stop it or to let it go on. */
function Making({ isFinal }: { isFinal: boolean }) {
  const job = useSelected(JobStore, (state) => state.job);
  const stopped = useSelected(MapStore, (state) => state.stopped);
  const arranging = useJob(ARRANGING);
  const { arrangeAgain } = useStore(MapStore);
  const nouns = useNouns();
  if (isFinal) return null;
  return (
    <div className={styles.making}>
      <p>
        {arranging.running
          ? `A rough map for now: ${nouns.many} that are alike are still finding each other.`
          : stopped
            ? "The map was stopped before everything had found its place."
            : `A rough map for now.${job === null ? "" : ` ${whenArranged(job)}`}`}
      </p>
      {arranging.running && job !== null && (
        <ProgressLine name="Arranging the map" done={job.progress?.done ?? 0} />
      )}
      {arranging.running && <StopButton job={arranging} />}
      {stopped && !arranging.running && (
        <button type="button" disabled={job !== null} onClick={arrangeAgain}>
          Arrange the map
        </button>
      )}
    </div>
  );
}
