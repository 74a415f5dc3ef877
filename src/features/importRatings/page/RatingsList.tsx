import { useVirtualizer } from "@tanstack/react-virtual";
import { useRef } from "react";
import { useActions, useSession } from "../../../core/page/session/SessionProvider.tsx";
import { RatingRow } from "./RatingRow.tsx";
import styles from "./RatingsPanel.module.css";

/** About what a row takes before it has been measured. */
const ROW_HEIGHT = 66;
/** Rows beyond the visible ones, so that the keyboard finds its next one there. */
const AROUND = 6;

/** All that the person has rated, latest first; of thousands only the rows near the visible part are there. */
export function RatingsList() {
  const { ratings } = useSession();
  const { rate, unrate } = useActions();
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
