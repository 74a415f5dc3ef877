import { VERSION_META } from "../../../serviceWorker/protocol.ts";

/** The version that the build gave the page; undefined in development. */
export function versionOfPage(): string | undefined {
  return document.querySelector<HTMLMetaElement>(`meta[name="${VERSION_META}"]`)?.content;
}
