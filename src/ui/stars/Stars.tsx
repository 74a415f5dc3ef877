import { type CSSProperties, type KeyboardEvent, memo, type PointerEvent, useRef, useState } from "react";
import type { Film } from "../../core/api/Film.ts";
import styles from "./Stars.module.css";
import { useGroupName } from "./useGroupName.ts";

const RATINGS = [0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5];
const STEPS: Record<string, number> = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 };
/** Pixels that a finger moves before it counts as sliding. */
const SLIDE = 8;
/** Milliseconds after which a second press is no part of a double click. */
const APART = 500;

interface Props {
  film: Film;
  /** Null where the film is not rated. */
  stars: number | null;
  onRate: (film: Film, stars: number) => void;
  /** With room for a finger on every half star; elsewhere that depends on how wide the column is. */
  roomy?: boolean;
  /** False within something that is a stop of the Tab key itself; up and down are then left to that. */
  isTabStop?: boolean;
}

/**
 * Rates a film by one click, by sliding a finger, or by one key from 1 to 5. Where a column is too narrow for halves,
 * a second press on the star that is given takes half of it away. What is tried out is drawn as an outline.
 */
export const Stars = memo(function Stars({ film, stars, onRate, roomy = false, isTabStop = true }: Props) {
  const name = useGroupName();
  const [tried, tryOut] = useState<number | null>(null);
  const slide = useRef({ from: 0, isSliding: false });
  const ratedAt = useRef(0);

  function answerKey(event: KeyboardEvent<HTMLElement>): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (!isTabStop && /^Arrow(Up|Down)$/.test(event.key)) return;
    const focused = ratingOf(event.target);
    if (/^[1-5]$/.test(event.key)) onRate(film, Number(event.key));
    else if (event.key === "Enter") onRate(film, focused);
    else if (event.key in STEPS) moveFocus(event.currentTarget, focused, STEPS[event.key]);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  function move(event: PointerEvent<HTMLElement>): void {
    const { pointerType, clientX, currentTarget } = event;
    if (pointerType === "mouse") tryOut(ratingAt(currentTarget, clientX));
    else if (slide.current.isSliding || Math.abs(clientX - slide.current.from) > SLIDE) {
      slide.current.isSliding = true;
      tryOut(ratingAt(currentTarget, clientX));
    }
  }

  return (
    <div
      className={roomy ? `${styles.stars} ${styles.roomy}` : styles.stars}
      style={{ "--shown": stars ?? 0, "--tried": tried ?? 0 } as CSSProperties}
      data-trying={tried !== null || undefined}
      data-stop
      role="radiogroup"
      aria-label={`Rate ${film.title}`}
      onKeyDown={answerKey}
      onFocus={({ target }) => target.matches(":focus-visible") && tryOut(ratingOf(target))}
      onBlur={() => tryOut(null)}
      onPointerDown={({ clientX }) => {
        slide.current = { from: clientX, isSliding: false };
      }}
      // Moves, not entering: a film that slides under a pointer at rest shows nothing.
      onPointerMove={move}
      onPointerUp={({ clientX, currentTarget }) => {
        if (!slide.current.isSliding) return;
        onRate(film, ratingAt(currentTarget, clientX));
        tryOut(null);
      }}
      onPointerLeave={() => tryOut(null)}
      onPointerCancel={() => tryOut(null)}
    >
      {RATINGS.map((rating) => (
        <input
          key={rating}
          className={styles.half}
          type="radio"
          tabIndex={isTabStop ? undefined : -1}
          name={name}
          value={rating}
          aria-label={`${rating} ${rating === 1 ? "star" : "stars"}`}
          checked={rating === stars}
          onChange={({ timeStamp }) => {
            ratedAt.current = timeStamp;
            // The click that may follow a slide says nothing new.
            if (!slide.current.isSliding) onRate(film, rating);
          }}
          onClick={({ currentTarget, detail, timeStamp }) => {
            const isAgain = detail === 1 && timeStamp - ratedAt.current > APART;
            if (rating === stars && isAgain && !hasHalves(currentTarget)) onRate(film, rating - 0.5);
          }}
        />
      ))}
    </div>
  );
});

/** Whether the left half of a star can be pressed by itself. */
function hasHalves(radio: HTMLElement): boolean {
  const half = radio.previousElementSibling;
  return half === null || getComputedStyle(half).pointerEvents !== "none";
}

function ratingOf(radio: EventTarget): number {
  return Number((radio as HTMLInputElement).value);
}

function ratingAt(group: HTMLElement, clientX: number): number {
  const { left, width } = group.getBoundingClientRect();
  const place = Math.ceil(((clientX - left) / width) * RATINGS.length);
  return RATINGS[Math.min(Math.max(place, 1), RATINGS.length) - 1];
}

/** Arrows only look for the right rating: rating at each step would say what is not meant. */
function moveFocus(group: HTMLElement, focused: number, step: number): void {
  const radios = group.querySelectorAll("input");
  radios[Math.min(Math.max(RATINGS.indexOf(focused) + step, 0), RATINGS.length - 1)].focus();
}
