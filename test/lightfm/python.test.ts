import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { loadModel } from "../../src/model/file/loadModel.ts";
import { saveModel } from "../../src/model/file/saveModel.ts";
import { LightFM } from "../../src/model/LightFM.ts";
import { twoTastes } from "../support/problems.ts";

const PYTHON = process.env.PYTHON ?? "python3";
const hasLightFM = spawnSync(PYTHON, ["-c", "import lightfm"]).status === 0;
const folder = mkdtempSync(join(tmpdir(), "matinee-python-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** The lines of the documentation: to save a model in Python, and to load one there. */
const docs = readFileSync(new URL("../../docs/coming-from-lightfm.md", import.meta.url), "utf8");
const [toMatinee, toPython] = [...docs.matchAll(/```python\n(import numpy[^`]*)```/g)].map(
  ([, code]) => code,
);

function python(code: string): string {
  const { stdout, stderr, status } = spawnSync(PYTHON, ["-c", code], { cwd: folder, encoding: "utf8" });
  expect(status, stderr).toBe(0);
  return stdout;
}

/** Prints the scores of the first users with all items. */
const PREDICT = `
import json
users, items = np.divmod(np.arange(5 * 30), 30)
print(json.dumps(model.predict(users.astype(np.int32), items.astype(np.int32)).tolist()))`;
const USERS = Array.from({ length: 5 * 30 }, (_, i) => Math.floor(i / 30));
const ITEMS = USERS.map((_, i) => i % 30);

it.skipIf(!hasLightFM)(
  "a model of Python LightFM predicts the same here, as the documentation brings it",
  async () => {
    const said = python(`
import numpy as np
from scipy.sparse import coo_matrix
from lightfm import LightFM
random = np.random.RandomState(1)
likes = coo_matrix(random.rand(40, 30) < 0.2, dtype=np.float32)
model = LightFM(loss="warp", no_components=7, learning_rate=0.1, random_state=1).fit(likes, epochs=5)
${toMatinee}${PREDICT}`);
    const { model } = loadModel(readFileSync(join(folder, "model.npz")));
    expect(model.hyperparameters).toMatchObject({ loss: "warp", noComponents: 7, learningRate: 0.1 });
    const expected = JSON.parse(said) as number[];
    const scores = await model.predict(USERS, ITEMS);
    expected.forEach((score, i) => {
      expect(scores[i]).toBeCloseTo(score, 5);
    });
  },
);

it.skipIf(!hasLightFM)("a model from here predicts the same in Python, and trains on there", async () => {
  const model = await new LightFM({ loss: "bpr", noComponents: 5, seed: 2 }).fit(twoTastes(), { epochs: 5 });
  writeFileSync(join(folder, "model.npz"), saveModel(model));
  const said = python(`${toPython}${PREDICT}
from scipy.sparse import coo_matrix
model.fit_partial(coo_matrix(np.ones((40, 30), dtype=np.float32)))`);
  const scores = await model.predict(USERS, ITEMS);
  (JSON.parse(said) as number[]).forEach((score, i) => {
    expect(scores[i]).toBeCloseTo(score, 5);
  });
});
