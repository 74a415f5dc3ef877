import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Case, FileCases } from "../test/support/FileCases.ts";
import { embeddedFiles } from "../test/support/movielens.ts";
import { fileKinds } from "./fileKinds.ts";
import { giveUp } from "./run.js";

const folders = process.argv.slice(2);
if (folders[0] === "--kinds" && folders.length === 1) {
  console.log(fileKinds());
  process.exit(0);
}
if (folders.length === 0) {
  giveUp("Usage: npm run files -- DIR…   (folders that hold an expected.json)", 2);
}
const missing = folders.find((folder) => !existsSync(join(folder, "expected.json")));
if (missing !== undefined) giveUp(`There is no expected.json in ${missing}.`, 2);

const cases = await FileCases.create(embeddedFiles());
let right = 0;
let wrong = 0;
for (const folder of folders) {
  for (const one of JSON.parse(readFileSync(join(folder, "expected.json"), "utf8")) as Case[]) {
    const { isRight, outcome, expected } = await cases.try(one, folder);
    if (isRight) right++;
    else wrong++;
    console.log(`${isRight ? "right" : "WRONG"}  ${one.name.padEnd(8)} ${outcome}   (expected ${expected})`);
  }
}
console.log(`${right} right, ${wrong} wrong`);
process.exit(wrong === 0 ? 0 : 1);
