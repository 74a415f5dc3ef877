import { readFileSync } from "node:fs";
import { deflateRawSync } from "node:zlib";
import { build } from "vite";
import { ENTRIES } from "./libraryEntries.js";
import { root } from "./run.js";

/** Nothing of the site's own configuration. @type {import("vite").InlineConfig} */
const QUIETLY = { root, configFile: false, publicDir: false, logLevel: "warn" };

/**
 * The library's JavaScript, a file to each of the modules that can be reached, with kernels and thread in its code.
 *
 * @param {string} folder in the checkout
 */
export async function bundleLibrary(folder) {
  await build({
    ...QUIETLY,
    plugins: [await inlined()],
    build: {
      outDir: `${root}${folder}`,
      emptyOutDir: false,
      minify: false,
      target: "es2022",
      lib: { entry: entryFiles(), formats: ["es"] },
      rolldownOptions: {
        external: ["fflate"],
        output: {
          preserveModules: true,
          preserveModulesRoot: root,
          // npm leaves folders of this name out of a package.
          entryFileNames: ({ name }) => `${name.replaceAll("node_modules/", "vendor/")}.js`,
          chunkFileNames: ({ name }) => `${name.replaceAll("node_modules/", "vendor/")}.js`,
        },
      },
    },
  });
}

function entryFiles() {
  return Object.fromEntries(Object.values(ENTRIES).map((module) => [module, `${root}${module}.ts`]));
}

/** Lays kernels and thread into the code, where every bundler takes them along without being told. */
export async function inlined() {
  const modules = new Map([
    [`${root}src/model/memory/kernelBytes.ts`, inlinedKernels()],
    [`${root}src/model/threads/helperScript.ts`, inlinedHelper(await helperScript())],
  ]);
  const left = new Set(modules.keys());
  return {
    name: "inlined",
    enforce: /** @type {const} */ ("pre"),
    load(/** @type {string} */ id) {
      left.delete(id);
      return modules.get(id);
    },
    buildEnd() {
      if (left.size > 0)
        throw new Error(`${[...left].join(" and ")} should have been replaced in the package.`);
    },
  };
}

function inlinedKernels() {
  const deflated = (/** @type {string} */ build) =>
    deflateRawSync(readFileSync(`${root}src/model/kernel/${build}.wasm`), { level: 9 }).toString("base64");
  return `
import { inflateSync } from "fflate";
const KERNELS = { simd: "${deflated("simd")}", threads: "${deflated("threads")}" };
export async function kernelBytes(build: "simd" | "threads") {
  return inflateSync(Uint8Array.from(atob(KERNELS[build]), (letter) => letter.charCodeAt(0)));
}`;
}

/** @param {string} script */
function inlinedHelper(script) {
  return `
const SCRIPT = ${JSON.stringify(script)};
export const NOT_LOADED =
  "its script could not be loaded; a page with a content security policy has to allow blob: in worker-src";
export function startInNode(NodeWorker: new (script: string, options: object) => unknown) {
  return new NodeWorker(SCRIPT, { eval: true, execArgv: [] });
}
let url: string | undefined;
export function startInBrowser() {
  url ??= URL.createObjectURL(new Blob([SCRIPT], { type: "text/javascript" }));
  return new Worker(url);
}`;
}

/** All that a helper thread runs, as one script that imports nothing. */
async function helperScript() {
  const [{ output }] = /** @type {import("vite").Rollup.RollupOutput[]} */ (
    await build({
      ...QUIETLY,
      build: {
        write: false,
        target: "es2022",
        lib: { entry: `${root}src/model/threads/helper.js`, formats: ["iife"], name: "helper" },
      },
    })
  );
  return output[0].code;
}
