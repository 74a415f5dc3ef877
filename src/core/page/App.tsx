import { type ComponentType, Suspense, useRef } from "react";
import { Alerts } from "./Alerts.tsx";
import styles from "./App.module.css";
import { Header } from "./Header.tsx";
import { NewVersion } from "./NewVersion.tsx";
import { NoSuchPlace } from "./NoSuchPlace.tsx";
import { DropTarget } from "./opening/DropTarget.tsx";
import { QuestionDialog } from "./opening/QuestionDialog.tsx";
import { NOWHERE, type Place, usePlace } from "./places.ts";
import { useSelected } from "./stores.tsx";
import { useArrival } from "./useArrival.ts";
import { ViewBoundary } from "./ViewBoundary.tsx";
import { WithoutRatings } from "./WithoutRatings.tsx";
import { WorkspaceStore } from "./WorkspaceStore.ts";

interface Props {
  places: readonly Place[];
  /** What may open in every place. */
  dialogs: readonly ComponentType[];
}

/** The page: where one can go, what needs reading, and the current place. */
export function App({ places, dialogs }: Props) {
  const place = usePlace(places);
  const isPublished = useSelected(WorkspaceStore, ({ dataset }) => dataset?.source === "published");
  const isEmpty = isPublished && place.whyRatings !== undefined;
  const main = useRef<HTMLElement>(null);
  useArrival(place, main);
  return (
    <>
      <button type="button" className="skip" onClick={() => main.current?.focus()}>
        Skip to the content
      </button>
      <Header places={places} place={place} />
      <NewVersion />
      <main className={styles.main} ref={main} tabIndex={-1}>
        <Alerts />
        <ViewBoundary key={place.address}>
          <Suspense fallback={<p>Loading…</p>}>
            {place === NOWHERE ? (
              <NoSuchPlace places={places} />
            ) : isEmpty ? (
              <WithoutRatings place={place} />
            ) : (
              <place.View />
            )}
          </Suspense>
        </ViewBoundary>
      </main>
      {dialogs.map((Dialog, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
        <Dialog key={at} />
      ))}
      <QuestionDialog />
      <DropTarget />
    </>
  );
}
