import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { build, type Rollup } from "vite";
import { beforeAll, describe, expect, it } from "vitest";
import { buildLibrary } from "../../scripts/build.js";
import { root } from "../../scripts/run.js";

/** A project that has installed the library, inside build/. */
const PROJECT = `${root}build/consumer`;
const PACKAGE = "build/consumer/node_modules/matinee";

/** Whoever is named likes what stands beside them; prints what was learnt. */
const program = (threads: number) => `
import { Dataset, LightFM, loadModel, saveModel } from "matinee";
const likes = [["a", "x"], ["a", "y"], ["b", "y"], ["c", "z"], ["d", "z"], ["d", "w"]];
const dataset = new Dataset().fit(likes.map(([user]) => user), likes.map(([, item]) => item));
const model = new LightFM({ loss: "warp", seed: 1 });
await model.fit(dataset.buildInteractions(likes), { epochs: 5, threads: ${threads} });
const { items } = await loadModel(saveModel(model)).model.recommend(0);
console.log(JSON.stringify({ epochs: model.epochs, items: [...items].sort() }));
`;

beforeAll(() => {
  rmSync(PROJECT, { recursive: true, force: true });
  mkdirSync(`${root}${PACKAGE}`, { recursive: true });
  expect(buildLibrary(PACKAGE)).toBe(true);
  writeFileSync(`${PROJECT}/package.json`, '{ "name": "consumer", "type": "module" }');
}, 180_000);

describe("the built library", () => {
  it("is a package of its own, with fflate as its only dependency", () => {
    const read = (file: string) => readFileSync(`${root}${PACKAGE}/${file}`, "utf8");
    const manifest = JSON.parse(read("package.json")) as Record<string, unknown>;
    expect(manifest).toMatchObject({ name: "matinee", license: "Apache-2.0", type: "module" });
    expect(manifest).not.toHaveProperty("private");
    expect(Object.keys(manifest.dependencies as object)).toEqual(["fflate"]);
    for (const file of ["LICENSE", "CHANGELOG.md", "index.js", "index.d.ts"]) {
      expect(existsSync(`${root}${PACKAGE}/${file}`), file).toBe(true);
    }
  });

  it("does what its own README shows", () => {
    const readme = readFileSync(`${root}${PACKAGE}/README.md`, "utf8");
    const [, code] = /```ts\n([^`]*)```/.exec(readme) ?? [];
    const { stdout, stderr } = spawnSync(
      process.execPath,
      ["--input-type=module", "-e", code.replaceAll(" as const", "").replaceAll("<string, string>", "")],
      { cwd: PROJECT, encoding: "utf8" },
    );
    expect(stderr).toBe("");
    expect(stdout).toContain("Gattaca");
  });

  for (const threads of [1, 2]) {
    it(`learns in plain Node, threads: ${threads}`, () => {
      const { stdout, stderr } = spawnSync(
        process.execPath,
        ["--input-type=module", "-e", program(threads)],
        {
          cwd: PROJECT,
          encoding: "utf8",
        },
      );
      expect(stderr).toBe("");
      expect(JSON.parse(stdout)).toEqual({ epochs: 5, items: [0, 1, 2, 3] });
    });
  }

  it("goes through a bundler with its kernels, and without React or a page", async () => {
    writeFileSync(`${PROJECT}/entry.js`, program(2));
    const { output } = (await build({
      root: PROJECT,
      configFile: false,
      logLevel: "error",
      build: {
        write: false,
        target: "es2022",
        minify: false,
        rolldownOptions: { input: `${PROJECT}/entry.js` },
      },
    })) as Rollup.RollupOutput;
    const files = output.map(({ fileName }) => fileName);
    expect(files.filter((name) => name.endsWith(".wasm"))).toHaveLength(2);
    expect(files.some((name) => name.includes("epochHelper"))).toBe(true);
    const code = output.map((file) => (file.type === "chunk" ? file.code : "")).join("\n");
    expect(code).toContain("There is no option");
    expect(code).not.toMatch(/\breact\b|\bdocument\.|\bwindow\./i);
  }, 30_000);

  it("has types that stand on their own", () => {
    writeFileSync(
      `${PROJECT}/program.ts`,
      `import { type Hyperparameters, LightFM } from "matinee";
       const options: Partial<Hyperparameters> = { loss: "warp" };
       export const scores: Promise<Float32Array> = new LightFM(options).predict(0, [1]);
       // @ts-expect-error: there is no such loss
       new LightFM({ loss: "hinge" });`,
    );
    const options =
      "--noEmit --strict --target es2022 --module nodenext --lib es2023,webworker --skipLibCheck false --ignoreConfig";
    const { stdout } = spawnSync(
      process.execPath,
      [`${root}node_modules/typescript/bin/tsc`, ...options.split(" "), "program.ts"],
      { cwd: PROJECT, encoding: "utf8" },
    );
    expect(stdout).toBe("");
  }, 30_000);
});
