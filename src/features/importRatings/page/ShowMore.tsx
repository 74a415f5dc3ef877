import { type ReactNode, useState } from "react";
import { count } from "../../../ui/words.ts";

interface Props<T> {
  /** Names the list. */
  name: string;
  className?: string | undefined;
  items: readonly T[];
  children: (item: T, place: number) => ReactNode;
}

const AT_A_TIME = 30;

/** A long list, shown in portions: all of it at once would block the page. */
export function ShowMore<T>({ name, className, items, children }: Props<T>) {
  const [shown, setShown] = useState(AT_A_TIME);
  const rest = items.length - shown;
  return (
    <>
      <ul className={className} aria-label={name}>
        {items.slice(0, shown).map(children)}
      </ul>
      {rest > 0 && (
        <button type="button" onClick={() => setShown(shown + AT_A_TIME)}>
          Show {count(Math.min(rest, AT_A_TIME))} more ({count(rest)} left)
        </button>
      )}
    </>
  );
}
