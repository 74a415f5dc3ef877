import { ArgumentError } from "../src/errors.ts";
import { experiment } from "./experiment/experiment.ts";
import { ProgressLine } from "./experiment/ProgressLine.ts";
import { type Arguments, readArguments, USAGE } from "./experiment/readArguments.ts";
import { giveUpOn } from "./giveUpOn.ts";
import { giveUp } from "./run.js";

const stop = new AbortController();
process.once("SIGINT", () => stop.abort());
const line = new ProgressLine(process.stderr);
try {
  await experiment(ownArguments(), {
    print: (text) => {
      line.clear();
      console.log(`${text}\n`);
    },
    tell: (task, done) => line.tell(task, done),
    signal: stop.signal,
  });
} catch (error) {
  line.clear();
  giveUpOn(error);
}

function ownArguments(): Arguments {
  try {
    return readArguments(process.argv.slice(2));
  } catch (error) {
    if (error instanceof ArgumentError) giveUp(`${error.message}\nUsage: ${USAGE}`, 2);
    throw error;
  }
}
