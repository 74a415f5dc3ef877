import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test, vi } from "vitest";
import { fetchEmbeddedFiles } from "../../../src/features/data/worker/embeddedFiles.ts";

afterEach(() => vi.unstubAllGlobals());

test("a fetch that is stopped is no failure of the data", async () => {
  const silent = createServer().listen(0, "localhost");
  await once(silent, "listening");
  const { port } = silent.address() as AddressInfo;
  vi.stubGlobal("self", { location: { href: `http://localhost:${port}/assets/trainer.js` } });
  const stop = new AbortController();

  const files = fetchEmbeddedFiles(stop.signal);
  await once(silent, "request");
  stop.abort();

  await expect(files).rejects.toMatchObject({ name: "CancelledError" });
  silent.closeAllConnections();
  silent.close();
});
