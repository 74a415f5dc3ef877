import { useNouns } from "../../../core/page/useWorkspace.ts";
import { countOf } from "../../../ui/words.ts";
import type { MapItems, Region } from "../api.ts";
import styles from "./Regions.module.css";

interface Props {
  items: MapItems;
  regions: readonly Region[];
  onShow: (region: Region) => void;
}

/** Level of the regions that are listed: neither the few of the whole map nor all the small ones. */
const LISTED = 1;

/** The map as a list, for those who cannot see it and for those who would rather read. */
export function Regions({ items, regions, onShow }: Props) {
  const nouns = useNouns();
  const listed = regions.filter(({ level }) => level === LISTED);
  if (listed.length === 0) return null;
  return (
    <section aria-labelledby="regions">
      <h2 id="regions">Regions</h2>
      <ul className={styles.regions} aria-label="Regions">
        {listed.map((region) => (
          <li key={region.name}>
            <h3>
              <button type="button" onClick={() => onShow(region)}>
                {region.name}
              </button>
            </h3>
            <p>
              {countOf(region.items, nouns)}, such as{" "}
              {region.best.slice(0, 3).map((item, place) => (
                <span key={items.ids[item]}>
                  {place > 0 && ", "}
                  <a href={`#/film/${encodeURIComponent(items.ids[item])}`}>{items.titles[item]}</a>
                </span>
              ))}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
