import type { Services } from "../../src/services.ts";

/** Opens a data set and makes it the one in use. */
export async function openInto(
  { opening, data }: Pick<Services, "opening" | "data">,
  files: File[],
): Promise<void> {
  await opening.open(files, {});
  await data.stage({ kind: "opened", choices: {} }, () => {});
  await data.adopt();
}
