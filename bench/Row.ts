/** One line of the table and one entry of the JSON: we and one peer at the same work. */
export interface Row {
  /** What was done, and the size of the data. */
  workload: string;
  peer: string;
  ours: number;
  theirs: number;
  unit: string;
  /** Above 1 if we are faster, or need less. */
  ratio: number;
}

export const HEADING = line("workload", "peer", "ours", "theirs", "unit", "ratio");

export function toRow(workload: string, peer: string, ours: number, theirs: number, unit: string): Row {
  return {
    workload,
    peer,
    ours: rounded(ours),
    theirs: rounded(theirs),
    unit,
    ratio: rounded(theirs / ours),
  };
}

export function toLine({ workload, peer, ours, theirs, unit, ratio }: Row): string {
  return line(workload, peer, `${ours}`, `${theirs}`, unit, ratio.toFixed(2));
}

function line(
  workload: string,
  peer: string,
  ours: string,
  theirs: string,
  unit: string,
  ratio: string,
): string {
  const figures = `${ours.padStart(9)} ${theirs.padStart(9)} ${unit.padEnd(12)} ${ratio.padStart(7)}`;
  return `${workload.padEnd(56)} ${peer.padEnd(26)} ${figures}`;
}

/** Four digits that count. */
function rounded(value: number): number {
  return Number(value.toPrecision(4));
}
