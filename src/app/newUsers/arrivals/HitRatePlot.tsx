import { useEffect, useRef } from "react";
import uPlot from "uplot";
import "uplot/dist/uPlot.min.css";
import { readInks } from "../../plot/Curve.tsx";
import styles from "./HitRatePlot.module.css";
import { hitRateOptions } from "./hitRateOptions.ts";
import type { HitRates } from "./hitRates.ts";

const HEIGHT = 260;

/** The hit rates of the three as they go. What it shows is also said in words and figures. */
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
    let inks = readInks(element);
    const size = () => ({ width: element.clientWidth, height: HEIGHT });
    const drawn = new uPlot(
      hitRateOptions(
        size(),
        () => latest.current.total,
        () => inks,
      ),
      columns(latest.current.rates),
      element,
    );
    plot.current = drawn;
    const redraw = () => {
      inks = readInks(element);
      drawn.redraw(false);
    };
    const resized = new ResizeObserver(() => drawn.setSize(size()));
    resized.observe(element);
    const scheme = matchMedia("(prefers-color-scheme: dark)");
    scheme.addEventListener("change", redraw);
    return () => {
      resized.disconnect();
      scheme.removeEventListener("change", redraw);
      drawn.destroy();
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
      <p className={styles.unit}>share of the likes that were among the ten best just before</p>
      <div className={styles.ground} ref={ground} aria-hidden="true" />
      <p className={styles.axis}>new ratings replayed</p>
      <figcaption>{sentence}</figcaption>
    </figure>
  );
}

function columns({ replayed, learning, frozen, popularity }: HitRates): uPlot.AlignedData {
  return [replayed, learning, frozen, popularity];
}
