import { StorageError } from "../errors.ts";

/** Why the browser refused to store something. */
export type Refusal = "newer" | "older elsewhere" | "deleted" | "damaged" | "private" | "full" | "failed";

/** The error for a refused write; `what` is "ratings" or "data and models". */
export function refusal(reason: Refusal, what: string, detail = ""): StorageError {
  return new StorageError(SENTENCES[reason](what, detail));
}

/** The error for a refused write, from the one that the database raised. */
export function refusalOf(error: Error, what: string): StorageError {
  return error instanceof StorageError ? error : refusal(reasonOf(error), what, error.message);
}

function reasonOf({ name }: Error): Refusal {
  switch (name) {
    case "QuotaExceededError":
      return "full";
    case "VersionError":
      return "newer";
    case "NotFoundError":
    case "DataError":
      return "damaged";
    case "SecurityError":
    case "InvalidStateError":
      return "private";
    default:
      return "failed";
  }
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

const SENTENCES: Record<Refusal, (what: string, detail: string) => string> = {
  newer: (what) => `This page is out of date. Reload it; until then ${what} aren’t saved.`,
  "older elsewhere": (what) =>
    `An older version of Matinee is open in another tab. Close it and reload this page, or ${what} won’t be saved.`,
  deleted: () => "You deleted everything in another tab. Reload to start over.",
  damaged: (what) =>
    `Matinee’s saved data is damaged, so ${what} can’t be saved. Delete everything on the Data page to start over.`,
  private: (what) =>
    `${capital(what)} can’t be saved here (private window?). They will be gone when you close the tab.`,
  full: (what) =>
    `Not enough storage to save ${what}. What was saved before is still there; new changes will be lost when you close the tab.`,
  failed: (what, detail) =>
    `${capital(what)} couldn’t be saved (${detail}). What was saved before is still there; new changes will be lost when you close the tab.`,
};
