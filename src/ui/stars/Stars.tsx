import { type CSSProperties, type KeyboardEvent, memo, useId, useState } from "react";
import type { Film } from "../../core/api/Film.ts";
import styles from "./Stars.module.css";

const RATINGS = [0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5];
const STEPS: Record<string, number> = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 };

interface Props {
  film: Film;
  /** Null where the film is not rated. */
  stars: number | null;
  onRate: (film: Film, stars: number) => void;
  /** With room for a finger on every half star; elsewhere a finger gives whole stars. */
  roomy?: boolean;
}

/** Rates a film by one click, or by one key from 1 to 5. */
export const Stars = memo(function Stars({ film, stars, onRate, roomy = false }: Props) {
  const name = useId();
  const [tried, tryOut] = useState<number | null>(null);

  function answerKey(event: KeyboardEvent<HTMLElement>): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const focused = ratingOf(event.target);
    if (/^[1-5]$/.test(event.key)) onRate(film, Number(event.key));
    else if (event.key === "Enter") onRate(film, focused);
    else if (stars === null && event.key in STEPS) moveFocus(event.currentTarget, focused, STEPS[event.key]);
    else return;
    event.preventDefault();
  }

  return (
    <div
      className={roomy ? `${styles.stars} ${styles.roomy}` : styles.stars}
      style={{ "--shown": tried ?? stars ?? 0 } as CSSProperties}
      role="radiogroup"
      aria-label={`Rate ${film.title}`}
      onKeyDown={answerKey}
      onFocus={({ target }) => target.matches(":focus-visible") && tryOut(ratingOf(target))}
      onBlur={() => tryOut(null)}
      onPointerOver={({ pointerType, target, currentTarget }) => {
        if (pointerType === "mouse" && target !== currentTarget) tryOut(ratingOf(target));
      }}
      onPointerLeave={() => tryOut(null)}
    >
      {RATINGS.map((rating) => (
        <input
          key={rating}
          className={styles.half}
          type="radio"
          name={name}
          value={rating}
          aria-label={`${rating} ${rating === 1 ? "star" : "stars"}`}
          checked={rating === stars}
          onChange={() => onRate(film, rating)}
        />
      ))}
    </div>
  );
});

function ratingOf(radio: EventTarget): number {
  return Number((radio as HTMLInputElement).value);
}

/**
 * On a film that is not rated yet, arrows only look for the right rating: the first step would
 * otherwise rate it with half a star, and take it out of the list it stands in.
 */
function moveFocus(group: HTMLElement, focused: number, step: number): void {
  const radios = group.querySelectorAll("input");
  radios[Math.min(Math.max(RATINGS.indexOf(focused) + step, 0), RATINGS.length - 1)].focus();
}
