import { StorageError } from "../errors.ts";

/** Why the browser refused to store something. */
export type Refusal =
  | "newer"
  | "older elsewhere"
  | "deleted"
  | "damaged"
  | "private"
  | "full"
  | "lost"
  | "silent"
  | "failed";

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
    case "AbortError":
    case "UnknownError":
      return "lost";
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
  full: (what) => `Not enough storage to save ${what}. ${stillThere(what)}`,
  lost: (what) =>
    `The browser closed Matinee’s storage, so ${what} couldn’t be saved. ${capital(whatNow(what))}`,
  silent: (what) =>
    `The browser’s storage doesn’t answer, so ${what} can’t be read or saved. Close Matinee’s other tabs and reload this page.`,
  failed: (what, detail) => `${capital(what)} couldn’t be saved (${detail}). ${stillThere(what)}`,
};

function stillThere(what: string): string {
  return `What was saved before is still there; ${whatNow(what)}`;
}

/** Ratings are tried again; models are saved after the next training. */
function whatNow(what: string): string {
  return what === "ratings"
    ? "Matinee keeps trying to save the rest until you close this tab."
    : "new changes will be lost when you close the tab.";
}
