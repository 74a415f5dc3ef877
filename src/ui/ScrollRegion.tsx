import type { ReactNode } from "react";
import styles from "./ScrollRegion.module.css";

interface Props {
  /** What assistive technology calls it. */
  label: string;
  className: string;
  children: ReactNode;
}

/** What is larger than its place, and scrolls there by touch, wheel and arrow keys. */
export function ScrollRegion({ label, className, children }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className={`${styles.scroll} ${className}`} tabIndex={0} aria-label={label}>
      {children}
    </section>
  );
}
