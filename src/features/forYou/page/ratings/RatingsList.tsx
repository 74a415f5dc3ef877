import { useVirtualizer } from "@tanstack/react-virtual";
import { useRef } from "react";
import { RatingsStore } from "../../../../core/page/ratings/RatingsStore.ts";
import { useSelected, useStore } from "../../../../core/page/stores.tsx";
import { RatingRow } from "./RatingRow.tsx";
import styles from "./RatingsPanel.module.css";

/** Approximate, until a row has been measured. */
const ROW_HEIGHT = 66;
/** Rows beyond the visible ones, so that the keyboard can reach the next. */
const AROUND = 6;

/** All ratings, the latest first; only rows near the visible part are on the page. */
export function RatingsList() {
  const ratings = useSelected(RatingsStore, (state) => state.list);
  const unsaved = useSelected(RatingsStore, (state) => state.unsaved);
  const { rate, unrate } = useStore(RatingsStore);
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: ratings.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (place) => ratings[place].film.id,
    overscan: AROUND,
  });
  const shown = rows.getVirtualItems();
  return (
    <div ref={scroller} className={styles.list}>
      <ul
        aria-label="Your ratings"
        style={{
          paddingTop: shown[0]?.start ?? 0,
          paddingBottom: rows.getTotalSize() - (shown.at(-1)?.end ?? 0),
        }}
      >
        {shown.map(({ key, index }) => (
          <RatingRow
            key={key}
            ref={rows.measureElement}
            film={ratings[index].film}
            stars={ratings[index].stars}
            isSaved={!unsaved.has(ratings[index].film.id)}
            place={index}
            ofAll={ratings.length}
            onRate={rate}
            onRemove={unrate}
          />
        ))}
      </ul>
    </div>
  );
}
