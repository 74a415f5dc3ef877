import type { StoredWork } from "../../../storage/database.ts";
import type { TrainingRecord } from "../../api/training.ts";
import type { Work } from "./SavedWorks.ts";

/** A record as the database has held it since its first layout. */
export interface StoredRecord extends Omit<TrainingRecord, "imported"> {
  brought: boolean;
}

export function toRecord({ brought, ...record }: StoredRecord): TrainingRecord {
  return { ...record, imported: brought };
}

/** A work without its times and sizes, as the database holds it. */
export function storedWork({
  name,
  source,
  ratings,
  record,
}: Pick<Work, "name" | "source" | "ratings" | "record">): Pick<
  StoredWork<StoredRecord>,
  "name" | "source" | "ratings" | "course"
> {
  if (record === null) return { name, source, ratings, course: null };
  const { imported, ...rest } = record;
  return { name, source, ratings, course: { ...rest, brought: imported } };
}
