import { useEffect, useRef } from "react";
import type uPlot from "uplot";
import { drawIn } from "../../../../ui/plot/drawIn.ts";
import type { DriftPoint } from "../../api.ts";
import styles from "./DriftPlot.module.css";
import { driftColumns, driftOptions } from "./driftOptions.ts";

const HEIGHT = 240;

/** The drift with its noise band, losses below zero. What it shows is also in a table. */
export function DriftPlot({ course, limit }: { course: DriftPoint[]; limit: number }) {
  const ground = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot>(null);
  const latest = useRef({ course, limit });

  useEffect(() => {
    const element = ground.current;
    if (element === null) return;
    const drawn = drawIn(
      element,
      HEIGHT,
      (size, inks) => driftOptions(size, () => latest.current.limit, inks),
      driftColumns(latest.current.course),
    );
    plot.current = drawn.plot;
    return () => {
      drawn.end();
      plot.current = null;
    };
  }, []);

  useEffect(() => {
    latest.current = { course, limit };
    plot.current?.setData(driftColumns(course));
  }, [course, limit]);

  return (
    <figure className={styles.figure} aria-label="Drift of precision at 10">
      <p className={styles.head}>Drift of precision at 10</p>
      <p className={styles.unit}>
        change for inactive users since the last full training, with its 95% interval
      </p>
      <div className={styles.ground} ref={ground} aria-hidden="true" />
      <p className={styles.unit}>new ratings learnt</p>
    </figure>
  );
}
