export interface Label {
  text: string;
  /** The middle of the label, in pixels of the view. */
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Pixels that are kept free around a label. */
const GAP = 6;

/**
 * Those of the labels that fit: none overlaps another or leaves the view; the first ones have the first choice.
 * One near the edge moves inwards as far as it must.
 */
export function placeLabels<Kind extends Label>(
  labels: readonly Kind[],
  view: { width: number; height: number },
): Kind[] {
  const placed: Kind[] = [];
  for (const label of labels) {
    if (label.x < 0 || label.x > view.width || label.y < 0 || label.y > view.height) continue;
    if (label.width + 2 * GAP > view.width || label.height + 2 * GAP > view.height) continue;
    const inside = {
      ...label,
      x: within(label.x, label.width / 2 + GAP, view.width),
      y: within(label.y, label.height / 2 + GAP, view.height),
    };
    if (!placed.some((other) => overlap(other, inside))) placed.push(inside);
  }
  return placed;
}

const within = (value: number, margin: number, length: number) =>
  Math.min(Math.max(value, margin), length - margin);

function overlap(one: Label, other: Label): boolean {
  return (
    Math.abs(one.x - other.x) < (one.width + other.width) / 2 + GAP &&
    Math.abs(one.y - other.y) < (one.height + other.height) / 2 + GAP
  );
}
