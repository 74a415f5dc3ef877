import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import * as esbuild from "esbuild";
import { build, type Rollup } from "vite";
import { beforeAll, describe, expect, it } from "vitest";
import { packLibrary } from "../../scripts/packageCheck/packLibrary.js";
import {
  OUTCOME,
  STRICT_PROGRAM,
  strictProject,
  trainingProgram,
} from "../../scripts/packageCheck/programs.js";
import { root } from "../../scripts/run.js";

/** A project that has installed what `npm pack` makes of the library, inside build/. */
const PROJECT = `${root}build/consumer`;
const PACKAGE = `${PROJECT}/node_modules/matinee`;
let tarball = "";

beforeAll(async () => {
  rmSync(PROJECT, { recursive: true, force: true });
  mkdirSync(PACKAGE, { recursive: true });
  tarball = await packLibrary("build/consumer");
  expect(spawnSync("tar", ["-xzf", tarball, "-C", PACKAGE, "--strip-components=1"]).status).toBe(0);
  writeFileSync(`${PROJECT}/package.json`, '{ "name": "consumer", "type": "module" }');
});

function node(code: string, extension: "mjs" | "cjs" = "mjs"): string {
  const file = `${PROJECT}/program.${extension}`;
  writeFileSync(file, code);
  const { stdout, stderr } = spawnSync(process.execPath, ["--no-warnings", file], {
    encoding: "utf8",
    cwd: PROJECT,
  });
  expect(stderr).toBe("");
  return stdout;
}

/** All that a readme shows in JavaScript, from top to bottom; what its examples import is imported once. */
function asOneProgram(readme: string): string {
  const examples = Array.from(readme.matchAll(/```js\n([\s\S]*?)```/g), ([, code]) => code).join("\n");
  const names = new Map<string, Set<string>>();
  const rest = examples.replaceAll(/^import \{(.*)\} from (".*");\n/gm, (_, list: string, from: string) => {
    const known = names.get(from) ?? new Set();
    names.set(from, known);
    for (const name of list.split(",")) known.add(name.trim());
    return "";
  });
  const imports = Array.from(names, ([from, list]) => `import { ${[...list].join(", ")} } from ${from};\n`);
  return imports.join("") + rest;
}

/** One file, as a bundler leaves it. */
async function bundled(code: string, minify: boolean): Promise<string> {
  writeFileSync(`${PROJECT}/entry.js`, code);
  const { output } = (await build({
    root: PROJECT,
    configFile: false,
    logLevel: "error",
    ssr: { noExternal: true, target: "webworker" },
    build: { write: false, ssr: "entry.js", minify, target: "es2022" },
  })) as Rollup.RollupOutput;
  return output[0].code;
}

