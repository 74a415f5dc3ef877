/** What a training program says: what came of one thread, then of two. */
export const OUTCOME = `${JSON.stringify({ epochs: 5, items: [0, 1, 2, 3] })}\n`.repeat(2);

/**
 * A program that trains on one thread and then on two, saves, loads and recommends.
 *
 * @param {{ log?: string, load?: "import" | "require" }} [options] the function that is told, and how the library is loaded
 */
export function trainingProgram({ log = "console.log", load = "import" } = {}) {
  const names = "{ Dataset, LightFM, loadModel, saveModel }";
  const loading =
    load === "import" ? `import ${names} from "matinee";` : `const ${names} = require("matinee");`;
  return `${loading}
const likes = [["a", "x"], ["a", "y"], ["b", "y"], ["c", "z"], ["d", "z"], ["d", "w"]];
async function train(threads) {
  const dataset = new Dataset().fit(likes.map(([user]) => user), likes.map(([, item]) => item));
  const model = new LightFM({ loss: "warp", seed: 1 });
  await model.fit(dataset.buildInteractions(likes), { epochs: 5, threads });
  const { items } = await loadModel(saveModel(model)).model.recommend(0);
  ${log}(JSON.stringify({ epochs: model.epochs, items: [...items].sort() }));
}
train(1).then(() => train(2)).catch((error) => ${log}(String(error)));
`;
}

/** A page that keeps what its worker says. */
export const PAGE = '<!doctype html><title>Matinee</title><script type="module" src="./main.js"></script>\n';

export const PAGE_SCRIPT = `globalThis.said = [];
const worker = new Worker(new URL("./worker.js", import.meta.url), { type: "module" });
worker.onmessage = ({ data }) => globalThis.said.push(data);
worker.onerror = ({ message }) => globalThis.said.push("The worker failed: " + message, "");
`;

/** What the strictest compiler is to accept. */
export const STRICT_PROGRAM = `import { type Hyperparameters, LightFM } from "matinee";
import { type Interval, pairedDifference } from "matinee/evaluation";
import { type Catalogue, type DataFile, readCatalogue } from "matinee/files";
const options: Partial<Hyperparameters> = { loss: "warp" };
export const scores: Promise<Float32Array> = new LightFM(options).predict(0, [1]);
export const difference: Interval = pairedDifference([1, 2], [1, 1]);
export const read: (files: DataFile[]) => Promise<Catalogue> = readCatalogue;
// @ts-expect-error: there is no such loss
new LightFM({ loss: "hinge" });
`;

/**
 * A tsconfig.json without a DOM.
 *
 * @param {string} module
 * @param {string} moduleResolution
 */
export function strictProject(module, moduleResolution) {
  const compilerOptions = {
    noEmit: true,
    strict: true,
    exactOptionalPropertyTypes: true,
    target: "es2022",
    module,
    moduleResolution,
    lib: ["es2023"],
    types: [],
    skipLibCheck: false,
  };
  return JSON.stringify({ compilerOptions, files: ["program.ts"] });
}
