import { type ReactNode, useEffect, useRef } from "react";
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
  options: (size: { width: number; height: number }, shown: () => Shown, inks: () => Inks) => uPlot.Options;
  /** What it shows in words, unless a table beside it does. */
  children?: ReactNode;
}

const HEIGHT = 260;

/** A plot that is drawn again as what it shows changes. */
export function PlotFigure<Shown>({ title, unit, axis, shown, columns, options, children }: Props<Shown>) {
  const ground = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot>(null);
  const latest = useRef(shown);

  useEffect(() => {
    const element = ground.current;
    if (element === null) return;
    const drawn = drawIn(
      element,
      HEIGHT,
      (size, inks) => options(size, () => latest.current, inks),
      columns(latest.current),
    );
    plot.current = drawn.plot;
    return () => {
      drawn.end();
      plot.current = null;
    };
  }, [columns, options]);

  useEffect(() => {
    latest.current = shown;
    plot.current?.setData(columns(shown));
  }, [shown, columns]);

  return (
    <figure className={styles.figure} aria-label={title}>
      <p className={styles.head}>{title}</p>
      <p className={styles.unit}>{unit}</p>
      <div className={styles.ground} ref={ground} aria-hidden="true" />
      <p className={styles.unit}>{axis}</p>
      {children !== undefined && <figcaption>{children}</figcaption>}
    </figure>
  );
}
