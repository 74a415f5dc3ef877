import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join } from "node:path";

const TYPES = { ".html": "text/html", ".js": "text/javascript" };

/**
 * Files on a host that is cross-origin isolated, as threads want it.
 *
 * @param {string} folder
 * @param {string} [policy] of its content
 */
export async function serveIsolated(folder, policy) {
  const server = createServer(async (request, response) => {
    const file = join(folder, request.url === "/" ? "index.html" : (request.url ?? ""));
    const bytes = await readFile(file).catch(() => null);
    const type = TYPES[/** @type {keyof typeof TYPES} */ (extname(file))] ?? "text/plain";
    response.writeHead(bytes ? 200 : 404, {
      "Content-Type": type,
      "Cross-Origin-Opener-Policy": "same-origin",
      "Cross-Origin-Embedder-Policy": "require-corp",
      ...(policy && { "Content-Security-Policy": policy }),
    });
    response.end(bytes);
  });
  server.listen(0, "localhost");
  await once(server, "listening");
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  return {
    address: `http://localhost:${port}/`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/**
 * What the worker of the page at this address says once it has trained.
 *
 * @param {import("@playwright/test").Browser} browser
 * @param {string} address
 */
export async function trainedIn(browser, address) {
  const page = await browser.newPage();
  /** @type {string[]} */
  const errors = [];
  page.on("console", (message) => {
    if (message.type() === "error" && !message.text().includes("404")) errors.push(message.text());
  });
  page.on("pageerror", (error) => errors.push(error.message));
  try {
    await page.goto(address);
    await page.waitForFunction("globalThis.said?.length >= 2", null, { timeout: 60_000 });
    const said = /** @type {string[]} */ (await page.evaluate("globalThis.said"));
    if (!(await page.evaluate("globalThis.crossOriginIsolated"))) return "The page is not isolated.";
    return said.map((line) => `${line}\n`).join("");
  } catch (error) {
    const said = await page.evaluate("JSON.stringify(globalThis.said)");
    throw new Error([/** @type {Error} */ (error).message, said, ...errors].join("\n"));
  } finally {
    await page.close();
  }
}
