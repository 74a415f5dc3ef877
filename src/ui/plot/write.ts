import type uPlot from "uplot";

const FAMILY = '"Instrument Sans Variable", system-ui, sans-serif';
export const SMALL = `13px ${FAMILY}`;

/** A label outlined in the background colour, so that lines may pass behind it. */
export function write(
  { ctx }: uPlot,
  text: string,
  {
    x,
    y,
    align,
    colour,
    ground,
  }: { x: number; y: number; align: CanvasTextAlign; colour: string; ground: string },
) {
  ctx.font = `600 ${13 * devicePixelRatio}px ${FAMILY}`;
  ctx.textAlign = align;
  ctx.textBaseline = "middle";
  ctx.setLineDash([]);
  ctx.lineJoin = "round";
  ctx.lineWidth = 4 * devicePixelRatio;
  ctx.strokeStyle = ground;
  ctx.strokeText(text, x, y);
  ctx.fillStyle = colour;
  ctx.fillText(text, x, y);
}
