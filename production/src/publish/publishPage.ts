import { createHash } from "node:crypto";
import { cpSync, existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ArgumentError } from "../../../src/errors.ts";
import { MODEL_META } from "../../../src/model/published/folderMark.ts";
import type { Manifest } from "../../../src/model/published/Manifest.ts";
import type { Build } from "../../../src/serviceWorker/build.ts";
import { VERSION_META } from "../../../src/serviceWorker/protocol.ts";
import { writeWhole } from "../writeWhole.ts";
import { publishedFiles } from "./publishModel.ts";

const PAGE = "index.html";
const SERVICE_WORKER = "sw.js";
const HEADERS = "_headers";
/** The page's own training data, which a published folder does without. */
const DATA = "data/";

/** Where `npm run build` puts the page, seen from here: in the checkout, and in the package. */
const BUILT = import.meta.url.endsWith(".ts") ? ["../../../dist/site/"] : ["../../dist/site/", "./page/"];

/** Where the built page is; null if it was not built. */
export function builtPage(): string | null {
  const folders = BUILT.map((path) => fileURLToPath(new URL(path, import.meta.url)));
  return folders.find((folder) => existsSync(join(folder, SERVICE_WORKER))) ?? null;
}

/** @throws ArgumentError if a page of somebody else's stands in this folder. */
export function checkNoOtherPage(folder: string): void {
  const page = join(folder, PAGE);
  if (existsSync(page) && !readFileSync(page, "utf8").includes(`name="${VERSION_META}"`)) {
    throw new ArgumentError(
      `${folder} holds another site's ${PAGE}. Choose a folder of its own for the model.`,
    );
  }
}

/**
 * Puts the built page beside a published model, without the page's own training data, and has it begin with that
 * model, offline too. The page and its service worker come last: until then the old ones are served.
 */
export function publishPage(site: string, folder: string, manifest: Manifest): void {
  const before = readBuild(folder)?.build;
  const { build, code } = readBuild(site) as { build: Build; code: string };
  const isShell = ([path]: [string, string]) => path !== "./" && !path.startsWith(DATA);
  const shell = build.files.filter(isShell);
  for (const [path] of [...shell, ...build.whenAsked]) cpSync(join(site, path), join(folder, path));
  if (existsSync(join(site, HEADERS))) cpSync(join(site, HEADERS), join(folder, HEADERS));

  const files: Build["files"] = [
    ...shell,
    ...["manifest.json", ...publishedFiles(manifest).map(({ name }) => name)].map(
      (name): [string, string] => [name, integrityOf(readFileSync(join(folder, name)))],
    ),
  ];
  const version = createHash("sha256")
    .update(JSON.stringify([build.version, files]))
    .digest("hex")
    .slice(0, 12);
  const page = Buffer.from(markPage(readFileSync(join(site, PAGE), "utf8"), version));
  const own: Build = { ...build, version, files: [["./", integrityOf(page)], ...files] };
  writeWhole(join(folder, PAGE), page);
  writeWhole(join(folder, SERVICE_WORKER), Buffer.from(`const BUILD = ${JSON.stringify(own)};\n${code}`));

  const kept = new Set([...files, ...build.whenAsked].map(([path]) => path));
  for (const [path] of [...(before?.files ?? []), ...(before?.whenAsked ?? [])]) {
    if (path.startsWith("assets/") && !kept.has(path)) rmSync(join(folder, path), { force: true });
  }
}

/** What the build wrote at the head of a service worker, and the code that follows; null if there is none. */
function readBuild(folder: string): { build: Build; code: string } | null {
  const file = join(folder, SERVICE_WORKER);
  if (!existsSync(file)) return null;
  const [, build, code] = /^const BUILD = (.*);\n(.*)$/s.exec(readFileSync(file, "utf8")) ?? [];
  if (build === undefined) throw new ArgumentError(`${file} is not the service worker of a built page.`);
  return { build: JSON.parse(build) as Build, code };
}

function markPage(page: string, version: string): string {
  const marks = `<meta name="${VERSION_META}" content="${version}" /><meta name="${MODEL_META}" content="./" />`;
  return page
    .replace(new RegExp(`<meta name="${VERSION_META}".*?>`), "")
    .replace("</head>", `${marks}</head>`);
}

function integrityOf(content: Uint8Array): string {
  return `sha256-${createHash("sha256").update(content).digest("base64")}`;
}
