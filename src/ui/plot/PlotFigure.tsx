import { type ReactNode, useEffect, useId, useRef } from "react";
import type uPlot from "uplot";
import { drawIn } from "./drawIn.ts";
import type { Inks } from "./inks.ts";
import styles from "./PlotFigure.module.css";

interface Props<Shown> {
  title: string;
  /** What the vertical axis counts. */
  unit: string;
  /** What the horizontal axis counts. */
  axis: string;
  /** What is drawn now. */
  shown: Shown;
  /** Neither of these changes while the figure stands. */
  columns: (shown: Shown) => uPlot.AlignedData;
  /** @param readOut says what is under the pointer */
  options: (
    size: { width: number; height: number },
    shown: () => Shown,
    inks: () => Inks,
    readOut: (words: string) => void,
  ) => uPlot.Options;
  /** What it shows in words, unless a table beside it does. */
  children?: ReactNode;
}

const HEIGHT = 240;

/** A plot that is drawn again as what it shows changes. */
export function PlotFigure<Shown>({ title, unit, axis, shown, columns, options, children }: Props<Shown>) {
  const heading = useId();
  const ground = useRef<HTMLDivElement>(null);
  const readout = useRef<HTMLSpanElement>(null);
  const plot = useRef<uPlot>(null);
  const latest = useRef(shown);

  useEffect(() => {
    let end = () => {};
    // Each plot in a task of its own: several at once would hold the page up.
    const start = setTimeout(() => {
      if (ground.current === null) return;
      const readOut = (words: string) => {
        if (readout.current !== null) readout.current.textContent = words;
      };
      const drawn = drawIn(
        ground.current,
        HEIGHT,
        (size, inks) => options(size, () => latest.current, inks, readOut),
        columns(latest.current),
      );
      plot.current = drawn.plot;
      end = drawn.end;
    });
    return () => {
      clearTimeout(start);
      end();
      plot.current = null;
    };
  }, [columns, options]);

  useEffect(() => {
    latest.current = shown;
    plot.current?.setData(columns(shown));
  }, [shown, columns]);

  return (
    <figure className={styles.figure} aria-labelledby={heading}>
      <p className={styles.head}>
        <b id={heading}>{title}</b>
        <span className={styles.readout} ref={readout} aria-hidden="true" />
      </p>
      <p className={styles.unit}>{unit}</p>
      <div className={styles.ground} ref={ground} aria-hidden="true" />
      <p className={`${styles.unit} ${styles.axis}`}>{axis}</p>
      {children !== undefined && <figcaption>{children}</figcaption>}
    </figure>
  );
}
