import { useState } from "react";
import { useSelected, useStore } from "../../../../core/page/stores.tsx";
import { useMedia } from "../../../../core/page/useMedia.ts";
import { useDataset, useNouns } from "../../../../core/page/useWorkspace.ts";
import { count, countOf } from "../../../../ui/words.ts";
import type { Facets, ListFigures, Sorting, Steering } from "../../api.ts";
import { FIRST_FILMS, SORTED } from "../../firstFilms.ts";
import folds from "../Fold.module.css";
import { ForYouStore } from "../ForYouStore.ts";
import { Narrowing } from "./Narrowing.tsx";
import styles from "./SteeringPanel.module.css";
import { isNeutral, type SliderName, SORTINGS } from "./steering.ts";

interface SliderWords {
  name: SliderName;
  label: string;
  low: string;
  high: string;
  least: -1 | 0;
  figure: (figures: ListFigures) => string;
}

const SLIDERS: readonly SliderWords[] = [
  {
    name: "popularity",
    label: "Popularity",
    low: "Rare",
    high: "Popular",
    least: -1,
    figure: ({ ratings }) => `about ${count(ratings, "rating")} each`,
  },
  {
    name: "variety",
    label: "Variety",
    low: "Alike",
    high: "Varied",
    least: 0,
    figure: ({ likeness }) =>
      likeness === null ? "no two to compare" : `any two about ${percent(likeness)} alike`,
  },
  {
    name: "familiarity",
    label: "Familiarity",
    low: "Adventurous",
    high: "Familiar",
    least: -1,
    figure: ({ nearness }) =>
      nearness === null ? "once you like something" : `${percent(nearness)} like your likes`,
  },
];

/** How the list is steered, each control with its effect in figures, and one way back. */
export function SteeringPanel() {
  const steering = useSelected(ForYouStore, (state) => state.steering);
  const figures = useSelected(ForYouStore, (state) => state.figures);
  const facets = useSelected(ForYouStore, (state) => state.facets);
  const dataset = useDataset();
  const { steer } = useStore(ForYouStore);
  const nouns = useNouns();
  const isNarrow = useMedia("(max-width: 1000px)");
  const [isOpen, setOpen] = useState(false);
  if (dataset === null) return null;
  return (
    <>
      {isNarrow && (
        <button
          type="button"
          className={`${folds.fold} ${styles.fold}`}
          disabled={facets === null}
          aria-expanded={isOpen}
          aria-controls="steering"
          onClick={() => setOpen(!isOpen)}
        >
          Steer the list
        </button>
      )}
      <section
        id="steering"
        className={styles.panel}
        hidden={isNarrow && !isOpen}
        aria-label="Steer the list"
      >
        <div className={styles.sliders}>
          {SLIDERS.map((slider) => (
            <Slider key={slider.name} words={slider} steering={steering} figures={figures} onSteer={steer} />
          ))}
        </div>
        <Narrowing facets={facets} steering={steering} onSteer={steer} />
        <label className={styles.sorting}>
          Sort{" "}
          <select
            value={steering.sorting}
            onChange={({ currentTarget }) => steer({ ...steering, sorting: currentTarget.value as Sorting })}
          >
            {sortingsFor(facets, dataset.hasTitles).map((sorting) => (
              <option key={sorting} value={sorting}>
                {SORTING_WORDS[sorting]}
              </option>
            ))}
          </select>
        </label>
        <div className={styles.corner}>
          {figures !== null && figures.pushedOut > 0 && (
            <p>
              Your dislikes keep {countOf(figures.pushedOut, nouns)} out of the first {FIRST_FILMS}
            </p>
          )}
          <button type="button" disabled={isNeutral(steering)} onClick={() => steer(null)}>
            Reset
          </button>
        </div>
      </section>
    </>
  );
}

const SORTING_WORDS: Record<Sorting, string> = {
  best: "Best first",
  newest: `Newest of the best ${SORTED}`,
  oldest: `Oldest of the best ${SORTED}`,
  popular: `Most rated of the best ${SORTED}`,
  title: `The best ${SORTED} by title`,
};

/** Those that the data has something to sort by for. */
function sortingsFor(facets: Facets | null, hasTitles: boolean): Sorting[] {
  const hasYears = facets === null || facets.decades.length > 0;
  return SORTINGS.filter(
    (sorting) =>
      (hasYears || (sorting !== "newest" && sorting !== "oldest")) && (hasTitles || sorting !== "title"),
  );
}

interface SliderProps {
  words: SliderWords;
  steering: Steering;
  figures: ListFigures | null;
  onSteer: (steering: Steering) => void;
}

function Slider({ words, steering, figures, onSteer }: SliderProps) {
  const { name, label, low, high, least, figure } = words;
  const value = Math.round(steering[name] * 100);
  const effect = figures === null ? "\u00a0" : figure(figures);
  return (
    <div className={styles.slider}>
      <input
        type="range"
        aria-label={label}
        aria-valuetext={`${value}. ${effect}`}
        min={least * 100}
        max={100}
        step={5}
        value={value}
        onChange={({ currentTarget }) => onSteer({ ...steering, [name]: Number(currentTarget.value) / 100 })}
      />
      <p aria-hidden="true">
        <span>{low}</span>
        <span className={styles.effect}>{effect}</span>
        <span>{high}</span>
      </p>
    </div>
  );
}

/** What is less than nothing alike is not alike. */
const percent = (share: number) => `${Math.round(Math.max(0, share) * 100)}%`;
