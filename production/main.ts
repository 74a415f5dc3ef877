import { runProgram } from "./src/command/program.ts";

process.exitCode = await runProgram(process.argv.slice(2));
