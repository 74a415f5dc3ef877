import styles from "./Header.module.css";
import { JobStore } from "./JobStore.ts";
import { Logo } from "./Logo.tsx";
import { NewsStore } from "./NewsStore.ts";
import type { Place } from "./places.ts";
import { statusOf } from "./statusOf.ts";
import { useSelected } from "./stores.tsx";
import { WorkspaceStore } from "./WorkspaceStore.ts";

/** Name, places and status. On a phone the places are at the foot of the screen. */
export function Header({ places, place: current }: { places: readonly Place[]; place: Place }) {
  return (
    <header className={styles.header}>
      <a className={styles.name} href={places[0].address}>
        <Logo />
        Matinee
      </a>
      <nav className={styles.places} aria-label="Main">
        {places
          .filter(({ isHidden }) => !isHidden)
          .map(({ name, address }) => (
            <a key={address} href={address} aria-current={address === current.address ? "page" : undefined}>
              {name}
            </a>
          ))}
      </nav>
      <StatusLine />
    </header>
  );
}

function StatusLine() {
  const dataset = useSelected(WorkspaceStore, (state) => state.dataset);
  const model = useSelected(WorkspaceStore, (state) => state.model);
  const isReading = useSelected(WorkspaceStore, (state) => state.reading !== null);
  const job = useSelected(JobStore, (state) => state.job);
  const news = useSelected(NewsStore, (state) => state.text);
  const { mood, text } = statusOf({ dataset, model, isReading, job, news });
  return (
    <p className={styles.status} role="status" data-mood={mood}>
      <span className={styles.text}>{text}</span>
    </p>
  );
}
