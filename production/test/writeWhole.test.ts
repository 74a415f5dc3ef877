import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, utimesSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { writeWhole } from "../src/writeWhole.ts";
import { temporaryFolder } from "./support/matinee.ts";

test("what killed processes left of a file goes with the next write, and never what a live one writes", async () => {
  const dead = spawn("true");
  await once(dead, "exit");
  const live = spawn("sleep", ["600"]);
  onTestFinished(() => void live.kill());
  const folder = temporaryFolder();
  const here = hostname().replaceAll(".", "-");
  const left = [`model.npz.${here}.${dead.pid}.partial`, `model.npz.checkpoint.${here}.${dead.pid}.partial`];
  const kept = [
    `model.npz.${here}.${live.pid}.partial`,
    // A number says nothing of processes elsewhere.
    `model.npz.elsewhere.${dead.pid}.partial`,
    `other.npz.${here}.${dead.pid}.partial`,
    "model.npz.partial",
    "model.npz.checkpoint",
  ];
  const silent = `model.npz.elsewhere.${live.pid}.partial`;
  for (const name of [...left, ...kept, silent]) writeFileSync(join(folder, name), "half");
  const twoDaysAgo = Date.now() / 1000 - 2 * 86_400;
  utimesSync(join(folder, silent), twoDaysAgo, twoDaysAgo);

  writeWhole(join(folder, "model.npz"), new Uint8Array(1));
  expect(readdirSync(folder).sort()).toEqual(["model.npz", ...kept].sort());
});
