import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { serveIsolated, trainedIn } from "./browser.js";
import { PAGE, PAGE_SCRIPT, STRICT_PROGRAM, strictProject, trainingProgram } from "./programs.js";

/**
 * Every way in which the package is tried. A case says what its program prints, or nothing if it only has to compile.
 *
 * @typedef {import("@playwright/test").Browser} Browser
 * @type {{ name: string, says: (project: string, browser: Browser) => Promise<string> }[]}
 */
export const CASES = [
  { name: "Node, import", says: async (project) => node(project, "import.mjs", trainingProgram()) },
  {
    name: "Node, require",
    says: async (project) => node(project, "require.cjs", trainingProgram({ load: "require" })),
  },
  { name: "TypeScript, nodenext", says: async (project) => compiled(project, "nodenext", "nodenext") },
  { name: "TypeScript, bundler", says: async (project) => compiled(project, "esnext", "bundler") },
  {
    name: "esbuild, ES module for Node",
    async says(project) {
      await esbuild(project, { "node.mjs": trainingProgram() }, { platform: "node", format: "esm" });
      return node(project, "out/node.mjs");
    },
  },
  {
    name: "esbuild, CommonJS for Node",
    async says(project) {
      await esbuild(
        project,
        { "node.cjs": trainingProgram({ load: "require" }) },
        { platform: "node", format: "cjs" },
      );
      return node(project, "out/node.cjs");
    },
  },
  {
    name: "esbuild, page with a worker",
    async says(project, browser) {
      const folder = `${project}esbuild-page/`;
      await esbuild(folder, pageFiles(), { format: "esm" });
      writeFileSync(`${folder}out/index.html`, PAGE);
      return trainedOn(`${folder}out/`, browser);
    },
  },
  {
    name: "esbuild, page whose policy forbids blob: workers",
    async says(project, browser) {
      const folder = `${project}policy-page/`;
      await esbuild(folder, pageFiles(), { format: "esm" });
      writeFileSync(`${folder}out/index.html`, PAGE);
      return trainedOn(`${folder}out/`, browser, "worker-src 'self'");
    },
  },
  {
    name: "webpack, Node",
    async says(project) {
      const folder = `${project}webpack-node/`;
      await webpack(folder, { "main.js": trainingProgram() }, { target: "node" });
      return node(folder, "out/main.js");
    },
  },
  {
    name: "webpack, page with a worker",
    async says(project, browser) {
      const folder = `${project}webpack-page/`;
      await webpack(folder, pageFiles(), {});
      writeFileSync(`${folder}out/index.html`, PAGE);
      return trainedOn(`${folder}out/`, browser);
    },
  },
  {
    name: "Vite, build of a page with a worker",
    async says(project, browser) {
      const folder = `${project}vite-page/`;
      write(folder, { ...pageFiles(), "index.html": PAGE });
      const { build } = await toolOf(project, "vite");
      await build({ root: folder, configFile: false, logLevel: "error", worker: { format: "es" } });
      return trainedOn(`${folder}dist/`, browser);
    },
  },
  {
    name: "Vite, development server",
    async says(project, browser) {
      const folder = `${project}vite-dev/`;
      write(folder, { ...pageFiles(), "index.html": PAGE });
      const { createServer } = await toolOf(project, "vite");
      const headers = {
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Embedder-Policy": "require-corp",
      };
      const options = { root: folder, configFile: false, logLevel: "error", server: { headers, port: 0 } };
      const server = await (await createServer(options)).listen();
      try {
        return await trainedIn(browser, server.resolvedUrls.local[0]);
      } finally {
        await server.close();
      }
    },
  },
];

function pageFiles() {
  return { "main.js": PAGE_SCRIPT, "worker.js": trainingProgram({ log: "postMessage" }) };
}

/**
 * @param {string} folder
 * @param {Record<string, string>} files
 */
function write(folder, files) {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(`${folder}${name}`, text);
}

/**
 * @param {string} folder
 * @param {string} file
 * @param {string} [code] written there first
 */
function node(folder, file, code) {
  if (code) write(folder, { [file]: code });
  const { stdout, stderr } = spawnSync(process.execPath, ["--no-warnings", file], {
    cwd: folder,
    encoding: "utf8",
  });
  return stderr || stdout;
}

/**
 * @param {string} project
 * @param {string} module
 * @param {string} moduleResolution
 */
function compiled(project, module, moduleResolution) {
  const folder = `${project}typescript-${module}/`;
  write(folder, { "program.ts": STRICT_PROGRAM, "tsconfig.json": strictProject(module, moduleResolution) });
  const tsc = `${project}node_modules/typescript/bin/tsc`;
  return spawnSync(process.execPath, [tsc, "-p", folder], { encoding: "utf8" }).stdout;
}

/**
 * A tool as the project has installed it.
 *
 * @param {string} project
 * @param {string} name
 */
async function toolOf(project, name) {
  const tool = await import(createRequire(project).resolve(name));
  return tool.default ?? tool;
}

/**
 * @param {string} folder
 * @param {Record<string, string>} files each an entry
 * @param {object} options
 */
async function esbuild(folder, files, options) {
  write(folder, files);
  const tool = await toolOf(folder, "esbuild");
  const entryPoints = Object.keys(files);
  const outExtension = entryPoints[0].endsWith("js") ? { ".js": /\.\w+$/.exec(entryPoints[0])?.[0] } : {};
  await tool.build({
    absWorkingDir: folder,
    entryPoints,
    outdir: "out",
    outExtension,
    bundle: true,
    logLevel: "error",
    ...options,
  });
}

/**
 * @param {string} folder
 * @param {Record<string, string>} files of which main.js is the entry
 * @param {object} options
 */
async function webpack(folder, files, options) {
  write(folder, files);
  const tool = await toolOf(folder, "webpack");
  await new Promise((resolve, reject) => {
    const output = { path: `${folder}out`, filename: "main.js" };
    tool({ context: folder, mode: "production", entry: "./main.js", output, ...options }).run(
      (
        /** @type {Error | null} */ error,
        /** @type {{ hasErrors(): boolean, toString(): string }} */ stats,
      ) => {
        if (error) reject(error);
        else if (stats.hasErrors()) reject(new Error(stats.toString()));
        else resolve(null);
      },
    );
  });
}

/**
 * @param {string} folder of a page
 * @param {Browser} browser
 * @param {string} [policy] of its content
 */
async function trainedOn(folder, browser, policy) {
  const site = await serveIsolated(folder, policy);
  try {
    return await trainedIn(browser, site.address);
  } finally {
    site.close();
  }
}
