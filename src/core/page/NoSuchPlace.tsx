import styles from "./NoSuchPlace.module.css";
import type { Place } from "./places.ts";

/** What an address that leads nowhere shows: the places that exist. */
export function NoSuchPlace({ places }: { places: readonly Place[] }) {
  return (
    <>
      <h1>No such page</h1>
      <p className="lede">
        There is nothing at this address. Go to{" "}
        {places
          .filter(({ isHidden }) => !isHidden)
          .map(({ name, address }, at, all) => (
            <span key={address}>
              {at > 0 && (at === all.length - 1 ? " or " : ", ")}
              <a className={styles.link} href={address}>
                {name}
              </a>
            </span>
          ))}
        .
      </p>
    </>
  );
}
