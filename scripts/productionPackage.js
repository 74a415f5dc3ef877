import { chmodSync, cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { builtinModules } from "node:module";
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
  const ours = JSON.parse(readFileSync(`${root}package.json`, "utf8"));
  const production = JSON.parse(readFileSync(`${root}production/package.json`, "utf8"));
  const known = { ...ours.dependencies, ...production.dependencies };
  const names = imported
    .filter((name) => !name.endsWith(".js") && !name.startsWith("node:") && !builtinModules.includes(name))
    .map((name) => /^(@[^/]+\/)?[^/]+/.exec(name)?.[0] ?? name);
  const dependencies = Object.fromEntries(
    [...new Set(names)].sort().map((name) => {
      if (!known[name]) throw new Error(`${name} is imported by production, but no dependency.`);
      return [name, known[name]];
    }),
  );
  const { name, version, description, license, type, engines } = production;
  const manifest = { name, version, description, license, type, engines };
  const published = { ...manifest, bin: { matinee: "./matinee.js" }, dependencies };
  writeFileSync(`${FOLDER}/package.json`, `${JSON.stringify(published, null, 2)}\n`);
  cpSync(`${root}docs/production.md`, `${FOLDER}/README.md`);
  for (const file of ["CHANGELOG.md", "LICENSE"]) cpSync(`${root}${file}`, `${FOLDER}/${file}`);
}
