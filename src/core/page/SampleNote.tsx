import { useDataset } from "./useWorkspace.ts";

/** Says that what a place shows is found on some of the users, where the data is large. */
export function SampleNote() {
  const dataset = useDataset();
  if (!dataset?.isSampled) return null;
  return (
    <p>
      With more than 5 million ratings, this page works with about a million of them, from users chosen at
      random. Intervals are for that sample.
    </p>
  );
}
