import { spawn, spawnSync } from "node:child_process";
import { delimiter } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

/** The folder of the checkout, with a slash at its end. */
export const root = fileURLToPath(new URL("..", import.meta.url));

/**
 * TypeScript's own compiler of version 7, ten times as fast; version 6 stays for tools that read its programming
 * interface.
 */
export const tsc = "node node_modules/typescript-native/bin/tsc";

/**
 * Runs one line in the shell, in the checkout's folder and with its tools on the PATH; what it prints is
 * shown as it comes.
 *
 * @param {string} line
 * @param {Record<string, string>} [env] added to this process's own
 * @returns {boolean} whether it ended well
 */
export function run(line, env = {}) {
  return spawnSync(line, { ...inShell(env), stdio: "inherit" }).status === 0;
}

/**
 * The same beside others: what it prints is shown as it comes.
 *
 * @param {string} line
 * @param {Record<string, string>} [env] added to this process's own
 * @returns {Promise<boolean>} whether it ended well
 */
export function runShown(line, env = {}) {
  return endOf(spawn(line, { ...inShell(env), stdio: "inherit" }));
}

/**
 * The same beside others: what it prints is shown once it has ended.
 *
 * @param {string} line
 * @returns {Promise<boolean>} whether it ended well
 */
export async function runBeside(line) {
  const child = spawn(line, { ...inShell(), stdio: ["ignore", "pipe", "pipe"] });
  /** @type {Buffer[]} */
  const printed = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (piece) => printed.push(piece));
  const ok = await endOf(child);
  process.stdout.write(Buffer.concat(printed));
  return ok;
}

/**
 * @param {import("node:child_process").ChildProcess} child
 * @returns {Promise<boolean>} whether it ended well
 */
function endOf(child) {
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (status) => resolve(status === 0));
  });
}

/** @param {Record<string, string>} [env] */
function inShell(env = {}) {
  const PATH = `${root}node_modules/.bin${delimiter}${process.env.PATH}`;
  return { cwd: root, env: { ...process.env, PATH, ...env }, shell: true };
}

/**
 * Ends this process with a message where the work cannot go on.
 *
 * @param {string} message
 * @param {number} [code] 2 where the command was called in a wrong way
 * @returns {never}
 */
export function giveUp(message, code = 1) {
  console.error(`\n${message}`);
  process.exit(code);
}

/**
 * The flags that this process was called with; ends it with a sentence and the usage if one of them is unknown, or if
 * there is anything else.
 *
 * @template {import("node:util").ParseArgsConfig["options"] & object} Options
 * @param {Options} options
 * @param {string} usage
 */
export function readFlags(options, usage) {
  return readArguments({ options }, usage).values;
}

/**
 * The same for a command that takes more than flags.
 *
 * @template {import("node:util").ParseArgsConfig} Config
 * @param {Config} config
 * @param {string} usage
 */
export function readArguments(config, usage) {
  try {
    return parseArgs({ args: withNumbers(process.argv.slice(2)), ...config });
  } catch (error) {
    return giveUp(`${sentenceOf(/** @type {Error} */ (error))}\nUsage: ${usage}`, 2);
  }
}

/**
 * `--seed -5` as `--seed=-5`: what is wrong with it is then said of the number, not of the dash.
 *
 * @param {string[]} args
 */
export function withNumbers(args) {
  return args.flatMap((text, i) => {
    if (/^-\d/.test(text) && args[i - 1]?.startsWith("--")) return [];
    const next = args[i + 1];
    return text.startsWith("--") && next !== undefined && /^-\d/.test(next) ? `${text}=${next}` : text;
  });
}

/**
 * The whole number that a text holds; ends this process with a sentence and the usage if it holds none of at least so much.
 *
 * @param {string} what
 * @param {string} text
 * @param {number} least
 * @param {string} usage
 */
export function wholeNumber(what, text, least, usage) {
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= least && Number.isSafeInteger(value)) return value;
  return giveUp(
    `${what} must be a whole number from ${least}, not ${JSON.stringify(text)}.\nUsage: ${usage}`,
    2,
  );
}

/**
 * A part of something, such as 2/4; ends this process with a sentence and the usage if a text is none.
 *
 * @param {string} text
 * @param {string} whole what it is a part of
 * @param {string} usage
 */
export function shardOf(text, whole, usage) {
  const [, part = 0, parts = 0] = (/^(\d+)\/(\d+)$/.exec(text) ?? []).map(Number);
  if (part >= 1 && part <= parts) return text;
  return giveUp(`--shard must be a part of ${whole} such as 2/4, not "${text}".\nUsage: ${usage}`, 2);
}

/**
 * The first sentence of what Node says of wrong arguments; the rest is about writing options in general.
 *
 * @param {Error} error
 */
export function sentenceOf(error) {
  return `${error.message.split(/\. |\n/, 1)[0].replace(/\.$/, "")}.`;
}
