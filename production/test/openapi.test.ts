import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createConfig, lintFromString } from "@redocly/openapi-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startService } from "./support/service.ts";
import { smallModel, writeModel } from "./support/smallModel.ts";

/** The one that `npm test -- --all` installs, or that is on the PATH. */
const SCHEMATHESIS = process.env.SCHEMATHESIS ?? "schemathesis";
const isInstalled = spawnSync(SCHEMATHESIS, ["--version"]).status === 0;
if (!isInstalled) console.warn("schemathesis is not installed: its test is skipped.");

let started: Awaited<ReturnType<typeof startService>>;
const folder = mkdtempSync(join(tmpdir(), "matinee-"));

beforeAll(async () => {
  started = await startService(writeModel(folder, "model.npz", await smallModel()), join(folder, "data"), {
    apiKey: "secret",
  });
});

afterAll(async () => {
  await started.close();
  rmSync(folder, { recursive: true });
});

test("a linter finds nothing in the OpenAPI document", async () => {
  const source = (await started.app.inject("/openapi.json")).body;
  const config = await createConfig({ extends: ["recommended-strict"] });
  const problems = await lintFromString({ source, config });
  expect(problems.map(({ ruleId, message, location }) => [ruleId, message, location[0].pointer])).toEqual([]);
});

test.skipIf(!isInstalled)(
  "the service keeps to its document, whatever it is asked",
  { tags: ["thorough"] },
  async () => {
    const base = await started.app.listen({ port: 0 });
    const args = [
      ...["--config-file", join(import.meta.dirname, "schemathesis.toml"), "run", `${base}/openapi.json`],
      ...["--header", "Authorization: Bearer secret", "--max-examples", "20", "--max-time", "60"],
      ...["--continue-on-failure", "--generation-deterministic", "--no-color"],
    ];
    const child = spawn(SCHEMATHESIS, args, { cwd: folder });
    let said = "";
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (text) => {
        said += text;
      });
    const code = await new Promise((resolve) => child.on("close", resolve));
    expect(code, said).toBe(0);
  },
);
