import uPlot from "uplot";
import "uplot/dist/uPlot.min.css";
import { mediaQuery } from "../mediaQuery.ts";
import { type Inks, readInks } from "./inks.ts";

/** A plot that follows the width of its element, the colour scheme and the fonts until it is removed. */
export function drawIn(
  element: HTMLElement,
  height: number,
  options: (size: { width: number; height: number }, inks: () => Inks) => uPlot.Options,
  data: uPlot.AlignedData,
): { plot: uPlot; end: () => void } {
  let inks = readInks(element);
  const size = () => ({ width: element.clientWidth, height });
  const plot = new uPlot(
    options(size(), () => inks),
    data,
    element,
  );

  const resized = new ResizeObserver(() => plot.setSize(size()));
  resized.observe(element);
  const redraw = () => {
    inks = readInks(element);
    plot.redraw(false);
  };
  const scheme = mediaQuery("(prefers-color-scheme: dark)");
  scheme.addEventListener("change", redraw);
  document.fonts.addEventListener("loadingdone", redraw);
  const end = () => {
    resized.disconnect();
    scheme.removeEventListener("change", redraw);
    document.fonts.removeEventListener("loadingdone", redraw);
    plot.destroy();
  };
  return { plot, end };
}
