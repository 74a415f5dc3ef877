import { table } from "../../scripts/experiment/table.ts";

/** What one service did in one turn of a round. */
export interface Measured {
  round: number;
  workload: string;
  service: "Matinee" | "LightFM";
  /** Of the machine, the mean of the last minute. */
  load: number;
  requestsPerSecond: number;
  /** Milliseconds. */
  p99: number;
  /** Milliseconds of processor to a request, of the service alone. */
  processor: number | null;
  failed: number;
}

type Figure = (one: Measured) => number | null;
const FIGURES: readonly [heading: string, figure: Figure, digits: number][] = [
  ["requests/s", ({ requestsPerSecond }) => requestsPerSecond, 0],
  ["p99, ms", ({ p99 }) => p99, 0],
  ["processor, ms", ({ processor }) => processor, 2],
];

/**
 * The median and the range of each workload over the rounds, and below those that both did, ours divided by theirs in
 * the same round.
 */
export function describe(measured: readonly Measured[]): string {
  const workloads = [...new Set(measured.map(({ workload }) => workload))];
  const rows = workloads.flatMap((workload) => {
    const of = (service: string) =>
      measured.filter((one) => one.workload === workload && one.service === service);
    const [ours, theirs] = [of("Matinee"), of("LightFM")];
    const cells = (name: string, all: readonly Measured[]) => [
      `${workload}, ${name}`,
      ...FIGURES.map(([, figure, digits]) => spread(all.map(figure), digits)),
      String(all.reduce((sum, { failed }) => sum + failed, 0)),
    ];
    if (theirs.length === 0) return [cells("Matinee", ours)];
    const ratio = (figure: Figure) =>
      ours.map((one) => {
        const other = theirs.find(({ round }) => round === one.round) as Measured;
        return (figure(one) ?? Number.NaN) / (figure(other) ?? Number.NaN);
      });
    const ratios = FIGURES.map(([, figure]) => spread(ratio(figure), 2));
    return [
      cells("Matinee", ours),
      cells("LightFM behind FastAPI", theirs),
      ["  Matinee / LightFM", ...ratios, ""],
    ];
  });
  const loads = spread(
    measured.map(({ load }) => load),
    1,
  );
  const text = table(["", ...FIGURES.map(([heading]) => heading), "failed"], rows);
  return `${text}\n\nmedian (least to most) of the rounds; load of the machine ${loads}`;
}

/** The median, with the least and the most; nothing if there is no figure. */
function spread(figures: readonly (number | null)[], digits: number): string {
  const sorted = figures
    .filter((figure) => figure !== null && Number.isFinite(figure))
    .sort((a, b) => Number(a) - Number(b)) as number[];
  if (sorted.length === 0) return "";
  const middle = sorted.length >> 1;
  const median = sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  const [least, most] = [sorted[0], sorted[sorted.length - 1]];
  return `${median.toFixed(digits)} (${least.toFixed(digits)} to ${most.toFixed(digits)})`;
}
