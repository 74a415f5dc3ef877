import { lazy, Suspense, useEffect, useRef } from "react";
import styles from "./App.module.css";
import { Brought } from "./brought/Brought.tsx";
import { ForYou } from "./forYou/ForYou.tsx";
import { Confirm } from "./opening/Confirm.tsx";
import { Alerts } from "./shell/Alerts.tsx";
import { DropTarget } from "./shell/DropTarget.tsx";
import { Header } from "./shell/Header.tsx";
import { NewVersion } from "./shell/NewVersion.tsx";
import { type Place, usePlace } from "./shell/places.ts";
import { ViewBoundary } from "./shell/ViewBoundary.tsx";

// The first page is wanted first; the others, with their plots, come when somebody goes there.
const Training = lazy(() =>
  import("./training/Training.tsx").then(({ Training }) => ({ default: Training })),
);
const NewUsers = lazy(() =>
  import("./newUsers/NewUsers.tsx").then(({ NewUsers }) => ({ default: NewUsers })),
);
const Data = lazy(() => import("./data/Data.tsx").then(({ Data }) => ({ default: Data })));

const VIEWS: Record<Place["view"], React.ComponentType> = {
  forYou: ForYou,
  training: Training,
  newUsers: NewUsers,
  data: Data,
};

/** The page: where one can go, what needs reading, and the place one is in. */
export function App() {
  const place = usePlace();
  const main = useRef<HTMLElement>(null);
  const View = VIEWS[place.view];
  useArrival(place, main);
  return (
    <>
      <Header place={place} />
      <NewVersion />
      <main className={styles.main} ref={main} tabIndex={-1}>
        <Alerts />
        <ViewBoundary key={place.view}>
          <Suspense fallback={<p>Opening {place.name} …</p>}>
            <View />
          </Suspense>
        </ViewBoundary>
      </main>
      <Confirm />
      <Brought />
      <DropTarget />
    </>
  );
}

/** Going to a place starts at its top, for the eyes and for the keyboard. */
function useArrival(place: Place, main: React.RefObject<HTMLElement | null>): void {
  const before = useRef(place);
  useEffect(() => {
    document.title = `${place.name} · Matinee`;
    if (before.current === place) return;
    before.current = place;
    window.scrollTo(0, 0);
    main.current?.focus({ preventScroll: true });
  }, [place, main]);
}
