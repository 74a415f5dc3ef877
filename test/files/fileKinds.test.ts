import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { fileKinds } from "../../scripts/fileKinds.ts";

it("docs/files.md lists the kinds that the readers know (npm run files -- --kinds)", () => {
  const text = readFileSync(new URL("../../docs/files.md", import.meta.url), "utf8");
  expect(text).toContain(fileKinds());
});
