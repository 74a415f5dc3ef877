import { useMemo } from "react";
import { useNouns } from "../../../core/page/useWorkspace.ts";
import { countOf } from "../../../ui/words.ts";
import type { MapItems, OwnPlace } from "../api.ts";
import styles from "./Area.module.css";

interface Props {
  items: MapItems;
  own: OwnPlace | null;
  /** What the person rated or answered, which needs no recommending. */
  answered: ReadonlySet<number>;
  selected: readonly number[];
  onClear: () => void;
}

const SHOWN = 18;

/** The best of a chosen area for this person, or its best known before their taste is. */
export function Area({ items, own, answered, selected, onClear }: Props) {
  const nouns = useNouns();
  const best = useMemo(() => {
    const worth = own === null ? items.ratings : own.liking;
    return selected
      .filter((item) => !answered.has(item))
      .sort((a, b) => worth[b] - worth[a])
      .slice(0, SHOWN);
  }, [items, own, answered, selected]);
  return (
    <section className={styles.area} aria-labelledby="area">
      <div className={styles.top}>
        <h2 id="area">In this area</h2>
        <p>
          {selected.length === 0
            ? `No ${nouns.many} here. Draw around some dots.`
            : `${countOf(selected.length, nouns)}; ${own === null ? "the best known" : "the best for you"} first`}
        </p>
        <button type="button" onClick={onClear}>
          Clear
        </button>
      </div>
      {best.length > 0 && (
        <ol aria-label="Recommendations from this area">
          {best.map((item) => (
            <li key={items.ids[item]}>
              <a href={`#/film/${encodeURIComponent(items.ids[item])}`}>{items.titles[item]}</a>{" "}
              {items.years[item] > 0 && items.years[item]}
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
