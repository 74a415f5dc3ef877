import { spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, mkdirSync, openSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { join } from "node:path";
import { beforeAll, expect, onTestFinished, test, vi } from "vitest";
import type { TrainedModel } from "../src/trained/TrainedModel.ts";
import { MAIN, startMatinee, temporaryFolder } from "./support/matinee.ts";
import { startService } from "./support/service.ts";
import { smallModel, writeModel } from "./support/smallModel.ts";

let trained: TrainedModel;

beforeAll(async () => {
  trained = await smallModel();
});

test("one service at a time has a folder; the next one finds it free, even after kill -9", {
  tags: ["thorough"],
}, async () => {
  const own = temporaryFolder();
  const model = writeModel(own, "model.npz", trained);
  const data = join(own, "data");
  const first = startMatinee(["serve", model, "--port", "0", "--data", data, "--threads", "1"]);
  await new Promise<void>((resolve) => {
    first.stdout.on("data", (text) => String(text).includes("listening at") && resolve());
  });
  await expect(startService(model, data)).rejects.toThrow(`Another matinee serve is using ${data}.`);
  const ended = new Promise((resolve) => first.once("exit", resolve));
  first.kill("SIGKILL");
  await ended;
  for (const _ of ["after a kill", "after an orderly end"]) await (await startService(model, data)).close();
});

test("a log on a full disk ends nothing, and holds nothing up", { tags: ["thorough"] }, async () => {
  const own = temporaryFolder();
  const model = writeModel(own, "model.npz", trained);
  const port = await freePort();
  const full = openSync("/dev/full", "w");
  onTestFinished(() => closeSync(full));
  const args = ["serve", model, "--port", String(port), "--threads", "1"];
  const child = spawn(process.execPath, [MAIN, ...args], { stdio: ["ignore", full, "inherit"] });
  onTestFinished(() => void child.kill("SIGKILL"));
  const ended = once(child, "exit");
  const isReady = () =>
    fetch(`http://localhost:${port}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );
  await vi.waitUntil(isReady, { timeout: 120_000, interval: 100 });
  child.kill("SIGTERM");
  expect(await ended).toEqual([0, null]);
});

test("a model that cannot be opened is named as it was given, and not kept", async () => {
  const own = temporaryFolder();
  writeFileSync(join(own, "notes.txt"), "no model");
  const data = join(own, "data");
  await expect(startService(join(own, "notes.txt"), data)).rejects.toThrow(
    /^notes\.txt: .*not an \.npz file/,
  );
  expect(readdirSync(join(data, "models"))).toEqual([]);
});

test("what is damaged in the folder is named, with what to do", async () => {
  const own = temporaryFolder();
  const model = writeModel(own, "model.npz", trained);
  const data = join(own, "data");
  const { service, close } = await startService(model, data);
  const { version } = service.versions.current;
  await close();
  const served = join(data, "models", `${version}.npz`);
  writeFileSync(served, "no model");
  await expect(startService(model, data)).rejects.toThrow(
    `The model served last, ${served}, cannot be opened. Restore it from a backup, or delete ${data}/models.json`,
  );
  for (const text of ["{", "{}", '{"current":"a","versions":[]}']) {
    writeFileSync(join(data, "models.json"), text);
    await expect(startService(model, data)).rejects.toThrow(`${data}/models.json is damaged.`);
  }
  rmSync(join(data, "models.json"));
  mkdirSync(join(data, "models.json"));
  await expect(startService(model, data)).rejects.toThrow("models.json cannot be read (EISDIR).");
  const other = join(own, "other");
  mkdirSync(join(other, "matinee.sqlite"), { recursive: true });
  await expect(startService(model, other)).rejects.toThrow(`${other}/matinee.sqlite cannot be opened.`);
});

/** Of a service that says nothing: its log goes nowhere. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0);
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}
