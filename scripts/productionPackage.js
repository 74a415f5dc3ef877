import { chmodSync, cpSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { pathToFileURL } from "node:url";
import { build } from "vite";
import { inlined } from "./libraryBundle.js";
import { root } from "./run.js";

const FOLDER = `${root}production/dist`;

/** The command, and the threads that it starts: each a file of its own beside what they share. */
const ENTRIES = {
  matinee: `${root}production/main.ts`,
  answerThread: `${root}production/src/service/answerThread.ts`,
  learnThread: `${root}production/src/service/learnThread.ts`,
};

/** What runs outside a browser as a package that can be published → production/dist; needs the kernels. */
export async function buildProduction() {
  rmSync(FOLDER, { recursive: true, force: true });
  const { output } = /** @type {import("vite").Rollup.RollupOutput} */ (
    await build({
      root,
      configFile: false,
      publicDir: false,
      logLevel: "warn",
      plugins: [await inlined()],
      build: {
        ssr: true,
        outDir: FOLDER,
        emptyOutDir: false,
        minify: false,
        target: "node20",
        rolldownOptions: {
          input: ENTRIES,
          external: /^(node:|@?[a-z])/,
          output: { entryFileNames: "[name].js", chunkFileNames: "[name].js" },
        },
      },
    })
  );
  const chunks = output.filter((part) => part.type === "chunk");
  const command = `${FOLDER}/matinee.js`;
  writeFileSync(command, `#!/usr/bin/env node\n${readFileSync(command, "utf8")}`);
  chmodSync(command, 0o755);
  writePackage(chunks.flatMap(({ imports, dynamicImports }) => [...imports, ...dynamicImports]));
}

/** @param {string[]} imported by the files of the package */
function writePackage(imported) {
  const ours = read("package.json");
  const { private: _, devDependencies: __, ...production } = read("production/package.json");
  for (const [name, version] of Object.entries(production.dependencies)) {
    const other = ours.dependencies[name] ?? version;
    if (other !== version) throw new Error(`${name} is ${other} here, but ${version} in production.`);
  }
  for (const name of imported) {
    const [owner] = /^(@[^/]+\/)?[^/]+/.exec(name) ?? [];
    if (isBuiltin(name) || name.endsWith(".js") || production.dependencies[owner ?? ""]) continue;
    throw new Error(`${name} is imported by production, but is not among its dependencies.`);
  }
  write("package.json", { ...production, bin: { matinee: "./matinee.js" } });
  write("npm-shrinkwrap.json", shrinkwrap());
  copySpark();
  copyPage();
  cpSync(`${root}docs/production.md`, `${FOLDER}/README.md`);
  for (const file of ["CHANGELOG.md", "LICENSE"]) cpSync(`${root}${file}`, `${FOLDER}/${file}`);
}

/** The jobs of `matinee spark`, which look for the kernel in the same place as in the checkout. */
function copySpark() {
  const filter = (/** @type {string} */ path) =>
    !/(\/tests|\/measure\.py|\/generate\.py|\.ini|ruff\.toml|-test\.txt|__pycache__)$/.test(path);
  for (const path of ["spark", "src/model/kernel/simd.wasm", "assembly/layout.ts"]) {
    cpSync(`${root}${path}`, `${FOLDER}/${path}`, { recursive: true, filter });
  }
}

/** The page that `matinee publish` puts beside a model, if it was built, without its own training data. */
function copyPage() {
  const page = `${root}dist/site`;
  if (!existsSync(page)) return;
  cpSync(page, `${FOLDER}/page`, { recursive: true, filter: (path) => path !== `${page}/data` });
}

/** The lock file of what runs: so whoever installs the package gets the versions that were tested. */
function shrinkwrap() {
  const { packages, ...lock } = read("production/package-lock.json");
  const { devDependencies: _, ...own } = packages[""];
  const others = Object.entries(packages).filter(([path, entry]) => path !== "" && !entry.dev);
  return {
    ...lock,
    packages: { "": { ...own, bin: { matinee: "matinee.js" } }, ...Object.fromEntries(others) },
  };
}

/** @param {string} file */
function read(file) {
  return JSON.parse(readFileSync(`${root}${file}`, "utf8"));
}

/**
 * @param {string} file
 * @param {object} content
 */
function write(file, content) {
  writeFileSync(`${FOLDER}/${file}`, `${JSON.stringify(content, null, 2)}\n`);
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) await buildProduction();
