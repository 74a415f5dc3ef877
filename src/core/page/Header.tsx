import styles from "./Header.module.css";
import { Logo } from "./Logo.tsx";
import { PLACES, type Place } from "./places.ts";
import { useSession } from "./session/SessionProvider.tsx";
import { statusOf } from "./statusOf.ts";

/** Name, places and news. On a phone the places stand at the foot of the screen. */
export function Header({ place }: { place: Place }) {
  const { mood, text } = statusOf(useSession());
  return (
    <header className={styles.header}>
      <a className={styles.name} href="#/">
        <Logo />
        Matinee
      </a>
      <nav className={styles.places} aria-label="Main">
        {PLACES.map(({ view, name, address }) => (
          <a key={view} href={address} aria-current={view === place.view ? "page" : undefined}>
            {name}
          </a>
        ))}
      </nav>
      <p className={styles.status} role="status" data-mood={mood}>
        {text}
      </p>
    </header>
  );
}
