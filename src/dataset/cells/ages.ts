/** Where the bands of MovieLens begin; its 1M set has these numbers in place of ages, and 1 for the youngest. */
const STARTS = [18, 25, 35, 45, 50, 56];

/** "age 25-34" of 27; null where this is not an age. */
export function ageBand(text: string): string | null {
  const age = text.trim() === "" ? Number.NaN : Number(text);
  if (!(age >= 0 && age < 150)) return null;
  const band = STARTS.findLastIndex((start) => age >= start);
  if (band < 0) return `age under ${STARTS[0]}`;
  const next = STARTS[band + 1];
  return next === undefined ? `age ${STARTS[band]} and over` : `age ${STARTS[band]}-${next - 1}`;
}
