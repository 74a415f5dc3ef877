import { useEffect } from "react";
import { LIKED_FROM } from "../../../../core/api/Film.ts";
import { RatingsStore } from "../../../../core/page/ratings/RatingsStore.ts";
import { useSelected, useStore } from "../../../../core/page/stores.tsx";
import { useNouns } from "../../../../core/page/useWorkspace.ts";
import { WorkspaceStore } from "../../../../core/page/WorkspaceStore.ts";
import { Poster } from "../../../../ui/poster/Poster.tsx";
import { countOf, ordinal } from "../../../../ui/words.ts";
import type { TogetherFilm, TogetherWay } from "../../api.ts";
import { Compared } from "./Compared.tsx";
import { Theirs } from "./Theirs.tsx";
import styles from "./Together.module.css";
import { TogetherStore } from "./TogetherStore.ts";

const WAYS: Record<TogetherWay, string> = {
  average: "What both would like on average",
  rankFusion: "What ranks high on both lists",
  leastMisery: "What neither would mind",
  mostPleasure: "What one of you would love",
};

/** "Tonight with somebody": a second person's ratings beside one's own, and a list for both. */
export function Together() {
  const { theirs, isByLink, isFor, films, comparison, missing } = useSelected(
    TogetherStore,
    (state) => state,
  );
  const hasOwn = useSelected(RatingsStore, ({ list }) => list.length > 0);
  const hasModel = useSelected(WorkspaceStore, ({ model }) => model !== null);
  const { show } = useStore(TogetherStore);
  const nouns = useNouns();
  useEffect(() => {
    show(true);
    return () => show(false);
  }, [show]);
  const isForThem = isFor === "them" || !hasOwn;
  return (
    <div className={styles.place}>
      <div className={styles.head}>
        <h1>{isByLink && isFor === "them" ? likedBy(theirs) : "Tonight with somebody"}</h1>
        <p className="lede">
          {isByLink && isFor === "them"
            ? "Somebody shared this list with you. Looking at it doesn’t change yours."
            : `What both of you would like. Their ratings are kept apart from yours${isByLink ? " and are not saved" : ", on this device, until you remove them"}.`}
        </p>
        {missing > 0 && (
          <p className={styles.note}>{countOf(missing, nouns)} of theirs could not be found in this data.</p>
        )}
      </div>
      <Theirs />
      <div className={styles.list}>
        {theirs.length > 0 && <Controls hasOwn={hasOwn} />}
        {comparison !== null && <Compared comparison={comparison} />}
        {theirs.length > 0 && films === null && !hasModel && (
          <p>The model isn’t trained yet. The list appears once it is.</p>
        )}
        {films !== null && (
          <ul className={styles.posters} aria-label={isForThem ? "Their recommendations" : "For both of you"}>
            {films.map((film) => (
              <FilmForTwo key={film.id} film={film} />
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}

function Controls({ hasOwn }: { hasOwn: boolean }) {
  const isFor = useSelected(TogetherStore, (state) => state.isFor);
  const way = useSelected(TogetherStore, (state) => state.way);
  const { setFor, setWay } = useStore(TogetherStore);
  if (!hasOwn)
    return <p className={styles.note}>Rate something yourself, and this becomes a list for both.</p>;
  return (
    <div className={styles.controls}>
      <button
        type="button"
        className={isFor === "both" ? "primary" : ""}
        aria-pressed={isFor === "both"}
        onClick={() => setFor("both")}
      >
        For both of us
      </button>
      <button
        type="button"
        className={isFor === "them" ? "primary" : ""}
        aria-pressed={isFor === "them"}
        onClick={() => setFor("them")}
      >
        Only theirs
      </button>
      {isFor === "both" && (
        <label className={styles.way}>
          Order by
          <select value={way} onChange={({ currentTarget }) => setWay(currentTarget.value as TogetherWay)}>
            {(Object.keys(WAYS) as TogetherWay[]).map((name) => (
              <option key={name} value={name}>
                {WAYS[name]}
              </option>
            ))}
          </select>
        </label>
      )}
    </div>
  );
}

function FilmForTwo({ film }: { film: TogetherFilm }) {
  const whom = film.places.length === 2 ? ["you", "them"] : ["them"];
  return (
    <li>
      <a href={`#/film/${encodeURIComponent(film.id)}`}>
        <Poster film={film} liesOnPhone />
      </a>
      <p className={styles.opinions}>
        {whom.map((one, place) => (
          <span key={one}>
            <b>{ordinal(film.places[place])}</b> for {one}
          </span>
        ))}
      </p>
    </li>
  );
}

function likedBy(theirs: readonly { film: { title: string }; stars: number }[]): string {
  const liked = theirs
    .filter(({ stars }) => stars >= LIKED_FROM)
    .toSorted((one, other) => other.stars - one.stars);
  const titles = liked.slice(0, 3).map(({ film }) => film.title);
  if (titles.length === 0) return "Somebody’s list";
  const last = titles.pop();
  return `The list of somebody who liked ${titles.length === 0 ? last : `${titles.join(", ")} and ${last}`}`;
}
