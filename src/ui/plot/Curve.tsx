import { useEffect, useId, useRef } from "react";
import type uPlot from "uplot";
import styles from "./Curve.module.css";
import { type CurveData, columnsOf, curveOptions, decimals } from "./curveOptions.ts";
import { drawIn } from "./drawIn.ts";

interface Props extends CurveData {
  title: string;
  /** What the vertical axis counts. */
  unit: string;
  /** What the curve shows, in a sentence true to its state. */
  sentence: string;
}

const HEIGHT = 220;

/** One curve over the epochs, drawn as it goes. What it shows is also said in words and in a table. */
export function Curve({ title, unit, sentence, ...data }: Props) {
  const heading = useId();
  const ground = useRef<HTMLDivElement>(null);
  const readout = useRef<HTMLSpanElement>(null);
  const plot = useRef<uPlot>(null);
  const latest = useRef<CurveData>(data);

  useEffect(() => {
    let end = () => {};
    // Each plot in a task of its own: several at once would hold the page up.
    const start = setTimeout(() => {
      if (ground.current === null) return;
      const follow = (words: string) => {
        if (readout.current !== null) readout.current.textContent = words;
      };
      const drawn = drawCurve(ground.current, () => latest.current, follow);
      plot.current = drawn.plot;
      end = drawn.end;
    });
    return () => {
      clearTimeout(start);
      end();
      plot.current = null;
    };
  }, []);

  const { epochs, values, band, lastEpoch, baseline, better } = data;
  useEffect(() => {
    latest.current = { epochs, values, band, lastEpoch, baseline, better };
    plot.current?.setData(columnsOf(latest.current));
  }, [epochs, values, band, lastEpoch, baseline, better]);

  return (
    <figure className={styles.figure} aria-labelledby={heading}>
      <div className={styles.head}>
        <h2 id={heading}>{title}</h2>
        <span className={styles.readout} ref={readout} aria-hidden="true" />
      </div>
      <p className={styles.unit}>{unit}</p>
      <div className={styles.plot} aria-hidden="true">
        <div className={styles.ground} ref={ground} />
        <span className={styles.axis}>epoch</span>
      </div>
      <figcaption>{sentence}</figcaption>
    </figure>
  );
}

/** Draws the curve, and reads out the point under the pointer. */
function drawCurve(element: HTMLElement, data: () => CurveData, readOut: (words: string) => void) {
  const hover = (index: number | null) => {
    const { epochs, values } = data();
    readOut(
      index === null || index >= values.length ? "" : `epoch ${epochs[index]}: ${decimals(values[index])}`,
    );
  };
  return drawIn(element, HEIGHT, (size, inks) => curveOptions(size, data, inks, hover), columnsOf(data()));
}
