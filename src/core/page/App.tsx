import { lazy, Suspense, useEffect, useRef } from "react";
import { DropTarget } from "../../features/data/page/DropTarget.tsx";
import { Confirm } from "../../features/data/page/opening/Confirm.tsx";
import { ForYou } from "../../features/forYou/page/ForYou.tsx";
import { Brought } from "../../features/ownRatings/page/import/Brought.tsx";
import { Alerts } from "./Alerts.tsx";
import styles from "./App.module.css";
import { Header } from "./Header.tsx";
import { NewVersion } from "./NewVersion.tsx";
import { type Place, usePlace } from "./places.ts";
import { ViewBoundary } from "./ViewBoundary.tsx";

// The first page is wanted first; the others, with their plots, come when somebody goes there.
const Training = lazy(() =>
  import("../../features/training/page/Training.tsx").then(({ Training }) => ({ default: Training })),
);
const NewUsers = lazy(() =>
  import("../../features/newUsers/page/NewUsers.tsx").then(({ NewUsers }) => ({ default: NewUsers })),
);
const Data = lazy(() => import("../../features/data/page/Data.tsx").then(({ Data }) => ({ default: Data })));

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
