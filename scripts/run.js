import { spawnSync } from "node:child_process";
import { delimiter } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the checkout, with a slash at its end. */
export const root = fileURLToPath(new URL("..", import.meta.url));

/**
 * Runs one line in the shell, in the checkout's folder and with its tools on the PATH; what it prints is
 * shown as it comes.
 *
 * @param {string} line
 * @param {Record<string, string>} [env] added to this process's own
 * @returns {boolean} whether it ended well
 */
export function run(line, env = {}) {
  const PATH = `${root}node_modules/.bin${delimiter}${process.env.PATH}`;
  const { status } = spawnSync(line, {
    cwd: root,
    env: { ...process.env, PATH, ...env },
    shell: true,
    stdio: "inherit",
  });
  return status === 0;
}

/**
 * Ends this process with a message where the work cannot go on.
 *
 * @param {string} message
 * @returns {never}
 */
export function giveUp(message) {
  console.error(`\n${message}`);
  process.exit(1);
}
