import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { build, type Plugin } from "vite";
import type { Build } from "../src/serviceWorker/build.ts";
import { VERSION_META } from "../src/serviceWorker/protocol.ts";

const SCRIPT = "sw.js";
/** At the site's root these are for the host, which may not serve them. */
const FOR_THE_HOST = /^[._]/;
/** SQLite is larger than all else and wanted on one page only. */
const WHEN_ASKED = /^assets\/sqlite3-/;

/** Writes the service worker beside the built page when all else is written. */
export function serviceWorker(headers: Record<string, string>): Plugin {
  return {
    name: "service-worker",
    apply: "build",
    async writeBundle({ dir }) {
      if (dir === undefined) throw new Error("The site is built into a folder.");
      await writeServiceWorker(dir, headers);
    },
  };
}

/** Gives the site in a folder its service worker, with a list of its files, and its page the same version. */
export async function writeServiceWorker(folder: string, headers: Record<string, string>): Promise<void> {
  const code = await bundleCode();
  const version = sha256(JSON.stringify([code, headers, listFiles(folder)]), "hex").slice(0, 12);
  markPage(join(folder, "index.html"), version);
  const all = listFiles(folder);
  const files = all.filter(([path]) => !WHEN_ASKED.test(path));
  const whenAsked = all.filter(([path]) => WHEN_ASKED.test(path));
  const build: Build = { version, files, whenAsked, headers };
  writeFileSync(join(folder, SCRIPT), `const BUILD = ${JSON.stringify(build)};\n${code}`);
}

async function bundleCode(): Promise<string> {
  const entry = fileURLToPath(new URL("../src/serviceWorker/serviceWorker.ts", import.meta.url));
  const built = await build({
    configFile: false,
    logLevel: "warn",
    build: {
      write: false,
      copyPublicDir: false,
      lib: { entry, formats: ["iife"], name: "serviceWorker", fileName: "sw" },
    },
  });
  if (!Array.isArray(built)) throw new Error("The service worker could not be bundled.");
  return built[0].output[0].code;
}

/** The page's own file is kept under the address that it is opened at. */
function listFiles(folder: string): Build["files"] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .filter((path) => path !== SCRIPT && !FOR_THE_HOST.test(path))
    .sort()
    .map((path) => {
      const integrity = `sha256-${sha256(readFileSync(join(folder, path)), "base64")}`;
      return [path === "index.html" ? "./" : path, integrity];
    });
}

/** A page that has a mark already gets the new one instead. */
function markPage(file: string, version: string): void {
  const page = readFileSync(file, "utf8").replace(new RegExp(`<meta name="${VERSION_META}".*?>`), "");
  writeFileSync(file, page.replace("</head>", `<meta name="${VERSION_META}" content="${version}" /></head>`));
}

function sha256(data: string | Uint8Array, encoding: "hex" | "base64"): string {
  return createHash("sha256").update(data).digest(encoding);
}
