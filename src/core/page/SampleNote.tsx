import { useDataset } from "./useWorkspace.ts";

/** Says that what a place shows is found on some of the users, where the data is large. */
export function SampleNote() {
  const dataset = useDataset();
  if (!dataset?.isSampled) return null;
  return (
    <p>
      With more than 5 million ratings, what this page shows comes from the ratings of users chosen at random,
      about a million. Intervals are for such a sample.
    </p>
  );
}
