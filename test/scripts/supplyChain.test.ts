import { expect, it } from "vitest";
import { lockProblems, requirementProblems } from "../../scripts/supplyChain.js";

const integrity = "sha512-AAAA";
const whole = { integrity, license: "MIT" };

it.each([
  [{ license: "MIT" }, /no check sum/],
  [{ ...whole, integrity: "sha1-AAAA" }, /no check sum/],
  [
    { ...whole, resolved: "https://registry.example.org/a/-/a-1.0.0.tgz" },
    /comes from https:\/\/registry\.example/,
  ],
  [{ integrity }, /no licence/],
  [{ ...whole, license: "GPL-3.0-only" }, /ships under GPL-3\.0-only/],
])("a lock file is refused with %j", (entry, problem) => {
  const lock = (one: object) => ({ packages: { "": {}, "node_modules/a": one } });
  expect(lockProblems(lock(entry), true)).toEqual([expect.stringMatching(problem)]);
  expect(
    lockProblems(lock({ ...whole, resolved: "https://registry.npmjs.org/a/-/a-1.0.0.tgz" }), true),
  ).toEqual([]);
  expect(lockProblems(lock({ integrity, license: "GPL-3.0-only", dev: true }), true)).toEqual([]);
});

it.each(["numpy>=2", "numpy", "numpy==2.*", "numpy @ https://example.org/numpy.whl", "--index-url x"])(
  "requirements of Python are refused with %j",
  (line) => {
    expect(
      requirementProblems(`# a note\n-r requirements.txt\npyspark[sql]==4.3.0  # the job\n${line}\n`),
    ).toEqual([expect.stringContaining(line)]);
  },
);
