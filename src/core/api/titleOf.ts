import type { SavedWork } from "./SavedWork.ts";

/** What a person calls saved data; its name, by which it is found again, also holds the file's size in bytes. */
export function titleOf({ name, source }: Pick<SavedWork, "name" | "source">): string {
  if (source === "embedded") return "MovieLens";
  return name
    .replace(/, \d+ bytes(?=$|, [\d.]+ % of the users$)/, "")
    .replace(/ % of the users$/, "% of the users");
}
