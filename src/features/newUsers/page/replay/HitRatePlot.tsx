import { useEffect, useRef } from "react";
import type uPlot from "uplot";
import { drawIn } from "../../../../ui/plot/drawIn.ts";
import styles from "./HitRatePlot.module.css";
import { hitRateOptions } from "./hitRateOptions.ts";
import type { HitRates } from "./hitRates.ts";

const HEIGHT = 260;

/** The hit rates over the replay. What it shows is also said in words. */
export function HitRatePlot({
  rates,
  total,
  sentence,
}: {
  rates: HitRates;
  total: number;
  sentence: string;
}) {
  const ground = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot>(null);
  const latest = useRef({ rates, total });

  useEffect(() => {
    const element = ground.current;
    if (element === null) return;
    const drawn = drawIn(
      element,
      HEIGHT,
      (size, inks) => hitRateOptions(size, () => latest.current.total, inks),
      columns(latest.current.rates),
    );
    plot.current = drawn.plot;
    return () => {
      drawn.end();
      plot.current = null;
    };
  }, []);

  useEffect(() => {
    latest.current = { rates, total };
    plot.current?.setData(columns(rates));
  }, [rates, total]);

  return (
    <figure className={styles.figure} aria-label="Hit rate at 10">
      <p className={styles.head}>Hit rate at 10</p>
      <p className={styles.unit}>share of liked films that were in the top 10 just before being rated</p>
      <div className={styles.ground} ref={ground} aria-hidden="true" />
      <p className={styles.axis}>new ratings replayed</p>
      <figcaption>{sentence}</figcaption>
    </figure>
  );
}

function columns({ replayed, learning, foldIn, frozen, popularity }: HitRates): uPlot.AlignedData {
  return [replayed, learning, foldIn, frozen, popularity];
}
