import { MODEL_META } from "../../../model/published/folderMark.ts";
import type { DataSource } from "../api.ts";

/** What the site itself brings: the model that was published with the page, or else the embedded data. */
export function siteSource(): DataSource {
  const mark = globalThis.document?.querySelector<HTMLMetaElement>(`meta[name="${MODEL_META}"]`);
  return mark
    ? { kind: "published", folder: new URL(mark.content, document.baseURI).href }
    : { kind: "embedded" };
}
