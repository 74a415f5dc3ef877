import { runProgram } from "./src/command/program.ts";

process.stdout.on("error", ({ code }: NodeJS.ErrnoException) => {
  // Whoever reads has had enough, as `head` has.
  if (code === "EPIPE") return;
  console.error(`The result could not be written (${code}). Is there room where it goes?`);
  process.exitCode = 1;
});
const code = await runProgram(process.argv.slice(2));
process.exitCode ||= code;