describe("the package", () => {
  it("is what npm publishes as it is, with fflate as its only dependency and nothing of the page in it", () => {
    const manifest = JSON.parse(readFileSync(`${PACKAGE}/package.json`, "utf8")) as Record<string, unknown>;
    expect(manifest).toMatchObject({ name: "matinee", license: "Apache-2.0", type: "module" });
    expect(manifest).not.toHaveProperty("private");
    expect(Object.keys(manifest.dependencies as object)).toEqual(["fflate"]);
    expect(readdirSync(PACKAGE)).toEqual(expect.arrayContaining(["LICENSE", "CHANGELOG.md", "README.md"]));
    expect(readdirSync(`${PACKAGE}/src`)).not.toEqual(expect.arrayContaining(["features", "core", "ui"]));
    const publint = `${root}node_modules/publint/src/cli.js`;
    const { stdout } = spawnSync(process.execPath, [publint, PACKAGE, "--pack", "false", "--strict"], {
      encoding: "utf8",
    });
    expect(stdout).toContain("All good!");
  });

  it("shows the same types however they are resolved", () => {
    const attw = `${root}node_modules/@arethetypeswrong/cli/dist/index.js`;
    const { stdout, status } = spawnSync(process.execPath, [attw, tarball, "--profile", "esm-only"], {
      encoding: "utf8",
    });
    expect(status, stdout).toBe(0);
  });

  it("has types that stand on their own, in the strictest project without a DOM", () => {
    writeFileSync(`${PROJECT}/program.ts`, STRICT_PROGRAM);
    writeFileSync(`${PROJECT}/tsconfig.json`, strictProject("nodenext", "nodenext"));
    const { stdout } = spawnSync(
      process.execPath,
      [`${root}node_modules/typescript/bin/tsc`, "-p", PROJECT],
      {
        encoding: "utf8",
      },
    );
    expect(stdout).toBe("");
  });

  it("does what its own README shows", () => {
    const readme = readFileSync(`${PACKAGE}/README.md`, "utf8");
    const [, code] = /```ts\n([^`]*)```/.exec(readme) ?? [];
    expect(node(code.replaceAll(" as const", "").replaceAll("<string, string>", ""))).toContain("Gattaca");

    const ratings = Array.from({ length: 300 }, (_, i) => `${i % 30},${(i * 7) % 23},${3 + (i % 3)}`);
    writeFileSync(`${PROJECT}/ratings.csv`, `userId,movieId,rating\n${ratings.join("\n")}\n`);
    const movies = Array.from({ length: 23 }, (_, i) => `${i},Film ${i} (1999),Drama`);
    writeFileSync(`${PROJECT}/movies.csv`, `movieId,title,genres\n${movies.join("\n")}\n`);
    expect(node(asOneProgram(readme))).toMatch(/^Film \d+\n/);
  });

  it("learns in Node, imported and required, and out of a bundler's one file, on one and two threads", async () => {
    expect(node(trainingProgram())).toBe(OUTCOME);
    expect(node(trainingProgram({ load: "require" }), "cjs")).toBe(OUTCOME);
    const code = await bundled(trainingProgram(), false);
    expect(code).not.toMatch(/from "(matinee|fflate)"|\breact\b|\bdocument\.|\bwindow\./i);
    expect(node(code)).toBe(OUTCOME);
  });

  it.each([
    ["an ES module for Node", "mjs", "node", "esm"],
    ["CommonJS for Node", "cjs", "node", "cjs"],
    ["a page", "mjs", "browser", "esm"],
  ] as const)(
    "learns out of esbuild's one file, without configuration: %s",
    async (_, extension, platform, format) => {
      const entry = `${PROJECT}/esbuild-entry.js`;
      writeFileSync(entry, trainingProgram());
      const options = { bundle: true, write: false, logLevel: "error" } as const;
      const { outputFiles } = await esbuild.build({ entryPoints: [entry], platform, format, ...options });
      expect(node(outputFiles[0].text, extension)).toBe(OUTCOME);
    },
  );

  it("reads MovieLens' files through matinee/files", () => {
    const said = node(`
      import { File } from "node:buffer";
      import { LightFM } from "matinee";
      import { readCatalogue, toInteractions, toItemFeatures } from "matinee/files";
      const ratings = "userId,movieId,rating,timestamp\\n1,7,4.5,964982703\\n1,8,2,964982224\\n2,7,5,964982931\\n";
      const movies = 'movieId,title,genres\\n7,"Usual Suspects, The (1995)",Crime|Mystery\\n8,Jumanji (1995),Adventure\\n';
      const catalogue = await readCatalogue([new File([ratings], "ratings.csv"), new File([movies], "movies.csv")]);
      const model = await new LightFM().fit(toInteractions(catalogue), { itemFeatures: toItemFeatures(catalogue) });
      console.log(catalogue.items[0].title, model.epochs);`);
    expect(said).toBe("The Usual Suspects 1\n");
  });

  it("measures lists and attacks models through matinee/evaluation", () => {
    const said = node(`
      import { ATTACK_SETTINGS, exposureGini, runAttacks, TrialData } from "matinee/evaluation";
      import { Scorer } from "matinee";
      const evenly = exposureGini([Int32Array.of(0, 1), Int32Array.of(2, 3)], 4);
      console.log(evenly, ATTACK_SETTINGS.kind, [runAttacks, TrialData, Scorer].map((one) => typeof one).join(" "));`);
    expect(said).toBe("0 all function function function\n");
  });

  it("leaves all but what is imported behind: a metric is less than 2 kB", async () => {
    const code = await bundled('export { precisionAtK } from "matinee";', true);
    expect(code.length).toBeLessThan(2000);
    expect(code).toContain("precision");
  });
});
