import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";

const TYPES: Record<string, string> = {
  ".css": "text/css",
  ".csv": "text/csv",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
  ".woff2": "font/woff2",
};

/** A host that knows files and their types and nothing more, as GitHub Pages. */
export class StaticSite {
  /** What is deployed now. */
  folder: string;
  /** Where on the host it lies, from slash to slash. */
  root = "/";
  /** What it sends with every file. */
  headers: Record<string, string> = {};
  readonly port: number;
  readonly #server: Server;
  readonly #held = new Map<string, Promise<void>>();

  private constructor(folder: string, server: Server) {
    this.folder = folder;
    this.port = (server.address() as AddressInfo).port;
    this.#server = server;
  }

  static async serve(folder: string): Promise<StaticSite> {
    const server = createServer(async (request, response) => {
      const { pathname } = new URL(request.url ?? "", "http://localhost");
      await site.#held.get(pathname);
      const path = pathname.startsWith(site.root)
        ? normalize(`/${pathname.slice(site.root.length)}`)
        : "/nothing";
      const file = join(site.folder, path.endsWith("/") ? `${path}index.html` : path);
      try {
        const bytes = await readFile(file);
        const type = TYPES[extname(file)] ?? "text/plain";
        response.writeHead(200, { "Content-Type": type, ...site.headers }).end(bytes);
      } catch {
        response.writeHead(404, { "Content-Type": "text/html" }).end("<title>Not here</title>");
      }
    });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const site = new StaticSite(folder, server);
    return site;
  }

  /** A file is answered no sooner than the function that comes back is called. */
  hold(pathname: string): () => void {
    let release = () => {};
    this.#held.set(pathname, new Promise((resolve) => (release = resolve)));
    return () => release();
  }

  /** From now on nobody answers at this address. */
  async close(): Promise<void> {
    if (!this.#server.listening) return;
    const closed = once(this.#server, "close");
    this.#server.close();
    this.#server.closeAllConnections();
    await closed;
  }
}
