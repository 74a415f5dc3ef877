import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import styles from "./Menu.module.css";

interface MenuItem {
  label: string;
  run: () => void;
}

interface Props {
  /** Of the button that opens it. */
  label: string;
  items: readonly MenuItem[];
  tabIndex?: number;
}

const DOTS = (
  <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" fill="currentColor">
    <circle cx="4" cy="10" r="1.8" />
    <circle cx="10" cy="10" r="1.8" />
    <circle cx="16" cy="10" r="1.8" />
  </svg>
);

/** A button with three dots, and the menu that it opens. */
export function Menu({ label, items, tabIndex = 0 }: Props) {
  // By its label: a button that comes to stand for something else is closed.
  const [opened, open] = useState<string | null>(null);
  const isOpen = opened === label;
  const holder = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    if (!isOpen) return;
    list.current?.querySelector("button")?.focus();
    const outside = (event: PointerEvent) => {
      if (!holder.current?.contains(event.target as Node)) open(null);
    };
    window.addEventListener("pointerdown", outside);
    return () => window.removeEventListener("pointerdown", outside);
  }, [isOpen]);

  function close(): void {
    open(null);
    button.current?.focus();
  }

  function walk(event: KeyboardEvent): void {
    const entries = [...(list.current?.querySelectorAll("button") ?? [])];
    const here = entries.indexOf(document.activeElement as HTMLButtonElement);
    const to = (place: number) => entries[(place + entries.length) % entries.length]?.focus();
    if (event.key === "ArrowDown") to(here + 1);
    else if (event.key === "ArrowUp") to(here - 1);
    else if (event.key === "Home") to(0);
    else if (event.key === "End") to(-1);
    else if (event.key === "Escape" || event.key === "Tab") close();
    else {
      // Enter and Space press the button; a letter is nobody else's while the menu is open.
      event.stopPropagation();
      return;
    }
    if (event.key !== "Tab") event.preventDefault();
    event.stopPropagation();
  }

  return (
    <div ref={holder} className={styles.holder}>
      <button
        ref={button}
        type="button"
        tabIndex={tabIndex}
        data-stop
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={() => open(isOpen ? null : label)}
      >
        {DOTS}
      </button>
      {isOpen && (
        <div ref={list} className={styles.menu} role="menu" aria-label={label} tabIndex={-1} onKeyDown={walk}>
          {items.map((item) => (
            <button
              key={item.label}
              type="button"
              role="menuitem"
              tabIndex={-1}
              onClick={() => {
                close();
                item.run();
              }}
            >
              {item.label}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
