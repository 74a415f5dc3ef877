import { readFileSync } from "node:fs";

/** What public/_headers says of every file; the preview server, the page and the service worker say the same. */
export function readHostHeaders(): Record<string, string> {
  const text = readFileSync(new URL("../public/_headers", import.meta.url), "utf8");
  // A section begins with an address at the start of a line; its headers are indented.
  const sections = text.split(/^(?=\S)/m).map((section) => section.trim().split("\n"));
  const lines = sections.find(([address]) => address === "/*")?.slice(1) ?? [];
  return Object.fromEntries(
    lines.map((line) => {
      const colon = line.indexOf(":");
      return [line.slice(0, colon).trim(), line.slice(colon + 1).trim()];
    }),
  );
}
