import { createReadStream } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join, normalize } from "node:path";
import { type Browser, chromium, type Page } from "@playwright/test";
import { build } from "vite";
import { chromiumOptions } from "../scripts/chromium.js";
import { root } from "../scripts/run.js";
import type { Named } from "./chromium/worker.ts";
import type { Entrant, Problem } from "./contestants.ts";

const TYPES: Record<string, string> = { html: "text/html", js: "text/javascript", wasm: "application/wasm" };

/** A page in Chromium whose worker takes part in the bench, built and served from the bench's own folder. */
export class Chromium {
  readonly #browser: Browser;
  readonly #page: Page;
  readonly #server: Server;

  private constructor(browser: Browser, page: Page, server: Server) {
    this.#browser = browser;
    this.#page = page;
    this.#server = server;
  }

  /** @param folder holds the data, and will hold the page. */
  static async start(folder: string): Promise<Chromium> {
    await build({
      // What the site is built by, so that what is measured is what the site runs.
      configFile: `${root}vite.config.ts`,
      logLevel: "error",
      root: `${root}bench/chromium`,
      build: { outDir: join(folder, "page") },
    });
    const server = await serve(folder);
    const browser = await chromium.launch(await chromiumOptions());
    const page = await browser.newPage();
    await page.goto(`http://localhost:${(server.address() as AddressInfo).port}/page/index.html`);
    return new Chromium(browser, page, server);
  }

  version(): string {
    return this.#browser.version();
  }

  /** @param name of a folder of data beside the page's. */
  load(name: string): Promise<void> {
    return this.#page.evaluate((path) => benchWorker.load(path), encodeURI(`/${name}`));
  }

  async epochs(problem: Problem, epochs: number, threadCounts: number[]): Promise<Entrant[]> {
    const prepared = await this.#page.evaluate((asked) => benchWorker.prepareEpochs(...asked), [
      problem,
      epochs,
      threadCounts,
    ] as [Problem, number, number[]]);
    return this.#entrants(prepared);
  }

  async foldIns(problem: Problem): Promise<Entrant[]> {
    return this.#entrants(await this.#page.evaluate((asked) => benchWorker.prepareFoldIns(asked), problem));
  }

  async close(): Promise<void> {
    await this.#browser.close();
    this.#server.close();
  }

  #entrants(prepared: Named[]): Entrant[] {
    return prepared.map((named, i) => ({
      ...named,
      contestant: { run: () => this.#page.evaluate((entrant) => benchWorker.run(entrant), i) },
    }));
  }
}

/** Serves a folder to a page that is isolated, because others get a clock that ticks ten times a millisecond. */
function serve(folder: string): Promise<Server> {
  const server = createServer((request, response) => {
    const path = normalize(decodeURI(new URL(request.url ?? "/", "http://localhost").pathname));
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader("Cross-Origin-Embedder-Policy", "require-corp");
    response.setHeader("Content-Type", TYPES[path.split(".").at(-1) ?? ""] ?? "application/octet-stream");
    createReadStream(join(folder, path))
      .on("error", () => response.writeHead(404).end())
      .pipe(response);
  });
  return new Promise((resolve) => server.listen(0, "localhost", () => resolve(server)));
}
