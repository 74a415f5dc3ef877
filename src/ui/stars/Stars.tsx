import {
  type CSSProperties,
  type FormEvent,
  type KeyboardEvent,
  memo,
  type PointerEvent,
  type RefObject,
  useEffect,
  useRef,
  useState,
} from "react";
import type { Film } from "../../core/api/Film.ts";
import { starCount } from "../words.ts";
import styles from "./Stars.module.css";
import { useGroupName } from "./useGroupName.ts";

const RATINGS = [0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5];
const STEPS: Record<string, number> = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 };
/** Pixels that a finger moves before it counts as sliding. */
const SLIDE = 8;

interface Props {
  film: Film;
  /** Null if the film is not rated. */
  stars: number | null;
  onRate: (film: Film, stars: number) => void;
  /** With room for a finger on every half star; elsewhere that depends on how wide the column is. */
  roomy?: boolean;
  /** False within something that is a stop of the Tab key itself; up and down are then left to that. */
  isTabStop?: boolean;
}

/**
 * Rates a film by one click, by sliding a finger, or by one key from 1 to 5. Where a column is too narrow for a finger
 * on each half, a tap gives the whole star and the stars grow: the next tap can be more exact. What is tried out is drawn
 * as an outline.
 */
export const Stars = memo(function Stars({ film, stars, onRate, roomy = false, isTabStop = true }: Props) {
  const name = useGroupName();
  const [trial, setTrial] = useState<{ filmId: string; stars: number } | null>(null);
  const [tapped, setTapped] = useState<string | null>(null);
  const press = useRef({ filmId: "", from: 0, isSliding: false, isTouch: false });
  // What was tried out or pressed while another film stood here says nothing about this one.
  const tried = trial?.filmId === film.id ? trial.stars : null;
  const tryOut = (given: number) => setTrial({ filmId: film.id, stars: given });
  const stopTrying = () => setTrial(null);
  const isPressed = () => press.current.filmId === film.id;
  /** Keys press nothing: their clicks have no count. */
  const isMeant = (clicks: number) => clicks === 0 || isPressed();
  const isGrown = tapped === film.id && stars !== null && !roomy;
  const group = useRef<HTMLDivElement>(null);
  useTapOutside(group, isGrown, setTapped);

  function rate(given: number): void {
    if (press.current.isTouch) setTapped(film.id);
    onRate(film, given);
  }

  function choose({ target, nativeEvent }: FormEvent<HTMLElement>): void {
    // The click that may follow a slide says nothing new.
    if (!press.current.isSliding && isMeant((nativeEvent as UIEvent).detail)) rate(ratingOf(target));
  }

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
    else if (isPressed() && (press.current.isSliding || Math.abs(clientX - press.current.from) > SLIDE)) {
      press.current.isSliding = true;
      tryOut(ratingAt(currentTarget, clientX));
    }
  }

  return (
    <div
      className={roomy ? `${styles.stars} ${styles.roomy}` : styles.stars}
      style={{ "--shown": stars ?? 0, "--tried": tried ?? 0 } as CSSProperties}
      data-trying={tried !== null || undefined}
      data-grown={isGrown || undefined}
      data-stop
      ref={group}
      role="radiogroup"
      aria-label={`Rate ${film.title}`}
      onChange={choose}
      onKeyDown={answerKey}
      onFocus={({ target }) => target.matches(":focus-visible") && tryOut(ratingOf(target))}
      onBlur={stopTrying}
      onPointerDown={({ clientX, pointerType }) => {
        const isTouch = pointerType === "touch";
        press.current = { filmId: film.id, from: clientX, isSliding: false, isTouch };
      }}
      // Moves, not entering: a film that slides under a pointer at rest shows nothing.
      onPointerMove={move}
      onPointerUp={({ clientX, currentTarget }) => {
        if (!press.current.isSliding || !isPressed()) return;
        rate(ratingAt(currentTarget, clientX));
        stopTrying();
      }}
      onPointerLeave={stopTrying}
      onPointerCancel={stopTrying}
    >
      <Halves name={name} stars={stars} isTabStop={isTabStop} />
    </div>
  );
});

interface HalvesProps {
  name: string;
  stars: number | null;
  isTabStop: boolean;
}

/** The radio buttons. They say nothing of the film: where another one takes its place, all ten stay as they are. */
const Halves = memo(function Halves({ name, stars, isTabStop }: HalvesProps) {
  return RATINGS.map((rating) => (
    <input
      key={rating}
      className={styles.half}
      type="radio"
      tabIndex={isTabStop ? undefined : -1}
      name={name}
      value={rating}
      aria-label={starCount(rating)}
      checked={rating === stars}
      onChange={leaveToGroup}
    />
  ));
});

/** The group listens for all of them. */
function leaveToGroup(): void {}

/** Calls back, with null, when something else is pressed; as long as `isWatching`. */
function useTapOutside(
  element: RefObject<HTMLElement | null>,
  isWatching: boolean,
  act: (nothing: null) => void,
): void {
  useEffect(() => {
    if (!isWatching) return;
    const press = ({ target }: Event) => {
      if (!element.current?.contains(target as Node)) act(null);
    };
    window.addEventListener("pointerdown", press);
    return () => window.removeEventListener("pointerdown", press);
  }, [element, isWatching, act]);
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
