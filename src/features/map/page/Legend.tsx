import type { Colouring } from "./colours.ts";
import styles from "./Legend.module.css";

interface Props {
  colouring: Colouring;
  hasRatings: boolean;
  hasPlace: boolean;
}

/** What the inks and rings on the map stand for. */
export function Legend({ colouring, hasRatings, hasPlace }: Props) {
  const { inks, legend, isScale } = colouring;
  return (
    <ul className={styles.legend} aria-label="Legend">
      {isScale ? (
        <li>
          {legend[0]}
          <span
            className={styles.scale}
            style={{ background: `linear-gradient(to right, ${inks.join()})` }}
          />
          {legend[1]}
        </li>
      ) : (
        legend.map((name, place) => (
          <li key={name}>
            <span className={styles.dot} style={{ background: inks[place] }} />
            {name}
          </li>
        ))
      )}
      {hasRatings && (
        <li>
          <span className={`${styles.dot} ${styles.own}`} />
          Your ratings
        </li>
      )}
      {hasPlace && (
        <li>
          <span className={`${styles.dot} ${styles.you}`} />
          You: the middle of your list
        </li>
      )}
      <li>Larger dots have more ratings</li>
    </ul>
  );
}
